import { expect, test, type Page } from '@playwright/test';
import { checkout, countCalls, expectOnePurchase, listen, newcomerAtPayment, payButton, rowsOf, total, typeCard } from './helpers.js';

const GOOD = '5555 4444 3333 1111';
const FREE = 'S401772935_DE';
const QUARTERLY = 'S730118264_DE';

async function enterCoupon(page: Page, code: string): Promise<void> {
  const opener = checkout(page).getByRole('button', { name: /I have a coupon code|Use another code/ });
  if (await opener.isVisible()) await opener.click();
  await checkout(page).getByLabel('Coupon code').fill(code);
  await page.keyboard.press('Enter');
}

/** What was typed into the card number's frame. */
const cardNumber = (page: Page) =>
  page.frameLocator('[data-cse="encryptedCardNumber"] iframe').locator('input[data-fieldtype="encryptedCardNumber"]');

test('a coupon changes the price, and neither the typed card nor the card form is lost', async ({ page }) => {
  await newcomerAtPayment(page, QUARTERLY);
  const events = await listen(page, 'cleeng-checkout-coupon');
  await typeCard(page, GOOD);
  const frames = countCalls(page, 'GET', /securedFields\.html$/);
  await expect(total(page)).toHaveText('€24.99');
  await enterCoupon(page, 'SAVE30');
  await expect(total(page)).toHaveText('€17.49');
  await expect(checkout(page).getByText('Coupon SAVE30 is applied.')).toBeVisible();
  await expect(checkout(page).getByText(/Your next 2 payments are €17\.49 each, then you pay €24\.99 every 3 months/)).toBeVisible();
  await enterCoupon(page, 'HALF999');
  await expect(total(page)).toHaveText('€12.50');
  await checkout(page).getByRole('button', { name: 'Remove' }).click();
  await expect(total(page)).toHaveText('€24.99');
  await expect(cardNumber(page)).toHaveValue(/5555 ?4444 ?3333 ?1111/);
  expect(frames.count).toBe(0);
  expect((await events()).map(({ status, code }) => [status, code])).toEqual([
    ['applied', 'SAVE30'],
    ['applied', 'HALF999'],
    ['removed', 'HALF999'],
  ]);
  await payButton(page).click();
  await expectOnePurchase(page);
});

test('each refusal of a coupon says why, and the order stays as it was', async ({ page }) => {
  await newcomerAtPayment(page);
  const events = await listen(page, 'cleeng-checkout-coupon');
  const field = checkout(page).getByLabel('Coupon code');
  for (const [code, says] of [
    ['NOPE', 'There is no coupon with this code.'],
    ['OTHER', 'This coupon is not for this offer.'],
    ['EXPIRED20', 'This coupon has expired.'],
    ['USED', 'This coupon has been used already.'],
    ['RESERVED', 'This coupon is reserved for somebody else.'],
  ] as const) {
    await enterCoupon(page, code);
    await expect(checkout(page).getByText(says)).toBeVisible();
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(total(page)).toHaveText('€0.00');
  }
  const codes = (await events()).map(({ status, error }) => [status, (error as { code: string }).code]);
  expect(codes).toEqual(
    ['coupon-not-found', 'coupon-not-applicable', 'coupon-expired', 'coupon-used', 'coupon-reserved'].map((code) => ['refused', code]),
  );
});

test('a coupon for everything needs no card; taken off again, the card form is back as it was', async ({ page }) => {
  await newcomerAtPayment(page, QUARTERLY);
  await typeCard(page, GOOD);
  await enterCoupon(page, 'FREE100');
  await expect(total(page)).toHaveText('€0.00');
  await expect(cardNumber(page)).toBeHidden();
  await expect(checkout(page).getByText('You pay nothing today, then €24.99 every 3 months, until you cancel.')).toBeVisible();
  await checkout(page).getByRole('button', { name: 'Remove' }).click();
  await expect(cardNumber(page)).toHaveValue(/5555 ?4444 ?3333 ?1111/);
  await enterCoupon(page, 'FREE100');
  await expect(total(page)).toHaveText('€0.00');
  await payButton(page).dblclick();
  await expectOnePurchase(page);
});

