// Holds everything that the skill has said against what Alexa takes: ssml-check for the markup, at most 8,000 characters, at most five
// songs named, a question exactly if the conversation goes on, and no longer than twenty seconds as far as that can be told from the text.
//   node speech.mjs FOLDER RESPONSES     where RecordedSkills writes, and a folder with further responses
import {check} from 'ssml-check';
import {answers} from './seen.mjs';
import {skillIn} from './skill.mjs';
import {told} from './told.mjs';

const MOST_CHARACTERS = 8000;
const MOST_SONGS = 5;
const MOST_SECONDS = 20;
// Their titles are long or strange on purpose: five of them take what they take.
const UNNATURAL = ['long', 'hostile'];
const CHARACTERS_A_SECOND = 15;
const JAPANESE_A_SECOND = 7;

const [folder, responses] = process.argv.slice(2);

function asks(text) {
  return /[?？]$/u.test(text);
}

function plain(ssml) {
  return ssml.replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim();
}

/** How long a text is spoken, roughly: a Japanese sign is a syllable or more, a letter is less. */
function seconds(text) {
  const japanese = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return japanese / JAPANESE_A_SECOND + ([...text].length - japanese) / CHARACTERS_A_SECOND;
}

/** The titles of which a text names something, none within another. */
function named(text, titles) {
  let rest = text.toLowerCase();
  return [...titles].sort((one, other) => other.length - one.length).filter((title) => {
    const there = rest.includes(title.toLowerCase());
    rest = rest.replaceAll(title.toLowerCase(), '');
    return there;
  });
}

function conversationFaults(response) {
  const said = plain(response.outputSpeech?.ssml ?? '');
  const open = response.shouldEndSession === false;
  return [
    ...(asks(said) === open ? [] : [`the session ${open ? 'goes on without' : 'ends with'} a question: ${said}`]),
    ...(Boolean(response.reprompt) === open ? [] : [`the session ${open ? 'goes on without' : 'ends with'} a reprompt: ${said}`]),
    ...(typeof response.shouldEndSession === 'boolean' ? [] : ['whether the session ends is left open']),
  ];
}

await told(async () => {
  const {states} = skillIn(folder);
  const known = new Map();
  const faults = [];
  let longest = 0;
  const seen = answers(folder, responses);
  for (const {name, state, request, answer: {response}} of seen) {
    const here = (fault) => faults.push(`${name}: ${fault}`);
    const speeches = [response.outputSpeech, response.reprompt?.outputSpeech].filter(Boolean);
    for (const {type, ssml} of speeches) {
      if (type !== 'SSML') {
        here(`the speech is ${type}`);
      } else if (!known.has(ssml)) {
        known.set(ssml, await check(ssml, {platform: 'amazon', locale: request?.request.locale ?? 'en-US'}));
        known.get(ssml)?.forEach((fault) => here(`${JSON.stringify(fault)} in ${ssml}`));
      }
      if (ssml?.length > MOST_CHARACTERS) {
        here(`${ssml.length} characters of speech`);
      }
    }
    if (request?.request.type !== 'SessionEndedRequest') {
      conversationFaults(response).forEach(here);
    }
    const spoken = seconds(plain(response.outputSpeech?.ssml ?? ''));
    if (state && !UNNATURAL.includes(state)) {
      longest = Math.max(longest, spoken);
      if (spoken > MOST_SECONDS) {
        here(`${Math.round(spoken)} seconds of speech: ${plain(response.outputSpeech.ssml)}`);
      }
    }
    const songs = named(plain(response.outputSpeech?.ssml ?? ''), state ? states[state].titles : []);
    if (songs.length > MOST_SONGS) {
      here(`${songs.length} songs are named: ${songs.join(', ')}`);
    }
  }
  return {seen: `${known.size} different speeches in ${seen.length} answers, the longest of ${Math.round(longest)} seconds`, faults};
});
