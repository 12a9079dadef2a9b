import { chromium } from '@playwright/test';
import { findChromium } from '../scripts/lib/find-chromium.mjs';
import { startForTest } from '../scripts/lib/start-for-test.mjs';
import { createAsker, expectStatus } from './lib/ask.mjs';
import { password, signUpMany } from './lib/members.mjs';
import { save } from './lib/save.mjs';
import { median, quantile } from './lib/statistics.mjs';

const LOOKS = ['trail', 'outline', 'board'];
const SLOWED = 4;
const WARM_UP = 6;
const WANTED_MS = 50;
/** As long as the longest roadmaps that people draw. */
const LONG = 120;

/**
 * From a key press to the changed mark, in each look of the whole roadmap with the processor slowed four times, and the
 * frames while a trail of 120 topics scrolls, slowed and not. Three figures of a press: until the mark has changed, until the frame after that, and the
 * browser's own (`PerformanceEventTiming`, in steps of 8 ms, the next paint included).
 */
export async function benchInteraction(presses = '30') {
  const product = await startForTest({
    log: 'bench-interaction',
    env: { WAYMARK_RATE_LIMIT_FACTOR: '100000', WAYMARK_LOG_LEVEL: 'error' },
  });
  const browser = await chromium.launch(await findChromium());
  const asker = createAsker(product.address);
  const results = [];
  const scrolls = [];
  try {
    const [member] = await signUpMany(asker, 1);
    const headers = { authorization: `Bearer ${member.accessToken}` };
    await expectStatus(asker.ask('PUT', '/api/me/enrolments/backend', { body: {}, headers }), 201, 'following');
    const readState = async (id) => {
      const way = await expectStatus(asker.ask('GET', '/api/me/enrolments/backend', { headers }), 200, 'reading');
      return way.topics[id]?.state ?? 'not_started';
    };
    for (const look of LOOKS)
      results.push(await measureLook(browser, product.address, member, look, presses, readState));
    for (const slowed of [1, SLOWED]) scrolls.push(await measureScroll(browser, product.address, member, slowed));
  } finally {
    asker.close();
    await browser.close();
    await product.stop();
  }
  print(results, scrolls);
  save('interaction', { slowed: SLOWED, presses: Number(presses), looks: results, scrolls });
  return 0;
}

/** The map of this member, and what waits until all that it asked for is answered. */
async function openMap(browser, address, { email }, look, more = async () => {}) {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
  });
  await context.request.post('/api/sessions', { data: { email, password } });
  await context.addInitScript((kept) => {
    localStorage.setItem('waymark:member', '1');
    localStorage.setItem('waymark:roadmap-view', kept);
  }, look);
  const page = await context.newPage();
  await page.addInitScript(watch);
  await more(page);
  const settled = watchRequests(page);
  await page.goto('/roadmaps/backend');
  await page.locator('[data-card] [data-node]').first().waitFor();
  await settled();
  const topics = await page.locator('[data-card] [data-node]').count();
  return { context, page, settled, topics };
}

/** Resolves when nothing was asked for a third of a second; the stream of changes is open all the time. */
function watchRequests(page) {
  const open = new Set();
  let last = Date.now();
  const seen = (request, isOpen) => {
    if (request.url().endsWith('/api/me/events')) return;
    last = Date.now();
    if (isOpen) open.add(request);
    else open.delete(request);
  };
  page.on('request', (request) => seen(request, true));
  page.on('requestfinished', (request) => seen(request, false));
  page.on('requestfailed', (request) => seen(request, false));
  return async () => {
    while (open.size > 0 || Date.now() - last < 330) await new Promise((resolve) => setTimeout(resolve, 30));
  };
}

async function measureLook(browser, address, member, look, presses, readState) {
  const { context, page, settled, topics } = await openMap(browser, address, member, look);
  await checkAnswer(page, settled, readState);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  const keys = [];
  for (let i = 0; i < WARM_UP + Number(presses); i += 1) {
    const figures = await press(page, settled, i % 2 ? 'r' : 'd');
    if (i >= WARM_UP) keys.push(figures);
  }
  const events = await page.evaluate(() => window.waymarkBench.events.splice(0));
  await context.close();
  return { look, topics, keys, events };
}

