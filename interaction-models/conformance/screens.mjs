// Renders the screens of responses with Amazon's own view host, looks at what is to be read there, and touches it.
//   node screens.mjs RESPONSES PICTURES   a folder with responses of the skill, one a file; a folder for the pictures
// A response whose name begins with hostile- is rendered on one viewport, by turns; every other one on all.
// Prints a line for each fault; ends with 0 if there is none, else with 1. Needs Chromium: CHROMIUM names it, or it is on the PATH.
import {accessSync, constants, mkdirSync, readFileSync, readdirSync} from 'node:fs';
import {createServer} from 'node:http';
import {createRequire} from 'node:module';
import {delimiter, join} from 'node:path';
import {StaticAplTemplateValidator} from 'apl-suggester';
import {chromium} from 'playwright-core';
import {faultsOnScreen, expectedOn, touchOf} from './screen-faults.mjs';

const viewHost = createRequire(import.meta.url).resolve('apl-viewhost-web');

const VIEWPORTS = [
  {name: 'hub-large', width: 1280, height: 800, dpi: 160, shape: 'RECTANGLE', mode: 'HUB'},
  {name: 'hub-medium', width: 1024, height: 600, dpi: 160, shape: 'RECTANGLE', mode: 'HUB'},
  {name: 'hub-small', width: 960, height: 480, dpi: 160, shape: 'RECTANGLE', mode: 'HUB'},
  {name: 'hub-round', width: 480, height: 480, dpi: 160, shape: 'ROUND', mode: 'HUB'},
  {name: 'hub-portrait', width: 1080, height: 1920, dpi: 160, shape: 'RECTANGLE', mode: 'HUB'},
  {name: 'tv', width: 1920, height: 1080, dpi: 320, shape: 'RECTANGLE', mode: 'TV'},
  {name: 'mobile', width: 412, height: 915, dpi: 160, shape: 'RECTANGLE', mode: 'MOBILE'},
];

// The engine tells only once that it is ready: whoever asks later waits for ever.
const PAGE = `<!doctype html><meta charset="utf-8"><style>body{margin:0;background:#000}*{font-family:sans-serif!important}</style><body></body>
<script src="/view-host.js"></script><script>window.engine = window.AplRenderer.initEngine();</script>`;

