import { expect, test } from '@playwright/test';
import { bank, expectOnePurchase, newcomerAtPayment, payButton, rowsOf, typeCard } from './helpers.js';

const CHALLENGE = '5000 5500 0000 0029';
const GOOD = '5555 4444 3333 1111';

test('3-D Secure: the challenge is passed', async ({ page }) => {
  await newcomerAtPayment(page);
  await typeCard(page, CHALLENGE);
  await payButton(page).click();
  await bank(page).getByLabel('Password').fill('password');
  await bank(page).getByRole('button', { name: 'Confirm' }).click();
  await expectOnePurchase(page);
});

test('3-D Secure: nobody is asked when the bank is sure', async ({ page }) => {
  await newcomerAtPayment(page);
  await typeCard(page, '5201 2815 0512 9736');
  await payButton(page).click();
  await expectOnePurchase(page);
});

for (const [name, button, says] of [
  ['failed', 'Confirm', 'Your payment was refused.'],
  ['cancelled', 'Cancel', 'The payment was cancelled.'],
] as const) {
  test(`3-D Secure: the challenge is ${name}, then another card pays the same order`, async ({ page }) => {
    await newcomerAtPayment(page);
    await typeCard(page, CHALLENGE);
    await payButton(page).click();
    await bank(page).getByLabel('Password').fill('wrong');
    await bank(page).getByRole('button', { name: button }).click();
    await expect(page.locator('cleeng-checkout').getByText(says)).toBeVisible();
    expect(await rowsOf(page, 'payments')).toEqual([]);
    await typeCard(page, GOOD);
    await payButton(page).click();
    await expectOnePurchase(page);
  });
}

test('a refused card, then a good one: the order stays, one payment is captured', async ({ page }) => {
  const orders: number[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/initial-payment')) orders.push((request.postDataJSON() as { orderId: number }).orderId);
  });
  await newcomerAtPayment(page, 'S598310247_DE');
  await typeCard(page, '4000 6200 0000 0007');
  await payButton(page).click();
  await expect(page.locator('cleeng-checkout').getByText('Your payment was refused.')).toBeVisible();
  await expect(page.locator('cleeng-checkout').getByRole('alert')).toContainText('Reference');
  await typeCard(page, GOOD);
  await payButton(page).click();
  await expectOnePurchase(page);
  expect(orders).toHaveLength(2);
  expect(orders[0]).toBe(orders[1]);
});

test('a double click on the pay button pays once', async ({ page }) => {
  await newcomerAtPayment(page);
  let payments = 0;
  page.on('request', (request) => (payments += request.url().endsWith('/initial-payment') ? 1 : 0));
  await typeCard(page, GOOD);
  await payButton(page).dblclick();
  await expectOnePurchase(page);
  expect(payments).toBe(1);
});

test('the bank’s page and back: the address keeps what is the site’s', async ({ page }) => {
  await newcomerAtPayment(page);
  await typeCard(page, '5212 3456 7890 1234');
  await payButton(page).click();
  await page.getByRole('button', { name: 'Authorise' }).click();
  await expectOnePurchase(page);
  const url = new URL(page.url());
  expect([url.search, url.hash]).toEqual(['', '#/checkout/S274093615_DE']);
});

test('the bank’s page refuses: the order can be paid with another card', async ({ page }) => {
  await newcomerAtPayment(page);
  await typeCard(page, '5212 3456 7890 1234');
  await payButton(page).click();
  await page.getByRole('button', { name: 'Refuse' }).click();
  await expect(page.locator('cleeng-checkout').getByText('Your payment was refused.')).toBeVisible();
  await typeCard(page, GOOD);
  await payButton(page).click();
  await expectOnePurchase(page);
});
