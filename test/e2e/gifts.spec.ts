import { expect, test, type Page } from '@playwright/test';
import { opensCheckout, recordPurchases, stored } from './buyers.js';
import { checkout, countCalls, listen, logIn, MONTHLY, newcomerAtPayment, payButton, rowsOf, total, typeCard } from './helpers.js';
import { giftCode } from './people.js';

const GOOD = '5555 4444 3333 1111';
const FREE = 'S401772935_DE';
const QUARTERLY = 'S730118264_DE';

async function fillGift(page: Page, email: string): Promise<void> {
  await checkout(page).getByLabel('Recipient’s e-mail address').fill(email);
  await checkout(page).getByLabel('Day').fill('2037-12-24');
  await checkout(page).getByLabel('Time').fill('18:30');
  await checkout(page).getByLabel('Personal note').fill('Enjoy!');
  await checkout(page).getByRole('button', { name: 'Continue to payment' }).click();
}

test('bought for somebody: chosen, addressed, changed, paid once; no access of one’s own', async ({ page }) => {
  await newcomerAtPayment(page, QUARTERLY);
  const complete = await listen(page, 'cleeng-checkout-complete');
  await checkout(page).getByLabel('As a gift').check();
  await checkout(page).getByRole('button', { name: 'Continue to payment' }).click();
  await expect(checkout(page).getByText('Please fill in the recipient’s e-mail address.')).toBeVisible();
  await fillGift(page, 'wrong@example.com');
  await expect(checkout(page).getByText('A gift for wrong@example.com, delivered on December 24, 2037 at 6:30 PM.')).toBeVisible();
  await checkout(page).getByRole('button', { name: 'Change' }).click();
  await checkout(page).getByLabel('Recipient’s e-mail address').fill('ida@example.com');
  await checkout(page).getByRole('button', { name: 'Continue to payment' }).click();
  await expect(checkout(page).getByText('You pay €24.99 once for this gift.')).toBeVisible();
  await expect(payButton(page)).toBeVisible({ timeout: 20_000 });
  await typeCard(page, GOOD);
  await payButton(page).click();
  await expect(checkout(page).getByText('Your gift is paid for.')).toBeVisible();
  expect((await rowsOf(page, 'payments')).map(({ status }) => status)).toEqual(['captured']);
  expect(await rowsOf(page, 'subscriptions')).toEqual([]);
  expect(await complete()).toMatchObject([{ order: { gift: true }, entitlement: null }]);
});

test('a gift paid by PayPal: what came back is asked of the platform, told once, and gives no access of one’s own', async ({ page }) => {
  const told = await recordPurchases(page);
  await page.route('**/paypal/sdk/js*', (route) => route.abort());
  const buyer = await opensCheckout(page, QUARTERLY, '&purchaseAsGift=true');
  await fillGift(page, 'ida@example.com');
  await checkout(page).locator('button.paypal').click();
  await page.getByRole('button', { name: 'Pay now' }).click();
  await expect(checkout(page).getByText('Your gift is paid for.')).toBeVisible();
  expect(told).toMatchObject([{ fact: 'complete', detail: { entitlement: null, payment: { method: 'paypal' } } }]);
  expect([await stored(page, 'payments', buyer), await stored(page, 'subscriptions', buyer)]).toEqual([['captured'], []]);
  expect(new URL(page.url()).search).toBe(`?buyer=${buyer}`);
  // The same address with the claim in it, for an order that nobody paid: no success.
  await page.goto(`/?cleeng-order=1&cleeng-paypal=success&cleeng-gift=1#/checkout/${QUARTERLY}`);
  await expect(checkout(page).getByText('Your payment could not be processed.')).toBeVisible();
  expect(told.filter(({ fact }) => fact === 'complete')).toHaveLength(1);
});

test('the documented link buys a gift, for somebody who has the plan already', async ({ page }) => {
  await page.goto(`/#/checkout/${FREE}`);
  await logIn(page, 'active@example.com');
  await expect(payButton(page)).toBeVisible({ timeout: 20_000 });
  await page.goto(`/?purchaseAsGift=true#/checkout/${MONTHLY}`);
  await fillGift(page, 'ida@example.com');
  await expect(checkout(page).getByText('A gift for ida@example.com')).toBeVisible();
  await expect(total(page)).toHaveText('€9.99');
});

test('what is owned already can be given away', async ({ page }) => {
  await page.goto(`/#/checkout/${MONTHLY}`);
  await logIn(page, 'active@example.com');
  await expect(checkout(page).getByText('Good news: you already have access to this.')).toBeVisible();
  await checkout(page).getByRole('button', { name: 'Buy it as a gift' }).click();
  await expect(checkout(page).getByLabel('Recipient’s e-mail address')).toBeVisible();
});

test('redeemed from the link: checked by itself, confirmed, once', async ({ page, request }) => {
  const code = await giftCode(request, QUARTERLY);
  await newcomerAtPayment(page, FREE);
  await page.goto(`/?giftCode=${code}#/checkout/${MONTHLY}`);
  await expect(checkout(page).getByText(/A gift for you: Nordlicht/)).toBeVisible();
  const redemptions = countCalls(page, 'POST', /\/gifts\/redeem\//);
  const events = await listen(page, 'cleeng-checkout-redeem');
  await checkout(page).getByRole('button', { name: 'Redeem the gift' }).dblclick();
  await expect(checkout(page).getByText('Your gift is redeemed.')).toBeVisible();
  expect(redemptions.count).toBe(1);
  expect(await events()).toMatchObject([{ mode: 'CREATE', entitlement: { accessGranted: true } }]);
  expect((await rowsOf(page, 'subscriptions')).map(({ status }) => status)).toEqual(['active']);
  expect(new URL(page.url()).search).toBe('');
});

test('a code typed in: unknown, used already, and back to the offer', async ({ page }) => {
  await newcomerAtPayment(page, FREE);
  await checkout(page).getByRole('button', { name: 'I have a gift code' }).click();
  const code = checkout(page).getByLabel('Gift code');
  await code.fill('NOPE-NOPE');
  await page.keyboard.press('Enter');
  await expect(checkout(page).getByText('There is no gift with this code.')).toBeVisible();
  await expect(code).toBeFocused();
  await code.fill('TKNB-RDMD');
  await page.keyboard.press('Enter');
  await expect(checkout(page).getByText('This gift has been redeemed already.')).toBeVisible();
  await checkout(page).getByRole('button', { name: 'Back' }).click();
  await expect(payButton(page)).toBeVisible();
});