/** The trail with topics of its own doubled until it has `LONG` of them. */
async function measureScroll(browser, address, member, slowed) {
  const { context, page, topics } = await openMap(browser, address, member, 'trail', (opened) =>
    opened.route('**/api/roadmaps/backend', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: lengthen(await answer.json()) });
    }),
  );
  if (topics !== LONG) throw new Error(`the trail has ${topics} topics, not ${LONG}`);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowed });
  await scroll(page);
  const frames = await scroll(page);
  await context.close();
  return { slowed, topics, frames };
}

function lengthen(roadmap) {
  const more = roadmap.topics.slice(0, LONG - roadmap.topics.length);
  const copies = more.map((topic) => ({
    ...topic,
    id: `${topic.id}-more`,
    requirement: 'optional',
    prerequisites: [],
  }));
  const [first, ...rest] = roadmap.stages;
  const section = { id: 'more', title: 'More', items: copies.map(({ id }) => id) };
  return {
    ...roadmap,
    topics: [...roadmap.topics, ...copies],
    stages: [{ ...first, sections: [...first.sections, section] }, ...rest],
  };
}

/** In the page: what the browser says of each key press. */
function watch() {
  const events = [];
  window.waymarkBench = { events };
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') events.push(duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
}

/** The mark changes, and the server has it: else a press that does nothing would be the fastest. */
async function checkAnswer(page, settled, readState) {
  for (const [key, wanted] of [
    ['d', 'done'],
    ['r', 'not_started'],
  ]) {
    await press(page, settled, key);
    const deadline = Date.now() + 10_000;
    while ((await readState('http')) !== wanted) {
      if (Date.now() > deadline) throw new Error(`after ${key} the server has ${await readState('http')}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Presses a key on one topic. Gives the ms until its mark is another, and until the frame after that. */
async function press(page, settled, key) {
  const measured = page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const card = () => document.querySelector('[data-node=http]').closest('[data-card]');
        const drawn = () => card().querySelector('svg').innerHTML;
        document.querySelector('[data-node=http]').focus();
        const before = drawn();
        let begun = 0;
        addEventListener('keydown', () => (begun = performance.now()), { capture: true, once: true });
        const observer = new MutationObserver(() => {
          if (drawn() === before) return;
          observer.disconnect();
          const changedMs = performance.now() - begun;
          requestAnimationFrame(() => setTimeout(() => resolve({ changedMs, frameMs: performance.now() - begun })));
        });
        observer.observe(document.querySelector('main'), { subtree: true, childList: true, attributes: true });
        window.waymarkBench.isReady = true;
        setTimeout(() => reject(new Error('the mark did not change')), 10_000);
      }),
  );
  await page.waitForFunction(() => window.waymarkBench.isReady);
  await page.evaluate(() => {
    window.waymarkBench.isReady = false;
  });
  // It is kept on the device before it is sent: a page that is closed at once would take it along.
  const answered = page.waitForResponse((response) => response.url().endsWith('/topics/http'));
  await page.keyboard.press(key);
  const figures = await measured;
  await answered;
  // What the server answers is drawn, too, and belongs to no press.
  await settled();
  return figures;
}

/** From the top to the end, 120 px a frame as a quick wheel does. Gives the ms of each frame. */
async function scroll(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        scrollTo(0, 0);
        const frames = [];
        let last = 0;
        const step = (now) => {
          if (last) frames.push(now - last);
          last = now;
          const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
          if (scrollTop + clientHeight >= scrollHeight - 2 || frames.length > 600) resolve(frames);
          else {
            scrollBy(0, 120);
            requestAnimationFrame(step);
          }
        };
        requestAnimationFrame(step);
      }),
  );
}

function print(results, scrolls) {
  const three = (values) =>
    values.length === 0
      ? 'all under 16'
      : [median(values), quantile(values, 0.95), Math.max(...values)].map((ms) => ms.toFixed(0)).join(' / ');
  console.table(
    results.map(({ look, topics, keys, events }) => ({
      look,
      topics,
      'key to mark, median / p95 / max ms': three(keys.map(({ changedMs }) => changedMs)),
      'key to frame': three(keys.map(({ frameMs }) => frameMs)),
      'browser, to paint': three(events),
      [`presses over ${WANTED_MS} ms`]: keys.filter(({ changedMs }) => changedMs > WANTED_MS).length,
    })),
  );
  console.table(
    scrolls.map(({ slowed, topics, frames }) => ({
      'processor slowed': slowed,
      topics,
      frames: frames.length,
      'frame, median / p95 / max ms': three(frames),
      [`frames over ${WANTED_MS} ms`]: frames.filter((ms) => ms > WANTED_MS).length,
    })),
  );
}
