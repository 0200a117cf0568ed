// Holds what is uploaded, and what is said to Alexa, against Amazon's own schema:
//   node check.mjs package FOLDER     the manifest and the models of a skill package
//   node check.mjs exchanges FILE     requests and answers, one as JSON on each line
// A line for each fault; exit status 0 if there is none, 1 if there are some, 2 if it could not look.
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {faultsOf, faultsOfExchange} from './schema.mjs';

const MODELS = join('interactionModels', 'custom');

function json(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function inPackage(folder) {
  const models = readdirSync(join(folder, MODELS)).map((name) => join(MODELS, name));
  return [
    ...faultsOf('v1.skill.Manifest.SkillManifestEnvelope', json(join(folder, 'skill.json'))).map((fault) => `skill.json: ${fault}`),
    ...models.flatMap((model) =>
      faultsOf('v1.skill.interactionModel.InteractionModelData', json(join(folder, model))).map((fault) => `${model}: ${fault}`)),
  ];
}

function inExchanges(file) {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).flatMap((line) => faultsOfExchange(JSON.parse(line)));
}

const kinds = {package: inPackage, exchanges: inExchanges};
const [kind, place] = process.argv.slice(2);
try {
  const faults = kinds[kind](place);
  faults.forEach((fault) => console.log(fault));
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (fault) {
  console.error(`check.mjs: ${kind} ${place}: ${fault.message}`);
  process.exitCode = 2;
}
