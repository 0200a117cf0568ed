// Puts every intent to the skill in every state of the charts and in every locale, once as the first thing that is said, with all its
// slots filled and from a device with a screen, and once later, without any of it; and opens it, goes away, and touches a screen.
//   node questions.mjs FOLDER     where RecordedSkills writes
import {filledSlot, intentRequest, models, skillIn} from './skill.mjs';
import {told} from './told.mjs';

const VALUES = {'AMAZON.NUMBER': ['3'], 'AMAZON.Ordinal': ['2'], 'AMAZON.MusicRecording': ['hey jude', 'july']};
const LATER = {new: false};
const RUNNING_AT_ONCE = 4;

/** The requests of a locale: [{ request, screen, session }]. */
function questions({intents, types}) {
  return [
    {request: {type: 'LaunchRequest'}, screen: true},
    {request: {type: 'LaunchRequest'}},
    {request: {type: 'SessionEndedRequest', reason: 'USER_INITIATED'}, session: LATER},
    {request: {type: 'Alexa.Presentation.APL.UserEvent', token: 'chart', arguments: ['song', 1, 'imagine', 'ALL_TIME']}, screen: true, session: LATER},
    ...intents.flatMap(({name, slots = []}) => [
      {request: intentRequest(name, filled(slots, types)), screen: true},
      {request: intentRequest(name, Object.fromEntries(slots.map((slot) => [slot.name, {name: slot.name, confirmationStatus: 'NONE'}]))), session: LATER},
    ]),
  ];
}

function filled(slots, types) {
  return Object.fromEntries(slots.map(({name, type}, at) => {
    const own = types.find((each) => each.name === type);
    const value = VALUES[type]?.[at % VALUES[type].length];
    return [name, own ? filledSlot(name, own.values[0].name.value, own.values[0].id) : filledSlot(name, value)];
  }));
}

await told(async () => {
  const skill = skillIn(process.argv[2]);
  const locales = models();
  const asked = Object.keys(skill.states).flatMap((state) => locales.flatMap((locale) =>
    questions(locale).map((question) => ({state, locale: locale.locale, ...question}))));
  const faults = [];
  const ask = async ({state, locale, request, screen, session}) => {
    try {
      const {response} = await skill.ask(state, skill.envelope({locale, request, screen, session}));
      if (!response.outputSpeech && request.type !== 'SessionEndedRequest') {
        faults.push(`${state}, ${locale}: ${request.intent?.name ?? request.type} is met with silence`);
      }
    } catch (fault) {
      faults.push(`${state}, ${locale}: ${request.intent?.name ?? request.type}: ${fault.message}`);
    }
  };
  const waiting = [...asked];
  await Promise.all(Array.from({length: RUNNING_AT_ONCE}, async () => {
    while (waiting.length > 0) {
      await ask(waiting.pop());
    }
  }));
  return {seen: `${asked.length} questions in ${Object.keys(skill.states).length} states and ${locales.length} locales`, faults};
});
