import { cpus, loadavg, totalmem } from 'node:os';
import { serve } from '@hono/node-server';
import { chromium, type Page } from 'playwright';
import { createApp } from '../../sandbox/src/app.js';
import { Annals } from '../../sandbox/src/db/seed/annals.js';
import { OFFERS } from '../../sandbox/src/db/seed/offers.js';
import { PUBLISHER_ID } from '../../sandbox/src/db/seed/publishers.js';
import { Story } from '../../sandbox/src/db/seed/story.js';
import { openPlatform } from '../../sandbox/src/open-platform.js';
import { hashPassword } from '../../sandbox/src/passwords.js';
import { plainPage, serve as serveSite, serveCdn } from '../e2e/publisher.js';
import { traceWork } from './work.js';

/**
 * Whether a viewer who has bought a great deal can scroll and act without the page standing still: My Account on a processor a quarter as
 * fast as this one. Measured twice: as the processor time of the page's tasks here, times four, which nobody else on the machine changes
 * much; and on a page that the browser slows down, which others make look slower still. RESULTS.md keeps figures, command and machine.
 */
const TRANSACTIONS = 2000;
const SUBSCRIPTIONS = 30;
const SLOWDOWN = 4;
const RUNS = 5;
const EMAIL = 'much@example.net';
const PASSWORD = 'Password1';
/** What a viewer feels as standing still, in ms. */
const LONG = 50;

/** A sandbox with one viewer. @returns its address, and how to end it */
async function sandbox(): Promise<{ url: string; close: () => Promise<void> }> {
  let url = '';
  const { platform, close } = await openPlatform({ data: 'memory', origin: () => url, world: 'empty' });
  await platform.db.transaction(async (tx) => {
    const annals = await Annals.open(tx);
    const now = platform.clock.wall();
    const registeredAt = now - 3000 * 86_400;
    const person = { publisherId: PUBLISHER_ID, email: EMAIL, firstName: 'Mara', lastName: 'Vogt', registeredAt };
    const story = new Story(annals, now, { ...person, passwordHash: await hashPassword(PASSWORD) });
    story.agree('3', true);
    story.answer();
    const offers = [OFFERS.annual, OFFERS.halfYear, OFFERS.quarterly];
    // Not yet renewed once: each is one transaction.
    for (let i = 0; i < SUBSCRIPTIONS; i++) await story.buy(offers[i % offers.length]!, story.ago(10 + i));
    for (let i = SUBSCRIPTIONS; i < TRANSACTIONS; i++) await story.buy(OFFERS.rental, story.ago(50 + i));
    await annals.write(now);
  });
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const one = serve({ fetch: createApp(platform).fetch, port: 0, overrideGlobalObjects: false }, () => resolve(one));
  });
  url = `http://localhost:${(server.address() as { port: number }).port}`;
  return {
    url,
    async close() {
      if ('closeAllConnections' in server) server.closeAllConnections();
      server.close();
      await close();
    },
  };
}

interface Step {
  readonly name: string;
  act(page: Page): Promise<void>;
}

