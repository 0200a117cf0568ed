// Everything that the skill has answered: in this run, and in the tests that write their responses down.
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {skillIn} from './skill.mjs';

/** The responses in a folder, one a file: [{ name, answer }]. */
export function written(folder) {
  return readdirSync(folder).filter((name) => name.endsWith('.json')).sort()
    .map((file) => ({name: file.replace(/\.json$/, ''), answer: JSON.parse(readFileSync(join(folder, file), 'utf8'))}));
}

/** All answers: [{ name, answer, state, request }], the last two only of this run. */
export function answers(folder, responses) {
  const exchanged = skillIn(folder).exchanges().filter(({answer}) => answer).map(({state, request, answer}) => {
    const {request: {type, intent, locale}} = request;
    return {name: `${state}, ${locale}, ${intent?.name ?? type}`, state, request, answer};
  });
  const all = [...exchanged, ...written(responses)];
  if (all.length === 0) {
    throw new Error('the skill has answered nothing');
  }
  return all;
}
