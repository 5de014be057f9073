import * as catalogue from '../../sandbox/src/contract/core/catalogue.js';
import * as customers from '../../sandbox/src/contract/core/customers.js';
import * as gifts from '../../sandbox/src/contract/core/gifts.js';
import * as orders from '../../sandbox/src/contract/core/orders.js';
import * as subscriptions from '../../sandbox/src/contract/core/subscriptions.js';
import * as webhooks from '../../sandbox/src/contract/core/webhooks.js';
import { createKey } from '../../sandbox/src/db/api-keys.js';
import { createTenant } from '../../sandbox/src/db/tenants.js';
import { paymentMethods } from '../../sandbox/src/db/schema.js';
import type { Call, TestApp } from './app.js';
import type { Operation } from './operations.js';

/** Every operation of the Core API. */
export const CORE_OPERATIONS: readonly Operation[] = [catalogue, customers, gifts, orders, subscriptions, webhooks].flatMap((resource) =>
  Object.values(resource as Record<string, unknown>)
    .filter((value) => isOperation(value))
    .filter(({ path }) => path.startsWith('/3.1/')),
);

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'getRoutingPath' in value;
}

/** A publisher of its own, and its key. */
export interface Publisher {
  id: number;
  headers: { 'X-Publisher-Token': string };
  /** Its payment method for cards. */
  card: number;
  monthly: string;
  annual: string;
  pass: string;
}

export async function newPublisher(app: TestApp, name: string): Promise<Publisher> {
  const now = app.now();
  const { id } = await app.db.transaction((tx) => createTenant(tx, { name, country: 'DE', currency: 'EUR' }, now));
  const { token } = await createKey(app.db, id, 'Test', now);
  const headers = { 'X-Publisher-Token': token };
  const offers = await app.ok(catalogue.coreListOffers, { headers });
  const longId = (wanted: (offer: (typeof offers)[number]) => boolean) => offers.find(wanted)!.longId;
  const methods = await app.db.select().from(paymentMethods);
  return {
    id,
    headers,
    card: methods.find(({ publisherId, methodName }) => publisherId === id && methodName === 'card')!.id,
    monthly: longId(({ billingCycle }) => billingCycle?.periodUnit === 'month'),
    annual: longId(({ billingCycle }) => billingCycle?.periodUnit === 'year'),
    pass: longId(({ type }) => type === 'pass'),
  };
}

let people = 0;

/** A customer of a publisher's, made by its server. */
export async function newCustomer(app: TestApp, { headers }: Publisher): Promise<number> {
  const body = { email: `core${++people}@example.com`, country: 'DE', currency: 'EUR', locale: 'de_DE' };
  return (await app.ok(customers.coreCreateCustomer, { headers, body })).id;
}

export async function newOrder(
  app: TestApp,
  { headers, card }: Publisher,
  customerId: number,
  offerId: string,
  more: object = {},
): Promise<number> {
  const body = { customerId, offerId, currency: 'EUR', country: 'DE', paymentMethodId: card, ...more };
  return (await app.ok(orders.coreCreateOrder, { headers, body })).order.id;
}

/** Has the publisher's own connector take the money of an order. */
export const report = (app: TestApp, { headers }: Publisher, orderId: number, status = 'captured', more: object = {}) =>
  app.ok(orders.coreCreatePayment, {
    headers,
    body: {
      orderId,
      status,
      paymentOperation: 'initial-payment',
      paymentDetails: { variant: 'visa', lastCardFourDigits: '4242', cardExpirationDate: '03/2040' },
      ...more,
    },
  });

export async function subscribe(app: TestApp, publisher: Publisher, customerId: number, offerId: string) {
  const payment = await report(app, publisher, await newOrder(app, publisher, customerId, offerId));
  return { paymentId: payment.id, subscriptionId: payment.subscriptionId! };
}

export const FRIEND = { recipientEmail: 'friend@example.com', personalNote: '' };
const inDays = (app: TestApp, days: number) => app.now() + days * 86_400;

