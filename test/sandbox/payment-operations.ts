import assert from 'node:assert/strict';
import { listMails } from '../../sandbox/src/db/mails.js';
import * as payments from '../../sandbox/src/contract/payments.js';
import { OFFERS } from '../../sandbox/src/db/seed/offers.js';
import { PUBLISHER_ID } from '../../sandbox/src/db/seed/publishers.js';
import { requestPasswordReset } from '../../sandbox/src/contract/passwords.js';
import type { Person, Prepare, TestApp } from './app.js';
import { card, METHODS } from './till.js';

const OFFER = `${OFFERS.monthly}_DE`;
const BACK = 'https://shop.example/back';
const PAGES = { successUrl: BACK, cancelUrl: BACK, errorUrl: BACK };
const PAID = { paymentMethod: card('5555444433331111'), returnUrl: BACK };
const AT_THE_BANK = { paymentMethod: { type: 'ideal' }, returnUrl: BACK };

const orderOf = async (app: TestApp, as: Person, more: Record<string, unknown> = {}): Promise<number> =>
  (await app.order(as, OFFER, { paymentMethodId: METHODS.card, ...more })).id;

/** Somebody says yes on their bank's page. @returns what the Drop-in hands over on the way back */
async function agreeAtTheBank(app: TestApp, { action }: { action?: { type: string; url?: unknown } | undefined }): Promise<object> {
  assert.equal(action?.type, 'redirect');
  const page = await app.fetch(String(action['url' as keyof typeof action]));
  const session = /name="session" value="(\w+)"/.exec(await page.text())![1]!;
  const decided = await app.fetch('/sandbox/redirect/decision', {
    method: 'POST',
    body: new URLSearchParams({ session, outcome: 'approved' }),
  });
  return { redirectResult: new URL(decided.headers.get('Location')!).searchParams.get('redirectResult') };
}

/** How to call the operations of payments and passwords so that they succeed. */
export const PAYMENT_VISITS: Readonly<Record<string, Prepare>> = {
  getAdyenPaymentMethods: async (app, as) => ({ call: { body: { orderId: await orderOf(app, as) } }, owned: true }),
  payWithAdyen: async (app, as) => ({ call: { body: { orderId: await orderOf(app, as), ...PAID } }, owned: true }),
  finalizeAdyenPayment: async (app, as) => {
    const orderId = await orderOf(app, as, { paymentMethodId: METHODS.ideal });
    const begun = await app.ok(payments.payWithAdyen, { as, body: { orderId, ...AT_THE_BANK } });
    return { call: { body: { orderId, details: await agreeAtTheBank(app, begun) } }, owned: true };
  },
  addAdyenPaymentDetails: async (app, as) => {
    await app.buy(as, OFFER);
    return { call: { body: { paymentMethodId: METHODS.card, ...PAID } } };
  },
  finalizeAdyenPaymentDetails: async (app, as) => {
    await app.buy(as, OFFER);
    const begun = await app.ok(payments.addAdyenPaymentDetails, { as, body: { paymentMethodId: METHODS.ideal, ...AT_THE_BANK } });
    return { call: { body: { paymentMethodId: METHODS.ideal, details: await agreeAtTheBank(app, begun) } }, owned: true };
  },
  createPayPalToken: async (app, as) => ({
    call: { body: { orderId: await orderOf(app, as, { paymentMethodId: METHODS.paypal }), ...PAGES } },
    owned: true,
  }),
  createPayPalDetailsToken: async (app, as) => {
    await app.buy(as, OFFER);
    return { call: { body: { paymentMethodId: METHODS.paypal, ...PAGES } } };
  },
  payWithoutDetails: async (app, as) => ({
    call: { body: { orderId: await orderOf(app, as, { couponCode: 'FREE100', paymentMethodId: METHODS.coupon }) } },
    owned: true,
  }),

  requestPasswordReset: (_app, { email }) => ({ call: { body: { customerEmail: email, publisherId: PUBLISHER_ID, resetUrl: BACK } } }),
  setNewPassword: async (app, { email }) => {
    await app.ok(requestPasswordReset, { body: { customerEmail: email, publisherId: PUBLISHER_ID, resetUrl: BACK } });
    const [mail] = await listMails(app.db, { recipient: email });
    const resetPasswordToken = new URL((mail!.data as { link: string }).link).searchParams.get('resetPasswordToken');
    return { call: { body: { publisherId: PUBLISHER_ID, customerEmail: email, resetPasswordToken, newPassword: 'Password2' } } };
  },
  ssoLogin: (_app, { email }) => ({
    call: { body: { customerEmail: email }, headers: { 'X-Publisher-Token': 'sandbox-publisher-token' } },
  }),
};
