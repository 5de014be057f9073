import { expect, test } from '@playwright/test';
import { opensCheckout } from './buyers.js';
import { checkout, expectOnePurchase, payButton, total, typeCard } from './helpers.js';
import { GOOD_CARD, offerMethods } from './methods.js';

const QUARTERLY = 'S730118264_DE';
const SCRIPTS = /^https:\/\/(pay\.google\.com|applepay\.cdn-apple\.com)\//;
const GOOGLE = { type: 'googlepay', name: 'Google Pay', configuration: { merchantId: '50', gatewayMerchantId: 'Nordlicht' } };
const APPLE = { type: 'applepay', name: 'Apple Pay', configuration: { merchantId: '000000000200001' } };

const script = (body: string) => ({ contentType: 'text/javascript', headers: { 'Access-Control-Allow-Origin': '*' }, body });

/** A stand-in for Google's script: its button and its sheet, which notes what it is asked and answers at once. */
const GOOGLE_SCRIPT = `window.google = { payments: { api: { PaymentsClient: class {
  constructor({ paymentDataCallbacks }) { this.callbacks = paymentDataCallbacks; }
  isReadyToPay() { return Promise.resolve({ result: true }); }
  createButton({ onClick }) {
    const button = document.createElement('button');
    button.textContent = 'Pay with Google';
    button.addEventListener('click', onClick);
    return button;
  }
  async loadPaymentData(request) {
    (window.sheets ??= []).push([request.merchantInfo.merchantName, request.transactionInfo.totalPrice, request.transactionInfo.currencyCode]);
    const payment = { paymentMethodData: { info: { cardNetwork: 'VISA' }, tokenizationData: { token: 'google-token' } } };
    window.ended = (await this.callbacks.onPaymentAuthorized(payment)).transactionState;
    return payment;
  }
} } } };`;

test('wallets whose scripts are blocked, broken, or never answer: the card form comes up all the same, and pays', async ({ page }) => {
  test.setTimeout(60_000);
  await offerMethods(page, [GOOGLE, { ...GOOGLE, configuration: { merchantId: '50' } }, APPLE], GOOD_CARD);
  let answer: 'blocked' | ReturnType<typeof script> = 'blocked';
  const asked: string[] = [];
  await page.route(SCRIPTS, (route) => {
    asked.push(new URL(route.request().url()).hostname);
    return answer === 'blocked' ? route.abort() : route.fulfill(answer);
  });
  await opensCheckout(page, QUARTERLY);
  for (const next of [
    'blocked',
    script('throw new Error("broken")'),
    script(GOOGLE_SCRIPT.replace('Promise.resolve({ result: true })', 'new Promise(() => {})')),
    script('window.google = { payments: { api: { PaymentsClient: class { constructor() { throw new Error("broken"); } } } } };'),
  ] as const) {
    if (next !== 'blocked') {
      answer = next;
      await page.reload();
    }
    await expect(payButton(page)).toBeVisible({ timeout: 20_000 });
    await expect(page.locator('.adyen-checkout__payment-method')).not.toContainText(['Google Pay', 'Apple Pay']);
  }
  expect([...new Set(asked)].sort()).toEqual(['applepay.cdn-apple.com', 'pay.google.com']);
  await typeCard(page, '5555 4444 3333 1111');
  await payButton(page).click();
  await expectOnePurchase(page);
});

test('Google Pay: asked for only where it is offered, its sheet says what is paid now, and its token pays once', async ({ page }) => {
  const scripts: string[] = [];
  await page.route(SCRIPTS, (route) => {
    scripts.push(route.request().url());
    return route.fulfill(script(GOOGLE_SCRIPT));
  });
  await opensCheckout(page, QUARTERLY);
  await expect(payButton(page)).toBeVisible({ timeout: 20_000 });
  expect(scripts).toEqual([]);
  const sent = await offerMethods(page, [GOOGLE], GOOD_CARD);
  await page.reload();
  const google = page.getByRole('button', { name: 'Pay with Google' });
  await expect(google).toBeVisible({ timeout: 20_000 });
  expect(scripts).toHaveLength(1);
  await checkout(page).getByRole('button', { name: 'I have a coupon code' }).click();
  await checkout(page).getByLabel('Coupon code').fill('SAVE30');
  await page.keyboard.press('Enter');
  await expect(total(page)).toHaveText('€17.49');
  await google.dblclick();
  await expectOnePurchase(page);
  expect(sent).toEqual([expect.objectContaining({ type: 'googlepay', googlePayToken: 'google-token' })]);
  const noted = await page.evaluate(() => {
    const { sheets, ended } = window as unknown as { sheets: unknown[]; ended: string };
    return [sheets[0], ended];
  });
  expect(noted).toEqual([['Nordlicht TV', '17.49', 'EUR'], 'SUCCESS']);
});

test('where only wallets are offered, and none can be used here, the viewer is told, and PayPal still pays', async ({ page }) => {
  await page.route('**/paypal/sdk/js*', (route) => route.abort());
  await page.route(SCRIPTS, (route) => route.abort());
  await offerMethods(page, [GOOGLE], GOOD_CARD, true);
  await opensCheckout(page, QUARTERLY);
  await expect(checkout(page).getByText('Paying by card is not available right now.')).toBeVisible({ timeout: 20_000 });
  await expect(payButton(page)).toBeHidden();
  await checkout(page).locator('button.paypal').click();
  await page.getByRole('button', { name: 'Pay now' }).click();
  await expectOnePurchase(page);
});