export async function buyGift(app: TestApp, publisher: Publisher, customerId: number) {
  const deliveryDetails = { ...FRIEND, deliveryDate: inDays(app, 7) };
  const orderId = await newOrder(app, publisher, customerId, publisher.monthly, { buyAsAGift: true, deliveryDetails });
  const payment = await report(app, publisher, orderId);
  const { items } = await app.ok(customers.coreListTransactions, { headers: publisher.headers, query: { customerId } });
  const giftId = items.find(({ targetType }) => targetType === 'giftId')!.targetId;
  const { code } = await app.ok(gifts.coreGetGift, { headers: publisher.headers, params: { giftId } });
  return { giftId, giftCode: code, paymentId: payment.id };
}

/** One of each thing a publisher's key may name. */
export interface Things {
  customerId: number;
  email: string;
  orderId: number;
  paymentId: number;
  authorizedId: number;
  subscriptionId: number;
  pausedId: number;
  switchingId: number;
  switchId: string;
  giftId: number;
  giftCode: string;
  campaignId: number;
  offerId: string;
  toOfferId: string;
  methodId: number;
}

/** All of them, new. Those who must not get in each other's way belong to different customers. */
export async function newThings(app: TestApp, publisher: Publisher): Promise<Things> {
  const { headers } = publisher;
  const [customerId, pausing, switchingId] = [
    await newCustomer(app, publisher),
    await newCustomer(app, publisher),
    await newCustomer(app, publisher),
  ];
  const { email } = await app.ok(customers.coreGetCustomer, { headers, params: { customerId } });
  const { subscriptionId, paymentId } = await subscribe(app, publisher, customerId, publisher.annual);
  const orderId = await newOrder(app, publisher, customerId, publisher.pass);
  const authorized = await report(app, publisher, await newOrder(app, publisher, customerId, publisher.pass), 'authorized');
  const paused = await subscribe(app, publisher, pausing, await plainMonthly(app, publisher));
  const pause = { pauseDate: 'anniversary-date', resumesAfterBillingCycles: 1 };
  await app.ok(subscriptions.corePauseSubscription, { headers, params: { subscriptionId: paused.subscriptionId }, body: pause });
  await subscribe(app, publisher, switchingId, publisher.annual);
  const wanted = { customerId: switchingId, fromOfferId: publisher.annual, toOfferId: publisher.monthly, switchDirection: 'downgrade' };
  const { id: switchId } = await app.ok(subscriptions.coreRequestSwitch, { headers, body: wanted });
  const { giftId, giftCode } = await buyGift(app, publisher, customerId);
  const campaign = { name: 'Own', discount: 0.5, couponCodes: [`OWN${switchId.slice(0, 8)}`] };
  const { id: campaignId } = await app.ok(catalogue.coreCreateCampaign, { headers, body: campaign });
  return {
    ...{ customerId, email, orderId, paymentId, authorizedId: authorized.id, subscriptionId, pausedId: paused.subscriptionId },
    ...{ switchingId, switchId, giftId, giftCode, campaignId },
    ...{ offerId: publisher.annual, toOfferId: publisher.monthly, methodId: publisher.card },
  };
}

export const price = (amount: number, currency = 'EUR') => ({ amount, currency, taxIncluded: true });

/** A monthly plan without a trial: what is on trial cannot be paused. */
async function plainMonthly(app: TestApp, { headers }: Publisher): Promise<string> {
  const body = {
    type: 'subscription',
    title: 'Plain',
    countryCode: 'DE',
    price: price(5),
    billingCycle: { periodUnit: 'month', amount: 1 },
    pause: { maxBillingCycles: 3 },
  };
  return (await app.ok(catalogue.coreCreateOffer, { headers, body })).longId;
}

