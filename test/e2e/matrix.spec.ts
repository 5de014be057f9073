import { expect, test, type Page } from '@playwright/test';
import { opensCheckout, recordPurchases, stored, tableOf, type Told } from './buyers.js';
import { bank, checkout, payButton, SANDBOX, typeCard } from './helpers.js';
import { offerMethods } from './methods.js';

const QUARTERLY = 'S730118264_DE';
const FREE = 'S401772935_DE';
const TRIAL = 'S274093615_DE';

/** A way to pay and how it ends. */
interface Case {
  readonly name: string;
  readonly offer?: string;
  readonly query?: string;
  readonly before?: (page: Page) => Promise<unknown>;
  readonly act: (page: Page) => Promise<unknown>;
  /** What the viewer reads in the end; a thank-you unless said otherwise. */
  readonly says?: RegExp;
  /** The one fact that is told: `complete`, or the code of the error. */
  readonly tells?: string;
}

const PAID = /Thank you!/;
const REFUSED = { says: /Your payment was refused\./, tells: 'payment-refused' } as const;
const CANCELLED = { says: /The payment was cancelled\./, tells: 'payment-cancelled' } as const;
const FAILED = { says: /Your payment could not be processed\./, tells: 'payment-failed' } as const;

const pay = (page: Page) => payButton(page).click();
const card = (number: string, then?: (page: Page) => Promise<unknown>) => async (page: Page) => {
  await expect(payButton(page)).toBeVisible({ timeout: 20_000 });
  await typeCard(page, number);
  await pay(page);
  await then?.(page);
};
const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();
const question = (password: string, button: string) => async (page: Page) => {
  await bank(page).getByLabel('Password').fill(password);
  await bank(page).getByRole('button', { name: button }).click();
};
const choose = (type: string) => async (page: Page) => {
  await expect(payButton(page)).toBeVisible({ timeout: 20_000 });
  await page.locator(`.adyen-checkout__payment-method--${type} button`).first().click();
  await expect(page.locator(`.adyen-checkout__payment-method--${type}.adyen-checkout__payment-method--selected`)).toBeVisible();
};
const method = (type: string, then?: (page: Page) => Promise<unknown>) => async (page: Page) => {
  await choose(type)(page);
  await pay(page);
  await then?.(page);
};
const popup = (open: (page: Page) => Promise<unknown>, name: string) => async (page: Page) => {
  const opened = page.waitForEvent('popup');
  await open(page);
  await (await opened).getByRole('button', { name }).click();
};
const theirButton = (page: Page) => page.frameLocator('iframe[title="PayPal-paypal"]').getByRole('button', { name: 'PayPal' }).click();
const ourButton = (page: Page) => checkout(page).locator('button.paypal').click({ timeout: 20_000 });
const noScript = (page: Page) => page.route('**/paypal/sdk/js*', (route) => route.abort());
const coupon = (code: string) => async (page: Page) => {
  await checkout(page).getByRole('button', { name: 'I have a coupon code' }).click();
  await checkout(page).getByLabel('Coupon code').fill(code);
  await page.keyboard.press('Enter');
};

const CARDS: readonly Case[] = [
  { name: 'a card', act: card('5555 4444 3333 1111') },
  { name: 'a card, for a trial', offer: TRIAL, act: card('4111 1111 1111 1111') },
  { name: 'a card that is refused', act: card('4000 6200 0000 0007'), ...REFUSED },
  { name: 'a card that ends in an error', act: card('4000 0200 0000 0000'), ...FAILED },
  { name: '3-D Secure without a question', act: card('5201 2815 0512 9736') },
  { name: '3-D Secure with a question', act: card('5000 5500 0000 0029', question('password', 'Confirm')) },
  { name: '3-D Secure with a question at once', act: card('4212 3456 7891 0006', question('password', 'Confirm')) },
  { name: '3-D Secure refused', act: card('5000 5500 0000 0029', question('wrong', 'Confirm')), ...REFUSED },
  { name: '3-D Secure cancelled', act: card('5000 5500 0000 0029', question('', 'Cancel')), ...CANCELLED },
  { name: '3-D Secure timed out', act: card('5000 5500 0000 0029', question('', 'Let it time out')), ...REFUSED },
  { name: 'the bank’s page, by a link', act: card('5212 3456 7890 1234', press('Authorise')) },
  { name: 'the bank’s page refuses', act: card('5212 3456 7890 1234', press('Refuse')), ...REFUSED },
  { name: 'the bank’s page is cancelled', act: card('5212 3456 7890 1234', press('Cancel')), ...CANCELLED },
  { name: 'the bank’s page, by a form', act: card('4212 3456 7890 1237', press('Authorise')) },
  { name: 'the bank’s page by a form refuses', act: card('4212 3456 7890 1237', press('Refuse')), ...REFUSED },
];

