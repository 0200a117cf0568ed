// Renders what the skill shows with Amazon's own view host in Chromium, looks at what is to be read there, and touches it: the touch
// travels to the skill, and what it answers is rendered in its place.
//   node screens.mjs FOLDER RESPONSES PICTURES   where RecordedSkills writes, further responses, where the pictures go
// A further response whose name begins with hostile- is rendered on one viewport, by turns; everything else on all.
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {faultsOnScreen, expectedOn, touchOf} from './screen-faults.mjs';
import {written} from './seen.mjs';
import {filledSlot, intentRequest, models, skillIn} from './skill.mjs';
import {told} from './told.mjs';
import {withViewHost} from './view-host.mjs';

const VIEWPORTS = [
  {name: 'hub-large', width: 1280, height: 800, dpi: 160, shape: 'RECTANGLE', mode: 'HUB'},
  {name: 'hub-medium', width: 1024, height: 600, dpi: 160, shape: 'RECTANGLE', mode: 'HUB'},
  {name: 'hub-small', width: 960, height: 480, dpi: 160, shape: 'RECTANGLE', mode: 'HUB'},
  {name: 'hub-round', width: 480, height: 480, dpi: 160, shape: 'ROUND', mode: 'HUB'},
  {name: 'hub-portrait', width: 1080, height: 1920, dpi: 160, shape: 'RECTANGLE', mode: 'HUB'},
  {name: 'tv', width: 1920, height: 1080, dpi: 320, shape: 'RECTANGLE', mode: 'TV'},
  {name: 'mobile', width: 412, height: 915, dpi: 160, shape: 'RECTANGLE', mode: 'MOBILE'},
];
/** Each has a page, and so a process, of its own. */
const SCREENS_AT_ONCE = 2;

const [folder, responses, pictures] = process.argv.slice(2);

function documentIn({response}) {
  return (response?.directives ?? []).find(({type}) => type === 'Alexa.Presentation.APL.RenderDocument');
}

/** What is asked in each language: { title, state, intent, period }. */
const QUESTIONS = [
  {title: 'chart', state: 'fresh', intent: 'TopSongsIntent', period: 'TODAY'},
  {title: 'chart-long', state: 'long', intent: 'TopSongsIntent', period: 'TODAY'},
  {title: 'chart-stale', state: 'stale', intent: 'TopSongsIntent', period: 'THIS_HOUR'},
  {title: 'chart-all-time', state: 'tie', intent: 'TopSongsIntent', period: 'ALL_TIME'},
  {title: 'chart-yesterday', state: 'hostile', intent: 'TopSongsIntent', period: 'YESTERDAY'},
  {title: 'chart-last-hour', state: 'one-song', intent: 'TopSongsIntent', period: 'LAST_HOUR'},
  {title: 'song-long', state: 'long', intent: 'NumberOneIntent', period: 'THIS_HOUR'},
  {title: 'help', state: 'fresh', intent: 'AMAZON.HelpIntent'},
];

/** The screens that the skill answers with in a locale, and how to go on from each. */
async function answered(skill, {locale}) {
  const ask = (state, request) => skill.ask(state, skill.envelope({locale, request, screen: true, session: {new: false}}));
  return Promise.all(QUESTIONS.map(async ({title, state, intent, period}) => {
    const slots = period ? {period: filledSlot('period', period.toLowerCase(), period)} : {};
    const name = `${locale}.${title}`;
    const shown = documentIn(await ask(state, intentRequest(intent, slots)));
    if (!shown) {
      throw new Error(`${name}: nothing is shown`);
    }
    return {name, shown, touched: (sent) => ask(state, {type: 'Alexa.Presentation.APL.UserEvent', token: shown.token, arguments: sent})};
  }));
}

async function screensOf(skill) {
  // One locale a language: the others differ in what they understand.
  const locales = new Map(models().reverse().map((locale) => [locale.locale.slice(0, 2), locale]));
  const fromSkill = [];
  for (const locale of [...locales.values()].reverse()) {
    fromSkill.push(...await answered(skill, locale));
  }
  const fromTests = written(responses).map(({name, answer}) => ({name, shown: documentIn(answer)})).filter(({shown}) => shown);
  if (fromTests.length === 0) {
    throw new Error(`no response in ${responses} shows a screen`);
  }
  return {screens: [...fromSkill, ...fromTests], languages: locales.size};
}

async function faultsOf(view, screen, viewport, counts) {
  const faults = [];
  const look = async (name, shown) => {
    counts.pictures++;
    const seen = await view.show(shown);
    await view.picture(join(pictures, `${name}.${viewport.name}.png`));
    faults.push(...faultsOnScreen(seen, expectedOn(shown), viewport).map((fault) => `${name} on ${viewport.name}: ${fault}`));
    return seen;
  };
  const touch = touchOf(screen.shown, await look(screen.name, screen.shown));
  if (touch) {
    const sent = await view.touch(touch);
    const here = `${screen.name} on ${viewport.name}`;
    if (JSON.stringify(sent) !== JSON.stringify([touch.arguments])) {
      faults.push(`${here}: a touch sent ${JSON.stringify(sent)} instead of ${JSON.stringify([touch.arguments])}`);
    } else if (screen.touched) {
      counts.touches++;
      const next = documentIn(await screen.touched(sent[0]));
      if (next?.datasources.screen.song?.title !== touch.title) {
        faults.push(`${here}: a touch on ${touch.title} shows ${next?.datasources.screen.song?.title ?? 'no song'}`);
      } else {
        await look(`${screen.name}.touched`, next);
      }
    }
  }
  return faults;
}

async function rendered(screens, counts) {
  const faults = [];
  const waiting = [...VIEWPORTS];
  await withViewHost((screenOf) => Promise.all(Array.from({length: SCREENS_AT_ONCE}, async () => {
    for (let viewport = waiting.shift(); viewport; viewport = waiting.shift()) {
      const view = await screenOf(viewport);
      const turn = VIEWPORTS.indexOf(viewport);
      for (const screen of screens.filter(({name}, at) => !name.startsWith('hostile-') || at % VIEWPORTS.length === turn)) {
        faults.push(...await faultsOf(view, screen, viewport, counts));
      }
      await view.close();
    }
  })));
  return faults;
}

await told(async () => {
  mkdirSync(pictures, {recursive: true});
  const {screens, languages} = await screensOf(skillIn(folder));
  const counts = {pictures: 0, touches: 0};
  const faults = await rendered(screens, counts);
  return {
    seen: `${screens.length} screens in ${languages === 1 ? '1 language' : `${languages} languages`} on ${VIEWPORTS.length} viewports: ` +
      `${counts.pictures} pictures, ${counts.touches} touches to the skill and back`,
    faults,
  };
});