function browserPath() {
  const named = process.env.CHROMIUM;
  const found = (named ? [named] : (process.env.PATH ?? '').split(delimiter).flatMap((folder) =>
    ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))).find(isExecutable);
  if (!found) {
    throw new Error(named ? `CHROMIUM names '${named}', which cannot be run`
      : "no chromium on the PATH: install it (on Debian, the package 'chromium'), or let CHROMIUM name one");
  }
  return found;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function served() {
  const server = createServer((request, response) => {
    const script = request.url === '/view-host.js';
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
    response.end(script ? readFileSync(viewHost) : PAGE);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function screensIn(folder) {
  const screens = readdirSync(folder).filter((name) => name.endsWith('.json')).sort().flatMap((file) => {
    const {response} = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    return (response?.directives ?? [])
      .filter(({type}) => type === 'Alexa.Presentation.APL.RenderDocument')
      .map(({document, datasources}) => ({name: file.replace(/\.json$/, ''), document, datasources}));
  });
  if (screens.length === 0) {
    throw new Error(`no response in ${folder} shows a screen`);
  }
  return screens;
}

async function staticFaults(screens) {
  const validator = new StaticAplTemplateValidator();
  const documents = new Map(screens.map(({name, document}) => [JSON.stringify(document), {name, document}]));
  const faults = [];
  for (const {name, document} of documents.values()) {
    for (const {path, errorMessage} of await validator.validate(document)) {
      faults.push(`${name}: ${path}: ${errorMessage}`);
    }
  }
  return faults;
}

/** Runs in the page: shows a screen in place of the one before. */
async function show({document: apl, datasources, viewport}) {
  window.shown?.destroy?.();
  const view = window.document.createElement('div');
  view.style.cssText = `position:absolute;left:0;top:0;width:${viewport.width}px;height:${viewport.height}px;overflow:hidden`;
  window.document.body.replaceChildren(view);
  window.view = view;
  window.sent = [];
  window.warnings = [];
  await window.engine;
  const content = window.AplRenderer.Content.create(JSON.stringify(apl));
  content.addData('payload', JSON.stringify(datasources));
  if (!content.isReady()) {
    throw new Error('the view host takes the document for incomplete or wrong');
  }
  window.shown = window.AplRenderer.default.create({
    content,
    view,
    environment: {agentName: 'crowd-chart', agentVersion: '1'},
    viewport: {width: viewport.width, height: viewport.height, isRound: viewport.shape === 'ROUND', shape: viewport.shape, dpi: viewport.dpi},
    theme: 'dark',
    mode: viewport.mode,
    utcTime: 0,
    localTimeAdjustment: 0,
    onSendEvent: (event) => window.sent.push(event.arguments),
    logLevel: 'warn',
    logTransport: (level, name, message) => window.warnings.push(`${level} ${name} ${message}`),
  });
  await window.shown.init();
  // It takes no mouse for half a second after a touch, and its making for one.
  window.shown.lastPointerEventTimestamp = 0;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/** Runs in the page: where each line of text is drawn, and of what it is a part. */
function drawn() {
  const walker = document.createTreeWalker(window.view, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim() || getComputedStyle(node.parentElement).visibility === 'hidden') {
      continue;
    }
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].map(({left, top, right, bottom}) => ({left, top, right, bottom}));
    const hiding = [];
    for (let element = node.parentElement; element !== window.view; element = element.parentElement) {
      if (getComputedStyle(element).overflow !== 'visible') {
        const {left, top, right, bottom} = element.getBoundingClientRect();
        hiding.push({left, top, right, bottom});
      }
    }
    const ellipsis = getComputedStyle(node.parentElement).textOverflow === 'ellipsis' || getComputedStyle(node.parentElement).webkitLineClamp !== 'none';
    texts.push({text: node.data, boxes, hiding, ellipsis});
  }
  return {texts, all: window.view.innerText, warnings: window.warnings};
}

async function faultsOf(page, screen, viewport, pictures) {
  await page.evaluate(show, {...screen, viewport});
  await page.screenshot({path: join(pictures, `${screen.name}.${viewport.name}.png`)});
  const seen = await page.evaluate(drawn);
  const faults = faultsOnScreen(seen, expectedOn(screen), viewport);
  const touch = touchOf(screen, seen);
  if (touch) {
    await page.mouse.click(touch.x, touch.y, {delay: 20});
    await page.waitForFunction(() => window.sent.length > 0, undefined, {timeout: 2000}).catch(() => {});
    const sent = JSON.stringify(await page.evaluate(() => window.sent));
    const wanted = JSON.stringify([touch.arguments]);
    if (sent !== wanted) {
      faults.push(`a touch sent ${sent} instead of ${wanted}`);
    }
  }
  return faults.map((fault) => `${screen.name} on ${viewport.name}: ${fault}`);
}

async function rendered(screens, pictures) {
  const server = await served();
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({
    executablePath: browserPath(),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const faults = [];
  try {
    for (const viewport of VIEWPORTS) {
      const page = await browser.newPage({viewport: {width: viewport.width, height: viewport.height}});
      await page.route(/^https?:/, (route) => (route.request().url().startsWith(origin) ? route.continue() : route.abort()));
      await page.goto(origin);
      for (const screen of screens.filter((one, at) => !one.name.startsWith('hostile-') || at % VIEWPORTS.length === VIEWPORTS.indexOf(viewport))) {
        faults.push(...await faultsOf(page, screen, viewport, pictures));
      }
      await page.close();
    }
  } finally {
    await browser.close();
    server.close();
  }
  return faults;
}

const [responses, pictures] = process.argv.slice(2);
try {
  if (!responses || !pictures) {
    throw new Error('expected a folder with responses and a folder for pictures');
  }
  const screens = screensIn(responses);
  mkdirSync(pictures, {recursive: true});
  const faults = [...await staticFaults(screens), ...await rendered(screens, pictures)];
  faults.forEach((fault) => console.log(fault));
  console.log(`${screens.length} screens on ${VIEWPORTS.length} viewports: ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (fault) {
  console.error(`screens.mjs: ${fault.message}`);
  process.exitCode = 1;
}