const OTHERS: readonly Case[] = [
  { name: 'iDEAL', act: method('ideal', press('Authorise')) },
  { name: 'iDEAL refused', act: method('ideal', press('Refuse')), ...REFUSED },
  { name: 'iDEAL cancelled', act: method('ideal', press('Cancel')), ...CANCELLED },
  {
    name: 'GCash, whose fee is shown first',
    async act(page) {
      await method('gcash')(page);
      await expect(checkout(page).getByText('The price is another one than shown before.')).toBeVisible();
      await expect(checkout(page).getByText('Payment fee')).toBeVisible();
      await pay(page);
      await press('Authorise')(page);
    },
    tells: 'price-changed, complete',
  },
  {
    name: 'Bancontact, by its card and the bank’s page',
    async act(page) {
      await choose('bcmc')(page);
      const row = page.locator('.adyen-checkout__payment-method--bcmc');
      for (const [field, text] of Object.entries({ encryptedCardNumber: '6703 4444 4444 4449', encryptedExpiryDate: '03/2030' })) {
        await row.frameLocator(`[data-cse="${field}"] iframe`).locator(`input[data-fieldtype="${field}"]`).fill(text);
      }
      await pay(page);
      await press('Authorise')(page);
    },
  },
  {
    name: 'a way that the Drop-in has no class for',
    before: (page) => offerMethods(page, [{ type: 'fjordpay', name: 'Fjordpay' }], { name: 'ideal', paymentMethod: { type: 'ideal' } }),
    act: method('fjordpay', press('Authorise')),
  },
  {
    name: 'Bancontact mobile, with the phone',
    async act(page) {
      await method('bcmc_mobile')(page);
      await expect(page.locator('.adyen-checkout__qr-loader')).toBeVisible();
      const phone = await page.context().newPage();
      await phone.goto(`${SANDBOX}/sandbox/phone`);
      await phone.getByRole('link').last().click();
      await phone.getByRole('button', { name: 'Authorise' }).click();
      await phone.close();
    },
  },
  { name: 'PayPal’s button', act: popup(theirButton, 'Pay now') },
  { name: 'PayPal’s button, cancelled', act: popup(theirButton, 'Cancel and go back'), ...CANCELLED },
  { name: 'PayPal’s button, failed', act: popup(theirButton, 'Let it fail'), ...FAILED },
  { name: 'PayPal in a window', query: '&paypal=popup', act: popup(ourButton, 'Pay now') },
  { name: 'PayPal in a window, failed', query: '&paypal=popup', act: popup(ourButton, 'Let it fail'), ...FAILED },
  {
    name: 'PayPal’s window is blocked',
    query: '&paypal=popup',
    async act(page) {
      await page.evaluate(() => (window.open = () => null));
      await ourButton(page);
      await press('Pay now')(page);
    },
  },
  { name: 'PayPal’s script is blocked', before: noScript, act: (page) => ourButton(page).then(() => press('Pay now')(page)) },
  {
    name: 'PayPal, cancelled',
    before: noScript,
    act: (page) => ourButton(page).then(() => press('Cancel and go back')(page)),
    ...CANCELLED,
  },
  { name: 'PayPal, failed', before: noScript, act: (page) => ourButton(page).then(() => press('Let it fail')(page)), ...FAILED },
  { name: 'nothing, for a free offer', offer: FREE, act: pay },
  {
    name: 'nothing, with a coupon for everything',
    async act(page) {
      await expect(payButton(page)).toBeVisible({ timeout: 20_000 });
      await coupon('FREE100')(page);
      await expect(checkout(page).getByText('Coupon FREE100 is applied.')).toBeVisible();
      await pay(page);
    },
  },
];