/** Looks into the page so lightly that it does not count: Playwright's own looks would be most of what is measured. */
const see = (page: Page, tag: string, selector: string, count = 1): Promise<void> =>
  page.evaluate(
    async ([name, what, least]) => {
      while ((document.querySelector(name)?.shadowRoot?.querySelectorAll(what).length ?? 0) < least) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    [tag, selector, count] as const,
  );

/** Presses the first button or link with this label as soon as it is there. */
const press = (page: Page, tag: string, label: string): Promise<void> =>
  page.evaluate(
    async ([name, text]) => {
      for (;;) {
        const all = document.querySelector(name)?.shadowRoot?.querySelectorAll<HTMLElement>('button, nav a') ?? [];
        const found = [...all].find(({ textContent, ariaDisabled }) => textContent.trim() === text && ariaDisabled !== 'true');
        // In a task of its own, as a viewer's click is one.
        if (found) return void setTimeout(() => found.click());
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    [tag, label] as const,
  );

const STEPS: readonly Step[] = [
  {
    name: 'opens My Account',
    async act(page) {
      await page.goto(site.url, { waitUntil: 'commit' });
      await see(page, 'cleeng-my-account', 'article', SUBSCRIPTIONS);
    },
  },
  { name: 'scrolls the overview', act: scroll },
  {
    name: 'opens the purchases',
    async act(page) {
      await press(page, 'cleeng-my-account', 'Purchases');
      await see(page, 'cleeng-transactions', 'li');
    },
  },
  { name: 'scrolls them', act: scroll },
  {
    name: 'pages five times',
    async act(page) {
      for (let i = 0; i < 5; i++) {
        const first = () =>
          page.evaluate(() => document.querySelector('cleeng-transactions')?.shadowRoot?.querySelector('li')?.dataset['id'] ?? '');
        const before = await first();
        await press(page, 'cleeng-transactions', 'Older');
        await see(page, 'cleeng-transactions', `li:first-child:not([data-id="${before}"])`);
      }
    },
  },
  {
    name: 'downloads them all',
    async act(page) {
      const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'cleeng-transactions', 'Download as CSV')]);
      await download.delete();
    },
  },
  {
    name: 'opens the plans',
    async act(page) {
      await press(page, 'cleeng-my-account', 'Plan');
      await see(page, 'cleeng-plan', 'article', SUBSCRIPTIONS);
    },
  },
  { name: 'scrolls the plans', act: scroll },
  {
    name: 'opens a change of plan',
    async act(page) {
      await press(page, 'cleeng-plan', 'Change plan');
      await press(page, 'cleeng-plan', 'Keep my plan');
    },
  },
  {
    name: 'cancels a plan',
    async act(page) {
      await press(page, 'cleeng-plan', 'Cancel plan');
      await see(page, 'cleeng-plan', 'textarea');
      await page.evaluate(() =>
        setTimeout(() => document.querySelector('cleeng-plan')?.shadowRoot?.querySelector('form')?.requestSubmit()),
      );
      await see(page, 'cleeng-plan', '[data-kind=success]');
    },
  },
];

/** To the end of the page and back, as with a wheel. */
async function scroll(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (const by of [800, -800]) for (let y = 0; y < height; y += 800) await page.mouse.wheel(0, by);
}

/** Everything once, in a browser of its own. @param rate how much slower the browser makes the page @returns the longest task of each step */
async function run(rate: number): Promise<number[]> {
  const browser = await chromium.launch(LAUNCH);
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(site.url);
  await page.locator('cleeng-login [name=email]').fill(EMAIL);
  await page.locator('cleeng-login [name=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await see(page, 'cleeng-my-account', 'article');
  // What the browser does to leave a page is no part of opening the next one.
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  const longest: number[] = [];
  for (const { act } of STEPS) {
    const stop = await traceWork(session);
    await act(page);
    longest.push(Math.max(...(await stop())));
  }
  await browser.close();
  return longest;
}

/** The middle one, the least and the most, and how often it was too long. */
function told(all: readonly number[]): string {
  const sorted = all.toSorted((one, other) => one - other);
  const [least = 0, middle = 0, most = 0] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  return `${middle.toFixed(0)} (${least.toFixed(0)} to ${most.toFixed(0)}), ${all.filter((ms) => ms > LONG).length} over`.padEnd(32);
}

const LAUNCH = process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {};
const platform = await sandbox();
const cdn = await serveCdn();
const config = `publisher-id="${PUBLISHER_ID}" api-base="${platform.url}" psp-base="${platform.url}" lang="en"`;
const site = await serveSite(() =>
  Promise.resolve(plainPage(cdn.url, `<main><cleeng-my-account ${config}></cleeng-my-account></main>`, 'my-account')),
);
const machine = `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
console.log(
  `${machine}, load ${loadavg()[0]!.toFixed(1)} at the start; longest task in ms, median and from run to run; ${LONG} are allowed`,
);
const here: number[][] = [];
const slowed: number[][] = [];
for (let i = 0; i < RUNS; i++) {
  here.push((await run(1)).map((ms) => ms * SLOWDOWN));
  slowed.push(await run(SLOWDOWN));
  console.log(`run ${i + 1}: ${[here, slowed].map((all) => all[i]!.map((ms) => ms.toFixed(0)).join(' ')).join(', slowed down ')}`);
}
console.log(
  `${''.padEnd(24)}${`processor time times ${SLOWDOWN}`.padEnd(32)}slowed down by the browser, load ${loadavg()[0]!.toFixed(1)} at the end`,
);
for (const [i, { name }] of STEPS.entries()) {
  console.log(name.padEnd(24) + told(here.map((all) => all[i]!)) + told(slowed.map((all) => all[i]!)));
}
site.close();
cdn.close();
await platform.close();