test('the publisher’s coupon is put on by itself; what the viewer takes off stays off', async ({ page }) => {
  await newcomerAtPayment(page, QUARTERLY);
  const orders = countCalls(page, 'PATCH', /\/orders\/\d+$/);
  await checkout(page).evaluate((element) => element.setAttribute('coupon-code', 'SAVE30'));
  await expect(total(page)).toHaveText('€17.49');
  await checkout(page).evaluate((element) => element.removeAttribute('coupon-code'));
  await expect(total(page)).toHaveText('€24.99');
  expect(orders.count).toBe(2);
});

test('a free offer takes one click and asks for no card', async ({ page }) => {
  const hosts: string[] = [];
  page.on('request', (request) => hosts.push(new URL(request.url()).pathname));
  await newcomerAtPayment(page, FREE);
  const complete = await listen(page, 'cleeng-checkout-complete');
  await expect(payButton(page)).toHaveText('Get access');
  await expect(checkout(page).getByText('This is free. Nothing is charged.')).toBeVisible();
  await payButton(page).dblclick();
  await expectOnePurchase(page);
  expect(hosts.filter((path) => /checkoutshopper|paypal/.test(path))).toEqual([]);
  const [event] = await complete();
  expect(await complete()).toHaveLength(1);
  expect(event).toMatchObject({
    offerId: FREE,
    order: { offerId: FREE },
    payment: { method: 'manual' },
    entitlement: { accessGranted: true },
  });
});

test('a trial says the day of the first charge, next to the button the law words', async ({ page }) => {
  await newcomerAtPayment(page);
  const day = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(Date.now() + 14 * 86_400_000);
  await expect(checkout(page).getByText(`You pay nothing today. From ${day} you pay €9.99 per month, until you cancel.`)).toBeVisible();
  await expect(payButton(page)).toHaveText('Order with obligation to pay');
  await page.evaluate(() => (document.querySelector('cleeng-checkout')!.lang = 'de'));
  await expect(payButton(page)).toHaveText('Zahlungspflichtig bestellen');
});

test('a reload goes on with the same order; a second tab gets its own', async ({ page, context }) => {
  const created: number[] = [];
  context.on('response', async (response) => {
    if (response.request().method() !== 'POST' || !response.url().endsWith('/orders')) return;
    created.push(((await response.json()) as { responseData: { order: { id: number } } }).responseData.order.id);
  });
  await newcomerAtPayment(page, QUARTERLY);
  await enterCoupon(page, 'SAVE30');
  await expect(total(page)).toHaveText('€17.49');
  await page.reload();
  await expect(total(page)).toHaveText('€17.49');
  expect(created).toHaveLength(1);
  // A duplicated tab copies the tab's own storage.
  const stored = await page.evaluate(() => JSON.stringify(sessionStorage));
  const twin = await context.newPage();
  await twin.addInitScript((text) => {
    for (const [key, value] of Object.entries(JSON.parse(text) as Record<string, string>)) sessionStorage.setItem(key, value);
  }, stored);
  await twin.goto(page.url());
  await expect(total(twin)).toHaveText('€24.99');
  await expect.poll(() => new Set(created).size).toBe(2);
  await twin.close();
  await typeCard(page, GOOD);
  const paid = page.waitForRequest((request) => request.url().endsWith('/initial-payment'));
  await payButton(page).click();
  expect(((await paid).postDataJSON() as { orderId: number }).orderId).toBe(created[0]);
  await expectOnePurchase(page);
});

for (const [name, path] of [
  ['a card', '**/initial-payment'],
  ['nothing', '**/payments'],
] as const) {
  test(`the answer to a payment by ${name} is lost: it is asked for again, and nothing is charged twice`, async ({ page }) => {
    await newcomerAtPayment(page, name === 'a card' ? QUARTERLY : FREE);
    const complete = await listen(page, 'cleeng-checkout-complete');
    let lost = 0;
    await page.route(path, async (route) => {
      if (route.request().method() !== 'POST' || lost++ > 0) return route.fallback();
      await route.fetch();
      await route.abort();
    });
    if (name === 'a card') await typeCard(page, GOOD);
    await payButton(page).click();
    await expectOnePurchase(page);
    const events = await complete();
    expect(events).toHaveLength(1);
    expect(typeof (events[0]!['payment'] as { paymentId?: unknown }).paymentId).toBe('number');
  });
}

