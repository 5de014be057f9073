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
import { traceWork, type Task } from './work.js';

/**
 * Whether a viewer who has bought a great deal can scroll and act without the page standing still: My Account on a processor a quarter as
 * fast as this one. RESULTS.md keeps figures, command and machine.
 */
const TRANSACTIONS = 2000;
const SUBSCRIPTIONS = 30;
const SLOWDOWN = 4;
const EMAIL = 'much@example.net';
const PASSWORD = 'Password1';
const ROUNDS = 3;
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

const account = (page: Page) => page.locator('cleeng-my-account');
const section = (page: Page, name: string) => account(page).getByRole('navigation').getByRole('link', { name }).click();

const STEPS: readonly Step[] = [
  {
    name: 'opens My Account',
    async act(page) {
      await page.reload();
      await account(page).getByRole('article').first().waitFor();
    },
  },
  { name: 'scrolls the overview', act: scroll },
  {
    name: 'opens the purchases',
    async act(page) {
      await section(page, 'Purchases');
      await page.locator('cleeng-transactions').getByRole('listitem').first().waitFor();
    },
  },
  { name: 'scrolls them', act: scroll },
  {
    name: 'pages ten times',
    async act(page) {
      const purchases = page.locator('cleeng-transactions');
      for (let i = 2; i <= 11; i++) {
        await purchases.getByRole('button', { name: 'Older' }).click();
        await purchases.getByText(`Page ${i}`).waitFor();
      }
    },
  },
  {
    name: 'downloads them all',
    async act(page) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('cleeng-transactions').getByRole('button', { name: 'Download as CSV' }).click(),
      ]);
      await download.delete();
    },
  },
  {
    name: 'opens the plans',
    async act(page) {
      await section(page, 'Plan');
      await page.locator('cleeng-plan').getByRole('button', { name: 'Change plan' }).first().waitFor();
    },
  },
  { name: 'scrolls them', act: scroll },
  {
    name: 'opens a change of plan',
    async act(page) {
      await page.locator('cleeng-plan').getByRole('button', { name: 'Change plan' }).first().click();
      await page.locator('cleeng-plan').getByRole('button', { name: 'Keep my plan' }).waitFor();
      await page.locator('cleeng-plan').getByRole('button', { name: 'Keep my plan' }).click();
    },
  },
  {
    name: 'cancels a plan',
    async act(page) {
      await page.locator('cleeng-plan').getByRole('button', { name: 'Cancel plan' }).first().click();
      await page.locator('cleeng-plan').getByRole('button', { name: 'Cancel plan now' }).click();
      await page.getByText('Your plan is cancelled.').waitFor();
    },
  },
];

/** To the end of the page and back, as with a wheel. */
async function scroll(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (const by of [400, -400]) for (let y = 0; y < height; y += 400) await page.mouse.wheel(0, by);
}

const platform = await sandbox();
const cdn = await serveCdn();
const config = `publisher-id="${PUBLISHER_ID}" api-base="${platform.url}" psp-base="${platform.url}" lang="en"`;
const site = await serveSite(() => Promise.resolve(plainPage(cdn.url, `<main><cleeng-my-account ${config}></cleeng-my-account></main>`)));
const browser = await chromium.launch(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {});
console.log(
  `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, load ${loadavg()[0]!.toFixed(1)}, Node ${process.version}, Chromium ${browser.version()}`,
);
console.log(
  `processor time at ${SLOWDOWN} times slowdown, longest of ${ROUNDS} rounds:`.padEnd(60),
  'task    script  tasks over',
  LONG,
  'ms',
);
const found = new Map<string, Task[]>();
for (let round = 0; round < ROUNDS; round++) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(site.url);
  await page.locator('cleeng-login [name=email]').fill(EMAIL);
  await page.locator('cleeng-login [name=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await account(page).getByRole('article').first().waitFor();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  for (const { name, act } of STEPS) {
    const stop = await traceWork(session, cdn.url);
    await act(page);
    found.set(name, [...(found.get(name) ?? []), ...(await stop())]);
  }
  await context.close();
}
for (const [name, tasks] of found) {
  const longest = (of: keyof Task) => Math.max(...tasks.map((task) => task[of])).toFixed(0);
  const long = tasks.filter(({ whole }) => whole > LONG).length;
  console.log(name.padEnd(60), longest('whole').padEnd(7), longest('script').padEnd(7), long);
}
await browser.close();
site.close();
cdn.close();
await platform.close();