/** How to call each operation so that it succeeds, for the publisher whose things they are. */
export const CORE_VISITS: Readonly<Record<string, (things: Things, app: TestApp) => Call>> = {
  coreListOffers: () => ({ query: { active: 'true' } }),
  coreCreateOffer: () => ({
    body: { type: 'vod', title: 'A film', countryCode: 'DE', price: price(4.99), entitlement: { expirationPolicy: 'never' } },
  }),
  coreGetOffer: ({ offerId }) => ({ params: { offerId } }),
  coreUpdateOffer: ({ offerId }) => ({ params: { offerId }, body: { title: 'Renamed' } }),
  coreListCampaigns: () => ({}),
  coreCreateCampaign: (_things, app) => ({ body: { name: 'New', discount: 0.1, couponCodes: [`NEW-${app.now()}`] } }),
  coreUpdateCampaign: ({ campaignId }) => ({ params: { campaignId }, body: { status: 'deactivated' } }),
  coreCreateCustomer: ({ customerId }) => ({
    body: { email: `visit${customerId}@example.com`, country: 'DE', currency: 'EUR', locale: 'de_DE', externalData: { club: 'North' } },
  }),
  coreListCustomers: ({ email }) => ({ query: { search: email } }),
  coreGetCustomer: ({ customerId }) => ({ params: { customerId } }),
  coreUpdateCustomer: ({ customerId }) => ({ params: { customerId }, body: { firstName: 'Mara', email: `mara${customerId}@example.com` } }),
  coreDeleteCustomer: ({ customerId }) => ({ params: { customerId } }),
  coreRequestPasswordReset: ({ email }) => ({ body: { customerEmail: email } }),
  coreListTransactions: ({ customerId }) => ({ query: { customerId } }),
  coreListPaymentDetails: ({ customerId }) => ({ params: { customerId } }),
  coreCreatePaymentDetails: ({ customerId, methodId }) => ({ body: { customerId, paymentMethodId: methodId } }),
  coreGetGift: ({ giftId }) => ({ params: { giftId } }),
  coreUpdateGift: ({ giftId }, app) => ({
    params: { giftId },
    body: { deliveryDetails: { ...FRIEND, deliveryDate: inDays(app, 9) } },
  }),
  coreVerifyGift: ({ giftCode, customerId }) => ({ params: { giftCode }, query: { customerId } }),
  coreRedeemGift: ({ giftCode, customerId }) => ({ params: { giftCode }, body: { customerId } }),
  coreCreateOrder: ({ customerId, toOfferId, methodId }) => ({
    body: { customerId, offerId: toOfferId, currency: 'EUR', country: 'DE', paymentMethodId: methodId, couponCode: 'WELCOME20' },
  }),
  coreGetOrder: ({ orderId }) => ({ params: { orderId } }),
  coreUpdateOrder: ({ orderId }) => ({ params: { orderId }, body: { couponCode: 'WELCOME20' } }),
  coreCreatePayment: ({ orderId }) => ({ body: { orderId, status: 'captured', paymentOperation: 'initial-payment' } }),
  coreListPayments: ({ customerId }) => ({ query: { customerId, status: 'captured' } }),
  coreGetPayment: ({ paymentId }) => ({ params: { paymentId } }),
  coreUpdatePayment: ({ paymentId }) => ({ params: { paymentId }, body: { status: 'refunded' } }),
  coreListSubscriptions: ({ customerId }) => ({ params: { customerId } }),
  coreUpdateSubscription: ({ subscriptionId }) => ({ params: { subscriptionId }, body: { status: 'cancelled' } }),
  corePauseSubscription: ({ pausedId: subscriptionId }) => ({
    params: { subscriptionId },
    body: { pauseDate: 'anniversary-date', resumesAfterBillingCycles: 1 },
  }),
  coreResumeSubscription: ({ pausedId: subscriptionId }) => ({ params: { subscriptionId } }),
  coreGetSwitchAvailability: ({ customerId, offerId }) => ({ query: { customerId, offerId } }),
  coreRequestSwitch: ({ customerId, offerId, toOfferId }) => ({
    body: { customerId, fromOfferId: offerId, toOfferId, switchDirection: 'downgrade' },
  }),
  coreListSwitches: ({ switchingId }) => ({ query: { customerId: switchingId } }),
  coreGetSwitch: ({ switchId }) => ({ params: { switchId } }),
  coreCancelSwitch: ({ switchId }) => ({ params: { switchId }, body: { status: 'cancelled' } }),
  coreListEntitlements: ({ customerId }) => ({ params: { customerId }, query: { tag: 'all' } }),
  coreListWebhookSubscriptions: () => ({}),
  corePutWebhookSubscription: () => ({ params: { topic: 'offerUpdated' }, body: { endpoints: [] } }),
  coreGetEntitlement: ({ customerId, offerId }) => ({ params: { customerId, offerId } }),
};