/** Plays one case. @returns what came of it, and whether that is what should have */
async function play(
  page: Page,
  told: Told[],
  { name, offer = QUARTERLY, query, before, act, says = PAID, tells }: Case,
): Promise<string[]> {
  await page.unrouteAll();
  await before?.(page);
  const customerId = await opensCheckout(page, offer, query);
  told.length = 0;
  const paid = says === PAID;
  let screen = 'as expected';
  try {
    await act(page);
    await expect(checkout(page).getByText(says).first()).toBeVisible({ timeout: 15_000 });
    if (!paid) await expect(payButton(page)).toBeVisible();
  } catch (error) {
    screen = `${await checkout(page).evaluate((element) => (element as HTMLElement & { view: string }).view)}: ${String(error).split('\n', 1)[0]}`;
  }
  const facts = told.map(({ fact, detail }) => (fact === 'complete' ? fact : (detail['error'] as { code: string }).code)).join(', ');
  const payments = (await stored(page, 'payments', customerId)).join();
  const holdings = (await stored(page, 'subscriptions', customerId)).join();
  const right =
    screen === 'as expected' &&
    facts === (tells ?? 'complete') &&
    payments === (paid ? 'captured' : '') &&
    holdings === (paid ? 'active' : '');
  return [right ? 'ok' : 'WRONG', name, screen, facts || '-', payments || '-', holdings || '-'];
}

const HEADER = ['', 'way to pay', 'screen', 'told', 'payments', 'access'];

for (const [group, cases] of Object.entries({ 'cards and banks': CARDS, 'other ways': OTHERS })) {
  test(`every way to pay and every end of it: ${group}`, async ({ page }) => {
    test.setTimeout(180_000);
    const told = await recordPurchases(page);
    const rows = [HEADER];
    for (const each of cases) rows.push(await play(page, told, each));
    console.log(`\n${tableOf(rows)}`);
    expect(rows.slice(1).filter(([verdict]) => verdict !== 'ok')).toEqual([]);
  });
}

interface HolderName {
  name: string;
  outcome: string;
}

const SAYS: Readonly<Record<string, { says: RegExp; tells: string }>> = { refused: REFUSED, cancelled: CANCELLED, error: FAILED };

test('every cardholder’s name that decides an outcome, with one order and one card that stays typed', async ({ page }) => {
  test.setTimeout(120_000);
  const told = await recordPurchases(page);
  const customerId = await opensCheckout(page, QUARTERLY);
  await expect(payButton(page)).toBeVisible({ timeout: 20_000 });
  await typeCard(page, '5555 4444 3333 1111');
  const { holderNames } = (await (await page.request.get(`${SANDBOX}/sandbox/cards`)).json()) as { holderNames: HolderName[] };
  const rows = [['', 'cardholder', 'outcome', 'told']];
  const last = [...holderNames].sort((a, b) => Number(a.outcome === 'authorised') - Number(b.outcome === 'authorised'));
  for (const { name, outcome } of last) {
    told.length = 0;
    const { says, tells } = SAYS[outcome] ?? { says: PAID, tells: 'complete' };
    await page.locator('input[name="holderName"]').fill(name);
    await pay(page);
    await expect.poll(() => told.length, { timeout: 15_000 }).toBe(1);
    await expect(checkout(page).getByText(says).first()).toBeVisible();
    const fact = told.map(({ fact, detail }) => (fact === 'complete' ? fact : (detail['error'] as { code: string }).code)).join(', ');
    rows.push([fact === tells ? 'ok' : 'WRONG', name, outcome, fact]);
  }
  console.log(`\n${tableOf(rows)}`);
  expect(rows.slice(1).filter(([verdict]) => verdict !== 'ok')).toEqual([]);
  expect(await stored(page, 'payments', customerId)).toEqual(['captured']);
});
