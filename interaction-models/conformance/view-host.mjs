// Amazon's view host in headless Chromium: shows a document with its data, tells where its texts are drawn, and takes touches.
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {createRequire} from 'node:module';
import {chromium} from 'playwright-core';
import {browserPath} from './chromium.mjs';

const VIEW_HOST = createRequire(import.meta.url).resolve('apl-viewhost-web');
const OPTIONS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const MOST_MILLISECONDS = 2000;

// About as wide as the font of the devices, which is Amazon's own; DejaVu, which sans-serif often is, is a good deal wider.
// The engine tells only once that it is ready: whoever asks later waits for ever.
const PAGE = `<!doctype html><meta charset="utf-8"><style>body{margin:0;background:#000}*{font-family:'Liberation Sans',Arial,sans-serif!important}</style><body></body>
<script src="/view-host.js"></script><script>window.engine = window.AplRenderer.initEngine();</script>`;

async function served() {
  const script = readFileSync(VIEW_HOST);
  const server = createServer((request, response) => {
    const isScript = request.url === '/view-host.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : PAGE);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Lets somebody use the browser: a function that is given `screenOf`, which gives a screen of a viewport. */
export async function withViewHost(use) {
  const server = await served();
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({executablePath: browserPath(), args: OPTIONS});
  try {
    return await use((viewport) => screenOf(browser, origin, viewport));
  } finally {
    await browser.close();
    server.close();
  }
}

/** A screen: shows one thing after the other. It has a process of its own. */
async function screenOf(browser, origin, viewport) {
  const context = await browser.newContext({viewport: {width: viewport.width, height: viewport.height}});
  const page = await context.newPage();
  await page.route(/^https?:/, (route) => (route.request().url().startsWith(origin) ? route.continue() : route.abort()));
  await page.goto(origin);
  return {
    /** Shows a document with its data, and gives what is to be seen: { texts, all, warnings }. */
    show: async ({document, datasources}) => {
      await page.evaluate(show, {document, datasources, viewport});
      return page.evaluate(drawn);
    },
    picture: (path) => page.screenshot({path}),
    /** Touches a place and gives what is sent then: lists of arguments. */
    touch: async ({x, y}) => {
      await page.mouse.click(x, y, {delay: 20});
      await page.waitForFunction(() => window.sent.length > 0, undefined, {timeout: MOST_MILLISECONDS}).catch(() => {});
      return page.evaluate(() => window.sent);
    },
    close: () => context.close(),
  };
}

/** Runs in the page: shows a document in place of the one before. */
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
    logTransport: (level, name, message) => window.warnings.push(`${level} ${name} ${message}`.replace(/\s+/g, ' ')),
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
    // A space at the end of a line may hang over it.
    range.setStart(node, node.data.length - node.data.trimStart().length);
    range.setEnd(node, node.data.trimEnd().length);
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
