// Conversations through ask-sdk-test, in every locale, held against its rules of certification: an open session asks, a closed one does not.
//   node conversations.mjs FOLDER     where RecordedSkills writes
import {createRequire} from 'node:module';
import {AlexaTest, AplUserEventRequestBuilder, IntentRequestBuilder, LaunchRequestBuilder, SessionEndedRequestBuilder} from 'ask-sdk-test';
import {models, skillIn} from './skill.mjs';
import {told} from './told.mjs';

const Mocha = createRequire(import.meta.url)('mocha');
const MOST_MILLISECONDS = 20_000;

/** The conversations of a locale, by their titles. */
function conversations(settings) {
  const turn = (request, expected) => ({request: request.build(), shouldEndSession: false, ...expected});
  const intent = (name, expected, slots = {}) => {
    const builder = new IntentRequestBuilder(settings, name);
    Object.entries(slots).forEach(([slot, value]) => builder.withSlot(slot, value));
    return turn(builder, expected);
  };
  const opened = () => turn(new LaunchRequestBuilder(settings), {saysLike: 'Hey Jude'});
  const apl = (request) => request.withInterfaces({apl: true});
  let said;
  const remembered = {callback: ({response}) => { said = response.card.content; }};
  return {
    'the chart, page by page, and once more': [
      opened(),
      intent('TopSongsIntent', {saysLike: 'Let It Be'}, {count: '5'}),
      intent('AMAZON.NextIntent', {saysLike: 'Imagine', ...remembered}),
      intent('AMAZON.RepeatIntent', {says: (again) => again.includes(said.slice(0, 20))}),
      intent('AMAZON.PreviousIntent', {saysLike: 'Hey Jude'}),
      intent('AMAZON.StopIntent', {shouldEndSession: true}),
    ],
    'a song, and its votes': [
      opened(),
      intent('SongRankIntent', {saysLike: 'Whiskey Girl'}, {song: 'whiskey girl'}),
      intent('SameSongVotesIntent', {saysLike: '312'}),
      intent('RankPositionIntent', {saysLike: 'Let It Be'}, {number: '5'}),
      intent('CompareSongsIntent', {saysLike: 'Hey Jude'}, {song: 'hey jude', other: 'dreams'}),
      intent('AMAZON.NoIntent', {shouldEndSession: true}),
    ],
    'help, something else, and goodbye': [
      intent('AMAZON.HelpIntent'),
      intent('AMAZON.FallbackIntent'),
      intent('ChartSizeIntent', {saysLike: '12'}),
      intent('HowFreshIntent'),
      intent('AMAZON.CancelIntent', {shouldEndSession: true}),
    ],
    'one question only': [intent('NumberOneIntent', {saysLike: 'Hey Jude', shouldEndSession: true})],
    'a screen, and a touch': [
      turn(apl(new LaunchRequestBuilder(settings)), {saysLike: 'Hey Jude'}),
      turn(apl(new IntentRequestBuilder(settings, 'TopSongsIntent')), {
        renderDocument: {token: 'chart', hasDataSources: {screen: ({songs}) => songs.length === 5 && songs[1].title === 'July'}},
      }),
      turn(apl(new AplUserEventRequestBuilder(settings).withToken('chart').withArguments('song', 2, 'july', 'ALL_TIME')), {
        saysLike: 'July',
        renderDocument: {token: 'song', hasDataSources: {screen: ({song}) => song.title === 'July'}},
      }),
      turn(new SessionEndedRequestBuilder(settings, 'USER_INITIATED'), {saysNothing: true, shouldEndSession: true}),
    ],
  };
}

/** The skill as ask-sdk-test wants to call it. */
function handler(skill) {
  return (event, context, callback) => {
    skill.ask('fresh', event).then((answer) => callback(null, answer), callback);
  };
}

function defined(mocha, skill, locales) {
  mocha.suite.emit('pre-require', globalThis, null, mocha);
  for (const {locale} of locales) {
    const settings = {appId: skill.id, userId: 'amzn1.ask.account.CONFORMANCE', deviceId: 'amzn1.ask.device.CONFORMANCE', locale};
    const alexa = new AlexaTest(handler(skill), settings);
    globalThis.describe(locale, () => {
      for (const [title, sequence] of Object.entries(conversations(settings))) {
        alexa.test(sequence, title);
      }
    });
  }
}

await told(async () => {
  const skill = skillIn(process.argv[2]);
  const locales = models();
  const faults = [];
  const mocha = new Mocha({reporter: function none() {}, timeout: MOST_MILLISECONDS});
  defined(mocha, skill, locales);
  const runner = await new Promise((ended) => {
    const run = mocha.run(() => ended(run));
    run.on('fail', (test, fault) => faults.push(`${test.fullTitle()}: ${fault.message.split('\n')[0]}`));
  });
  return {seen: `${runner.total} conversations in ${locales.length} locales`, faults};
});
