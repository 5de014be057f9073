import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { opensCheckout, stored } from './buyers.js';
import { randomOf } from '../random.js';
import { disturb, pick } from './chaos.js';
import { bank, checkout, payButton, SANDBOX, typeCard } from './helpers.js';

const QUARTERLY = 'S730118264_DE';
const FREE = 'S401772935_DE';

/** How a shopper pays. */
type Way = 'nothing' | 'a card' | 'a card with a question' | 'the bank’s page' | 'PayPal';
const WAYS: readonly Way[] = ['nothing', 'a card', 'a card with a question', 'the bank’s page', 'PayPal'];
const NUMBERS: Partial<Record<Way, string>> = {
  'a card': '5555 4444 3333 1111',
  'a card with a question': '5000 5500 0000 0029',
  'the bank’s page': '5212 3456 7890 1234',
};

/** Longer than the client waits for an answer and asks what became of a payment: who still sees nothing to press then is stuck. */
const PATIENCE_MS = 60_000;
/** So often a shopper acts before the test calls it a circle. */
const MOST_ACTS = 25;
const MOST_FAULTS = 4;
/** What is gone before a shopper has reached it is not waited for: they look again. */
const REACH_MS = 15_000;
/** Whose bank shows nothing for so long pays another way. */
const BANK_MS = 15_000;

interface Shopper {
  page: Page;
  readonly context: BrowserContext;
  readonly way: Way;
  readonly roll: () => number;
  readonly did: string[];
  /** Since when the bank's frame has shown nothing to answer. */
  emptySince?: number | undefined;
}

/** What the checkout shows; asked of the page, for a page that is just being left has none to wait for. */
const view = (page: Page) => page.evaluate(() => document.querySelector('cleeng-checkout')?.view);
const ends = async (page: Page) =>
  checkout(page)
    .getByText(/Thank you!|Good news: you already have access to this\./)
    .first()
    .isVisible();

/** Whether the kit has come with the page, which may just be left. */
const hasCheckout = (page: Page) => page.evaluate(() => customElements.get('cleeng-checkout') !== undefined).catch(() => true);

/** What is on screen that leads on, if anything is yet. */
async function wayOn(shopper: Shopper): Promise<{ name: string; take: () => Promise<unknown> } | undefined> {
  const { page, way } = shopper;
  if (page.url().startsWith(SANDBOX)) {
    const button = page.getByRole('button', { name: way === 'PayPal' ? 'Pay now' : 'Authorise' });
    return (await button.isVisible()) ? { name: 'authorises', take: () => button.click() } : undefined;
  }
  for (const label of ['Check again', 'Try again']) {
    const button = checkout(page).getByRole('button', { name: label }).first();
    if (await button.isVisible()) return { name: `presses “${label}”`, take: () => button.click() };
  }
  const password = bank(page).getByLabel('Password');
  if (await password.isVisible()) {
    return {
      name: 'answers the bank',
      async take() {
        await password.fill('password');
        await bank(page).getByRole('button', { name: 'Confirm' }).click();
      },
    };
  }
  const shown = await view(page);
  if (shown === 'action') {
    shopper.emptySince ??= Date.now();
    if (Date.now() - shopper.emptySince < BANK_MS) return undefined;
    return { name: 'leaves the bank', take: () => checkout(page).getByRole('button', { name: 'Pay another way' }).click() };
  }
  if (shown !== 'review') return undefined;
  if (way === 'PayPal') {
    const button = checkout(page).locator('button.paypal');
    return (await button.isVisible()) ? { name: 'goes to PayPal', take: () => button.click() } : undefined;
  }
  if (!(await payButton(page).isVisible())) return undefined;
  return {
    name: 'pays',
    async take() {
      const number = NUMBERS[way];
      if (number) await typeCard(page, number);
      await payButton(page).click();
    },
  };
}

/** What shoppers do besides. */
async function whim(shopper: Shopper): Promise<void> {
  const { page, context, roll, did } = shopper;
  if (roll() > 0.3) return;
  const what = pick(roll, ['reloads', 'clicks twice', 'loses the connection', 'closes the tab'] as const);
  did.push(what);
  switch (what) {
    case 'reloads':
      // A page that is just leaving for another one is not loaded again.
      await page.reload().catch(() => undefined);
      return;
    case 'clicks twice':
      await payButton(page)
        .dblclick({ timeout: 500, force: true })
        .catch(() => undefined);
      return;
    case 'loses the connection':
      await context.setOffline(true);
      await expect.poll(() => page.evaluate(() => navigator.onLine).catch(() => true)).toBe(false);
      await context.setOffline(false);
      // A page whose own scripts did not come is loaded again, by whoever wants to see it.
      if (!page.url().startsWith(SANDBOX) && !(await hasCheckout(page))) await page.reload();
      return;
    case 'closes the tab': {
      const address = page.url();
      await page.close();
      shopper.page = await context.newPage();
      await shopper.page.route('**/paypal/sdk/js*', (route) => route.abort());
      await shopper.page.goto(address);
    }
  }
}

/** Shops until there is nothing left to do. */
async function shop(shopper: Shopper): Promise<void> {
  for (let acts = 0; acts < MOST_ACTS; acts++) {
    let next: Awaited<ReturnType<typeof wayOn>>;
    await expect
      .poll(
        async () => {
          // A page that is just being left has nothing to show.
          const done = await ends(shopper.page).catch(() => false);
          next = done ? undefined : await wayOn(shopper).catch(() => undefined);
          return done || next !== undefined;
        },
        { timeout: PATIENCE_MS, message: `a way on for who ${shopper.did.join(', ')}` },
      )
      .toBe(true);
    if (!next) return;
    shopper.did.push(next.name);
    shopper.emptySince = undefined;
    // The page may change under a shopper's hands: then they look again.
    await next.take().catch(() => undefined);
    await whim(shopper);
  }
  throw new Error(`A circle: ${shopper.did.join(', ')}`);
}

const FULL = Boolean(process.env['FULL']);
const SEEDS = Array.from({ length: FULL ? 300 : 6 }, (_, index) => index + 1);

for (const seed of SEEDS) {
  test(`chaos ${seed}: paid once, access given, a way on at every step`, async ({ page, context }) => {
    test.setTimeout(300_000);
    // Seeds that follow one another begin far apart.
    const roll = randomOf(seed * 2_654_435_761);
    const way = WAYS[seed % WAYS.length]!;
    await page.route('**/paypal/sdk/js*', (route) => route.abort());
    const faults = await disturb(page, roll, MOST_FAULTS);
    const customerId = await opensCheckout(page, way === 'nothing' ? FREE : QUARTERLY);
    context.setDefaultTimeout(REACH_MS);
    context.setDefaultNavigationTimeout(PATIENCE_MS);
    const shopper: Shopper = { page, context, way, roll, did: [] };
    await test.step(way, () => shop(shopper));
    const told = `${way}; ${shopper.did.join(', ')}; ${faults.join('; ')}`;
    expect(await stored(shopper.page, 'payments', customerId), told).toEqual(['captured']);
    expect(await stored(shopper.page, 'subscriptions', customerId), told).toEqual(['active']);
    test.info().annotations.push({ type: 'chaos', description: told });
    if (process.env['FULL']) console.log(`chaos ${seed}: ${told}`);
  });
}
