import * as account from '../../sandbox/src/contract/account.js';
import * as capture from '../../sandbox/src/contract/capture.js';
import * as consents from '../../sandbox/src/contract/consents.js';
import * as gifts from '../../sandbox/src/contract/gifts.js';
import * as identity from '../../sandbox/src/contract/identity.js';
import * as inApp from '../../sandbox/src/contract/in-app.js';
import * as offers from '../../sandbox/src/contract/offers.js';
import * as orders from '../../sandbox/src/contract/orders.js';
import * as passwords from '../../sandbox/src/contract/passwords.js';
import * as payments from '../../sandbox/src/contract/payments.js';
import * as subscriptions from '../../sandbox/src/contract/subscriptions.js';
import * as switches from '../../sandbox/src/contract/switches.js';
import { OFFERS } from '../../sandbox/src/db/seed/offers.js';
import { PUBLISHER_ID } from '../../sandbox/src/db/seed/publishers.js';
import type { Call, Person, Prepare, TestApp } from './app.js';
import { PAYMENT_VISITS } from './payment-operations.js';

export const MONTHLY = `${OFFERS.monthly}_DE`;
export const QUARTERLY = `${OFFERS.quarterly}_DE`;
const CARD = 140960101;

type Resource = Record<string, unknown>;
export interface Operation {
  operationId: string;
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  security?: object[];
  request: { body?: unknown };
  responses: { 200: { content: { 'application/json': { schema: { parse(value: unknown): unknown } } } } };
}

/** Every operation that this table has to know. */
export const OPERATIONS: readonly Operation[] = [
  identity,
  consents,
  capture,
  offers,
  orders,
  gifts,
  inApp,
  account,
  subscriptions,
  switches,
  payments,
  passwords,
].flatMap((resource) => Object.values(resource as Resource).filter((value) => isOperation(value)));

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'getRoutingPath' in value;
}

const own =
  (more: Call = {}): Prepare =>
  (_app, as) => ({
    call: { ...more, params: { customerId: as.customerId, ...more.params } },
    owned: true,
  });

const DELIVERY = { recipientEmail: 'friend@example.com', personalNote: 'Enjoy!' };
const inDays = (app: TestApp, days: number) => app.now() + days * 86_400;

/** A gift somebody has bought, a week before its delivery. */
export async function giftOf(app: TestApp, buyer: Person, offerId = MONTHLY, days = 7) {
  const order = { buyAsAGift: true, deliveryDetails: { ...DELIVERY, deliveryDate: inDays(app, days) } };
  await app.buy(buyer, offerId, { order });
  const { items } = await app.ok(account.listTransactions, { as: buyer, params: { customerId: buyer.customerId } });
  const giftId = items.find(({ targetType }) => targetType === 'giftId')!.targetId;
  return app.ok(gifts.getGift, { as: buyer, params: { giftId } });
}

/** A subscription of somebody's, by its id. */
export async function subscribed(app: TestApp, as: Person, offerId = QUARTERLY): Promise<number> {
  await app.buy(as, offerId);
  return (await app.holdingsOf(as)).at(-1)!.id;
}

async function switching(app: TestApp, as: Person): Promise<string> {
  await subscribed(app, as, QUARTERLY);
  const body = { toOfferId: MONTHLY, switchDirection: 'downgrade' };
  const params = { customerId: as.customerId, offerId: QUARTERLY };
  return (await app.ok(switches.requestSwitch, { as, params, body })).id;
}

const receipt = {
  android: { orderId: 'GPA.1', packageName: 'tv', productId: 'm', purchaseTime: 1, purchaseState: 0, purchaseToken: 'token' },
  apple: Buffer.from('receipt').toString('base64'),
  roku: { transactionId: 'roku' },
  amazon: { userId: 'user', receiptId: 'amzn' },
};
const inStore =
  (store: keyof typeof receipt): Prepare =>
  () => ({ call: { body: { offerId: MONTHLY, receipt: receipt[store] } } });

