// What scripts/deploy reads and writes of the skill: its id, as ask-cli keeps it, and the endpoint in its manifest.
//   node skill.mjs id|import PROFILE      the id of the skill, or of the last import; nothing if there is none
//   node skill.mjs keep PROFILE ID        keeps the id of the skill where ask-cli looks for it
//   node skill.mjs made-by-import         the id of the skill in an answer of Alexa's on standard input; nothing if there is none
//   node skill.mjs endpoint [ARN]         the endpoint in the manifest, or writes it
//   node skill.mjs output FILE NAME       the one output of that name among those of all stacks
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const states = join(root, '.ask', 'ask-states.json');
const manifest = join(root, 'skill-package', 'skill.json');

function parsed(name, text) {
  try {
    return JSON.parse(text);
  } catch (fault) {
    throw new Error(`${name} is no JSON: ${fault.message}`);
  }
}

function read(file) {
  return parsed(relative(root, file), readFileSync(file, 'utf8'));
}

// In ask-cli's own form, which has no newline at the end.
function write(file, content) {
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, JSON.stringify(content, null, 2));
}

function readStates() {
  return existsSync(states) ? read(states) : {askcliStatesVersion: '2020-03-31', profiles: {}};
}

function keep(profile, id) {
  const content = readStates();
  content.profiles[profile] = {...content.profiles[profile], skillId: id};
  write(states, content);
}

function endpoint(arn) {
  const content = read(manifest);
  const custom = content.manifest.apis.custom;
  if (arn === undefined) {
    return custom.endpoint?.uri;
  }
  if (!/^arn:aws[a-z-]*:lambda:/.test(arn)) {
    throw new Error(`an endpoint is the ARN of a function, was '${arn}'`);
  }
  custom.endpoint = {...custom.endpoint, uri: arn};
  write(manifest, content);
}

function output(file, name) {
  const values = Object.values(read(file)).map((stack) => stack[name]).filter((value) => value !== undefined);
  if (values.length !== 1) {
    throw new Error(`the stacks have one output ${name}, found ${values.length} in ${relative(root, file)}`);
  }
  return values[0];
}

const commands = {
  id: (profile) => readStates().profiles[profile]?.skillId,
  import: (profile) => readStates().profiles[profile]?.skillMetadata?.lastImportId,
  keep,
  'made-by-import': () => parsed('the answer', readFileSync(0, 'utf8')).skill?.skillId,
  endpoint,
  output,
};

const [command, ...words] = process.argv.slice(2);
try {
  const answer = commands[command](...words);
  if (answer) {
    console.log(answer);
  }
} catch (fault) {
  console.error(`scripts/deploy: ${fault.message}`);
  process.exitCode = 2;
}
