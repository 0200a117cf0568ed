// Holds the skill package against Amazon's own schema.
//   node package.mjs
import {faultsOfPackage} from './schema.mjs';
import {PACKAGE} from './skill.mjs';
import {told} from './told.mjs';

await told(async () => {
  const {models, faults} = faultsOfPackage(PACKAGE);
  return {seen: `the manifest and ${models} models`, faults};
});