/** How to call every operation so that it succeeds, for somebody who has nothing yet. */
export const VISITS: Readonly<Record<string, Prepare>> = {
  ...PAYMENT_VISITS,
  registerCustomer: () => ({
    call: {
      body: {
        email: 'new@example.com',
        password: 'Password1',
        publisherId: String(PUBLISHER_ID),
        locale: 'de_DE',
        country: 'DE',
        currency: 'EUR',
      },
    },
  }),
  login: (_app, { email }) => ({ call: { body: { email, password: 'Password1', offerId: MONTHLY } } }),
  refreshToken: async (app, as) => {
    const { refreshToken } = await app.ok(identity.login, { body: { email: as.email, password: 'Password1', publisherId: PUBLISHER_ID } });
    return { call: { body: { refreshToken } } };
  },
  revokeRefreshTokens: () => ({ call: {} }),
  getLocales: () => ({ call: { query: { customerIP: '198.51.100.7' } } }),
  listPublisherConsents: () => ({ call: { params: { publisherId: PUBLISHER_ID } } }),
  listCustomerConsents: own(),
  saveCustomerConsents: own({ body: { consents: [{ name: 'broadcaster_terms', version: '3', state: 'accepted' }] } }),
  getCaptureStatus: own(),
  saveCapture: own({ body: { firstName: 'Mara', lastName: 'Vogt', birthDate: '1990-05-17', phoneNumber: null } }),
  listOffers: () => ({ call: { query: { pageLimit: 100 } } }),
  getOffer: () => ({ call: { params: { offerId: MONTHLY } } }),
  getOfferV2: () => ({ call: { params: { offerId: OFFERS.plus } } }),
  getOfferForCustomer: (_app, as) => ({ call: { params: { offerId: MONTHLY, customerEmail: as.email } }, owned: true }),
  getEntitlement: () => ({ call: { params: { offerId: OFFERS.monthly } } }),
  createOrder: (_app, as) => ({
    call: { body: { offerId: MONTHLY, customerId: String(as.customerId), paymentMethodId: 0, buyAsAGift: false } },
    owned: true,
  }),
  getOrder: async (app, as) => ({ call: { params: { orderId: (await app.order(as, MONTHLY)).id } }, owned: true }),
  updateOrder: async (app, as) => ({
    call: { params: { orderId: (await app.order(as, MONTHLY)).id }, body: { paymentMethodId: CARD, couponCode: 'SAVE30' } },
    owned: true,
  }),
  listPaymentMethods: () => ({ call: {} }),
  listCampaigns: () => ({ call: { query: { couponCode: 'save30' } } }),
  getGift: async (app, as) => ({ call: { params: { giftId: (await giftOf(app, as)).id } }, owned: true }),
  updateGift: async (app, as) => ({
    call: {
      params: { giftId: (await giftOf(app, as)).id },
      body: { deliveryDetails: { ...DELIVERY, deliveryDate: inDays(app, 9) } },
    },
    owned: true,
  }),
  verifyGift: async (app, as) => ({ call: { params: { giftCode: (await giftOf(app, as)).code } } }),
  redeemGift: async (app, as) => ({ call: { params: { giftCode: (await giftOf(app, as)).code } } }),
  payAndroid: inStore('android'),
  payApple: inStore('apple'),
  payRoku: inStore('roku'),
  payAmazon: inStore('amazon'),
  getCustomer: own(),
  updateCustomer: own({ body: { firstName: 'Mara', confirmationPassword: '', externalData: '{"club":"North"}' } }),
  listPaymentDetails: async (app, as) => {
    await subscribed(app, as);
    return { call: { params: { customerId: as.customerId } }, owned: true };
  },
  deletePaymentDetails: async (app, as) => {
    await subscribed(app, as);
    const { paymentDetails } = await app.ok(account.listPaymentDetails, { as, params: { customerId: as.customerId } });
    return { call: { params: { paymentDetailsId: paymentDetails[0]!.id } }, owned: true };
  },
  listTransactions: async (app, as) => {
    await subscribed(app, as);
    return { call: { params: { customerId: as.customerId }, query: { limit: 50, offset: 0 } }, owned: true };
  },
  getReceipt: async (app, as) => {
    await subscribed(app, as);
    const { items } = await app.ok(account.listTransactions, { as, params: { customerId: as.customerId } });
    return { call: { params: { transactionId: items[0]!.transactionId } }, owned: true };
  },
  getMediastoreSettings: () => ({ call: { params: { publisherId: PUBLISHER_ID } } }),
  listCustomerOffers: async (app, as) => {
    await app.buy(as, `${OFFERS.monthPass}_DE`);
    await subscribed(app, as);
    return { call: { params: { customerId: as.customerId } }, owned: true };
  },
  listSubscriptions: async (app, as) => {
    await subscribed(app, as);
    return { call: { params: { customerId: as.customerId } }, owned: true };
  },
  updateSubscription: async (app, as) => {
    await subscribed(app, as);
    const body = { offerId: QUARTERLY, status: 'cancelled', cancellationReason: '' };
    return { call: { params: { customerId: as.customerId }, body }, owned: true };
  },
  applyCoupon: async (app, as) => ({
    call: { params: { customerId: as.customerId, subscriptionId: await subscribed(app, as) }, body: { couponCode: 'SAVE30' } },
    owned: true,
  }),
  pauseSubscription: async (app, as) => ({
    call: {
      params: { subscriptionId: await subscribed(app, as) },
      body: { pauseDate: 'anniversary-date', resumesAfterBillingCycles: 1 },
    },
    owned: true,
  }),
  resumeSubscription: async (app, as) => {
    const params = { subscriptionId: await subscribed(app, as) };
    const body = { pauseDate: 'anniversary-date', resumesAfterBillingCycles: 1 };
    await app.ok(subscriptions.pauseSubscription, { as, params, body });
    return { call: { params }, owned: true };
  },
  getRetentionAction: async (app, as) => {
    await subscribed(app, as);
    return { call: { params: { offerId: QUARTERLY } }, owned: true };
  },
  takeRetentionAction: async (app, as) => {
    await app.buy(as, MONTHLY, { order: { couponCode: 'SAVE30' } });
    return { call: { body: { offerId: MONTHLY } }, owned: true };
  },
  getSwitchAvailability: async (app, as) => {
    await subscribed(app, as);
    return { call: { params: { customerId: as.customerId, offerId: QUARTERLY } }, owned: true };
  },
  requestSwitch: async (app, as) => {
    await subscribed(app, as);
    const body = { toOfferId: MONTHLY, switchDirection: 'downgrade' };
    return { call: { params: { customerId: as.customerId, offerId: QUARTERLY }, body }, owned: true };
  },
  getSwitch: async (app, as) => ({ call: { params: { switchId: await switching(app, as) } }, owned: true }),
  listSwitches: async (app, as) => {
    await switching(app, as);
    return { call: { query: { status: 'pending' } } };
  },
  cancelSwitch: async (app, as) => ({
    call: { params: { switchId: await switching(app, as) }, body: { status: 'cancelled' } },
    owned: true,
  }),
};