test('the page is reloaded before the answer comes: the purchase is found, not made again', async ({ page }) => {
  await newcomerAtPayment(page, QUARTERLY);
  await typeCard(page, GOOD);
  const committed = new Promise<void>((resolve) => {
    void page.route('**/initial-payment', async (route) => {
      await route.fetch();
      resolve();
    });
  });
  await payButton(page).click();
  await committed;
  await page.reload();
  await expectOnePurchase(page);
});

test('the page is reloaded while access is awaited: the purchase is told of all the same', async ({ page }) => {
  await newcomerAtPayment(page, FREE);
  const asked = new Promise<void>((resolve) => void page.route('**/entitlements/**', () => resolve(), { times: 1 }));
  await payButton(page).click();
  await asked;
  await page.reload();
  await expectOnePurchase(page);
});

test('a dropped connection before the platform heard anything: the viewer is told, and the same order is paid', async ({ page }) => {
  await newcomerAtPayment(page, QUARTERLY);
  await typeCard(page, GOOD);
  await page.route('**/initial-payment', (route) => route.abort());
  await payButton(page).click();
  await expect(checkout(page).getByText('We lost the connection while you were paying.')).toBeVisible({ timeout: 20_000 });
  expect(await rowsOf(page, 'payments')).toEqual([]);
  await page.unroute('**/initial-payment');
  await payButton(page).click();
  await expectOnePurchase(page);
});

test('access that comes late: the viewer is told, asks again, and gets it; one event', async ({ page }) => {
  await newcomerAtPayment(page, FREE);
  const complete = await listen(page, 'cleeng-checkout-complete');
  await page.route('**/entitlements/**', (route) =>
    route.fulfill({
      json: { responseData: { accessGranted: false, expiresAt: null }, errors: [] },
      headers: { 'Access-Control-Allow-Origin': '*' },
    }),
  );
  await payButton(page).click();
  await expect(checkout(page).getByText('takes longer than usual')).toBeVisible({ timeout: 20_000 });
  expect(await complete()).toMatchObject([{ entitlement: { accessGranted: false } }]);
  await page.unroute('**/entitlements/**');
  await checkout(page).getByRole('button', { name: 'Check again' }).click();
  await expectOnePurchase(page);
  expect(await complete()).toHaveLength(1);
});

test('moved about the page, taken off and put back: the order is the same, and can be paid', async ({ page }) => {
  await newcomerAtPayment(page, QUARTERLY);
  const orders = countCalls(page, 'POST', /\/orders$/);
  await page.evaluate(() => {
    const element = document.querySelector('cleeng-checkout')!;
    document.querySelector('footer')!.before(element);
  });
  await expect(payButton(page)).toBeVisible({ timeout: 20_000 });
  await page.evaluate(async () => {
    const element = document.querySelector('cleeng-checkout')!;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    if (document.querySelector('[data-cse], .adyen-checkout__dropin')) throw new Error('The card form stayed behind');
    document.querySelector('footer')!.before(element);
  });
  await expect(payButton(page)).toBeVisible({ timeout: 20_000 });
  await typeCard(page, GOOD);
  await payButton(page).click();
  await expectOnePurchase(page);
  expect(orders.count).toBe(0);
});

test('two checkouts on one page have an order each', async ({ page }) => {
  await newcomerAtPayment(page, QUARTERLY);
  const orders = countCalls(page, 'POST', /\/orders$/);
  await page.evaluate(() => document.querySelector('footer')!.before(document.querySelector('cleeng-checkout')!.cloneNode()));
  await expect(page.locator('cleeng-checkout button[part="submit"]')).toHaveCount(2, { timeout: 20_000 });
  expect(orders.count).toBe(1);
});
