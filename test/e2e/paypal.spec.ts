import { expect, test, type Locator, type Page } from '@playwright/test';
import {
  answerQuestions,
  checkout,
  expectOnePurchase,
  listen,
  MONTHLY,
  newcomerAtPayment,
  newEmail,
  payButton,
  register,
  rowsOf,
} from './helpers.js';

const button = 'iframe[title="PayPal-paypal"]';

test('PayPal’s own button and its popup', async ({ page }) => {
  await newcomerAtPayment(page);
  const popup = page.waitForEvent('popup');
  await page.frameLocator(button).getByRole('button', { name: 'PayPal' }).click();
  await (await popup).getByRole('button', { name: 'Pay now' }).click();
  await expectOnePurchase(page);
});

test('PayPal cancelled in the popup: nothing happened, and it can be tried again', async ({ page }) => {
  await newcomerAtPayment(page);
  const popup = page.waitForEvent('popup');
  await page.frameLocator(button).getByRole('button', { name: 'PayPal' }).click();
  await (await popup).getByRole('button', { name: 'Cancel and go back' }).click();
  await expect(page.locator('cleeng-checkout').getByText('The payment was cancelled.')).toBeVisible();
  expect(await rowsOf(page, 'payments')).toEqual([]);
  const again = page.waitForEvent('popup');
  await page.frameLocator(button).getByRole('button', { name: 'PayPal' }).click();
  await (await again).getByRole('button', { name: 'Pay now' }).click();
  await expectOnePurchase(page);
});

test('PayPal by redirect, where its script does not come', async ({ page }) => {
  await page.route('**/paypal/sdk/js*', (route) => route.abort());
  await newcomerAtPayment(page);
  await page.getByRole('button', { name: 'PayPal' }).click();
  await page.getByRole('button', { name: 'Pay now' }).click();
  await expectOnePurchase(page);
  expect(new URL(page.url()).search).toBe('');
});

test('back from PayPal without paying: the order is open, no success is shown', async ({ page }) => {
  await page.route('**/paypal/sdk/js*', (route) => route.abort());
  await newcomerAtPayment(page);
  await page.getByRole('button', { name: 'PayPal' }).click();
  await page.getByRole('button', { name: 'Cancel and go back' }).click();
  await expect(page.locator('cleeng-checkout').getByText('The payment was cancelled.')).toBeVisible();
  expect(await rowsOf(page, 'payments')).toEqual([]);
});

test('an address that claims success is not believed', async ({ page }) => {
  await newcomerAtPayment(page);
  const order = await page.evaluate(() => {
    const key = Object.keys(sessionStorage).find((name) => name.startsWith('cleeng.order.'));
    return (JSON.parse(sessionStorage.getItem(key ?? '') ?? '{}') as { orderId: number }).orderId;
  });
  await page.goto(`/?cleeng-order=${order}&cleeng-paypal=success&externalPaymentId=EC-1#/checkout/S274093615_DE`);
  await expect(page.locator('cleeng-checkout').getByText('Your payment could not be processed.')).toBeVisible();
  expect(await rowsOf(page, 'subscriptions')).toEqual([]);
});

/** Somebody on the payment step of a shop that opens PayPal in a window. */
async function withWindow(page: Page): Promise<Locator> {
  await page.goto(`/?paypal=popup#/checkout/${MONTHLY}`);
  await page.getByRole('button', { name: 'Create an account' }).click();
  await register(page, newEmail());
  await answerQuestions(page);
  await expect(payButton(page)).toBeVisible({ timeout: 20_000 });
  return checkout(page).getByRole('button', { name: 'PayPal' });
}

test('PayPal in a window: paid there, told here, once', async ({ page }) => {
  const pay = await withWindow(page);
  const complete = await listen(page, 'cleeng-checkout-complete');
  const popup = page.waitForEvent('popup');
  await pay.dblclick();
  await expect(checkout(page).getByText('Please pay in PayPal’s window.')).toBeVisible();
  const closed = (await popup).waitForEvent('close');
  await (await popup).getByRole('button', { name: 'Pay now' }).click();
  await closed;
  await expectOnePurchase(page);
  expect(await complete()).toHaveLength(1);
});

for (const [name, leave] of [
  ['cancelled', (popup: Page) => popup.getByRole('button', { name: 'Cancel and go back' }).click()],
  ['closed', (popup: Page) => popup.close()],
] as const) {
  test(`PayPal’s window ${name}: the same order can be paid`, async ({ page }) => {
    const pay = await withWindow(page);
    const first = page.waitForEvent('popup');
    await pay.click();
    await expect((await first).getByRole('button', { name: 'Pay now' })).toBeVisible();
    await leave(await first);
    await expect(checkout(page).getByText('The payment was cancelled.')).toBeVisible();
    expect(await rowsOf(page, 'payments')).toEqual([]);
    const second = page.waitForEvent('popup');
    await pay.click();
    await (await second).getByRole('button', { name: 'Pay now' }).click();
    await expectOnePurchase(page);
  });
}

test('PayPal’s window can be given up from the shop', async ({ page }) => {
  const pay = await withWindow(page);
  const popup = page.waitForEvent('popup');
  await pay.click();
  await expect((await popup).getByRole('button', { name: 'Pay now' })).toBeVisible();
  await checkout(page).getByRole('button', { name: 'Cancel the payment' }).click();
  await expect(checkout(page).getByText('The payment was cancelled.')).toBeVisible();
});

test('PayPal’s window is blocked: the page goes there itself', async ({ page }) => {
  await page.addInitScript(() => (window.open = () => null));
  const pay = await withWindow(page);
  await pay.click();
  await page.getByRole('button', { name: 'Pay now' }).click();
  await expectOnePurchase(page);
  expect(new URL(page.url()).search).toBe('?paypal=popup');
});

test('the shop is gone when PayPal’s window comes back: the window finishes the purchase by itself', async ({ page }) => {
  const pay = await withWindow(page);
  const opened = page.waitForEvent('popup');
  await pay.click();
  const popup = await opened;
  await expect(popup.getByRole('button', { name: 'Pay now' })).toBeVisible();
  await page.close();
  await popup.getByRole('button', { name: 'Pay now' }).click();
  await expectOnePurchase(popup);
});
