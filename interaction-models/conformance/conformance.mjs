// Starts the skill and runs the checks against it, a line each; scripts/conformance is the way to call it.
//   node conformance.mjs FOLDER CLASSPATH [CHECK]   a folder for what is found, the file with the classpath of RecordedSkills, one check
// Ends with 0 if there is no fault, with 1 if there are some, with 2 if a check could not look. Everything it starts ends with it.
import {spawn} from 'node:child_process';
import {createWriteStream, mkdirSync, readFileSync, rmSync} from 'node:fs';
import {delimiter, dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {PACKAGE} from './skill.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(PACKAGE);
const MOST_SHOWN = 25;

const [folder, classpath, chosen] = process.argv.slice(2);
const RESPONSES = join(ROOT, 'lambda', 'target', 'screens');

/** The checks in the order in which they are told; those of one group run at the same time, after those of the group before. */
const GROUPS = [
  [
    {name: 'schema', words: ['package.mjs']},
    {name: 'questions', words: ['questions.mjs', folder], needed: ['speech', 'documents']},
    {name: 'utterances', words: ['utterances.mjs', folder]},
    {name: 'conversations', words: ['conversations.mjs', folder]},
  ],
  [{name: 'screens', words: ['screens.mjs', folder, RESPONSES, join(folder, 'pictures')]}],
  [
    {name: 'speech', words: ['speech.mjs', folder, RESPONSES]},
    {name: 'documents', words: ['documents.mjs', folder, RESPONSES]},
  ],
];

const running = new Set();

function started(command, words, options) {
  const child = spawn(command, words, options);
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** Starts the skill; it ends with its standard input, so also when this process is killed. */
async function skill() {
  const own = ['classes', 'test-classes'].map((name) => join(ROOT, 'local', 'target', name));
  const path = [...own, readFileSync(classpath, 'utf8').trim()].join(delimiter);
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
  // Without the last option each answer to virtual-alexa waits 40 ms for an acknowledgement.
  const options = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xmx256m', '-Dsun.net.httpserver.nodelay=true'];
  const child = started(java, [...options, '-cp', path, 'io.crowdchart.local.skill.RecordedSkills', folder], {stdio: ['pipe', 'pipe', 'inherit']});
  await new Promise((ready, refused) => {
    child.stdout.on('data', (said) => String(said).includes('ready') && ready());
    child.once('error', refused);
    child.once('exit', (status) => refused(new Error(`the skill ended with ${status} before it was ready`)));
  });
  return child;
}

/** Runs a check; what it says is kept in a file. */
async function ran({name, words}) {
  const start = Date.now();
  const child = started(process.execPath, words, {cwd: HERE, env: {...process.env, AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE: '1'}, stdio: ['ignore', 'pipe', 'pipe']});
  const log = createWriteStream(join(folder, `${name}.log`));
  let said = '';
  let complaint = '';
  child.stdout.on('data', (text) => { said += text; });
  child.stderr.on('data', (text) => { complaint += text; });
  const status = await new Promise((ended) => { child.once('close', ended); });
  log.end(said + complaint);
  const lines = said.trimEnd().split('\n');
  return {name, status, seen: lines.pop(), faults: lines, complaint, seconds: (Date.now() - start) / 1000};
}

function tell({name, status, seen, faults, complaint, seconds}) {
  const outcome = status === 0 ? 'ok  ' : 'FAIL';
  console.log(`${outcome} ${name}: ${status === 0 || status === 1 ? seen : 'could not look'} (${seconds.toFixed(1)} s)`);
  faults.slice(0, MOST_SHOWN).forEach((fault) => console.log(`       ${fault}`));
  if (faults.length > MOST_SHOWN) {
    console.log(`       … and ${faults.length - MOST_SHOWN} more in ${join(folder, `${name}.log`)}`);
  }
  if (status !== 0 && status !== 1 && complaint) {
    console.log(`       ${complaint.trimEnd().split('\n').join('\n       ')}`);
  }
}

function isChosen({name, needed = []}) {
  return !chosen || chosen === name || needed.includes(chosen);
}

async function main() {
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  await skill();
  let worst = 0;
  for (const group of GROUPS) {
    const results = group.filter(isChosen).map(ran);
    for (const result of results) {
      const told = await result;
      tell(told);
      worst = Math.max(worst, told.status ?? 2);
    }
  }
  return worst;
}

function stop() {
  for (const child of running) {
    child.kill();
  }
}

for (const [signal, status] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]]) {
  process.once(signal, () => {
    stop();
    process.exit(status);
  });
}
try {
  process.exitCode = await main();
} catch (fault) {
  console.error(`scripts/conformance: ${fault.message}`);
  process.exitCode = 2;
} finally {
  stop();
}
