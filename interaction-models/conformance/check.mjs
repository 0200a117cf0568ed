// Holds what is uploaded, and what is said to Alexa, against Amazon's own schema:
//   node check.mjs package FOLDER     the manifest and the models of a skill package
//   node check.mjs exchanges FILE     requests and answers, one as JSON on each line
// A line for each fault; exit status 0 if there is none, 1 if there are some, 2 if it could not look.
import {readFileSync} from 'node:fs';
import {faultsOfExchange, faultsOfPackage} from './schema.mjs';

function inExchanges(file) {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).flatMap((line) => faultsOfExchange(JSON.parse(line)));
}

const kinds = {package: (folder) => faultsOfPackage(folder).faults, exchanges: inExchanges};
const [kind, place] = process.argv.slice(2);
try {
  const faults = kinds[kind](place);
  faults.forEach((fault) => console.log(fault));
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (fault) {
  console.error(`check.mjs: ${kind} ${place}: ${fault.message}`);
  process.exitCode = 2;
}
