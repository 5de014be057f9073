import { expect, test } from '@playwright/test';
import { expectOnePurchase, newcomerAtPayment, rowsOf } from './helpers.js';

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
