import assert from 'node:assert/strict';
import { listCustomerOffers } from '../../../src/api/account.js';
import { redeemGift, verifyGift } from '../../../src/api/gifts.js';
import {
  addByAdyen,
  createPayPalDetailsToken,
  deletePaymentDetails,
  finalizeDetails,
  listPaymentDetails,
} from '../../../src/api/payment-details.js';
import { payWithAdyen } from '../../../src/api/payments.js';
import { getGift, listTransactions, updateGift } from '../../../src/api/purchases.js';
import * as api from '../../../src/api/subscriptions.js';
import { cases } from '../case.js';
import { GOOD_CARD, refused, type TestedPlatform, type Viewer } from '../platform.js';

const MONTHLY = 'S274093615_DE';
const QUARTERLY = 'S730118264_DE';
const REDIRECT = '5212345678901234';
const BACK = 'https://shop.example/';
const CARD = 140960101;
const PAYPAL = 140960102;
const DAY = 86_400;

/** Somebody who has bought a plan with a card, and their subscription. */
async function holder(platform: TestedPlatform, offerId = QUARTERLY): Promise<Viewer & { subscriptionId: number }> {
  const viewer = await platform.subscriber(offerId);
  const { items } = await viewer.client('get', '/customers/{customerId}/subscriptions', { params: { customerId: viewer.id } });
  return { ...viewer, subscriptionId: items[0]!.subscriptionId };
}

/** A gift somebody has bought, a week before it is delivered. */
async function giver(
  platform: TestedPlatform,
): Promise<{ viewer: Viewer; giftId: number; delivery: { recipientEmail: string; deliveryDate: number; personalNote: string } }> {
  const viewer = await platform.newcomer();
  const delivery = { recipientEmail: 'friend@example.com', deliveryDate: Math.floor(Date.now() / 1000) + 7 * DAY, personalNote: 'Enjoy!' };
  const { order } = await viewer.client('post', '/orders', {
    body: { offerId: MONTHLY, customerId: Number(viewer.id), paymentMethodId: CARD, buyAsAGift: true, deliveryDetails: delivery },
  });
  await payWithAdyen(viewer.client, { orderId: order.id, ...platform.card(GOOD_CARD) });
  const [item] = await listTransactions(viewer.client, viewer.id, { limit: 10, offset: 0 });
  assert.equal(item?.targetType, 'giftId');
  return { viewer, giftId: Number(item.targetId), delivery };
}

const switching = ({ id, client }: Viewer) => api.postSwitch(client, id, QUARTERLY, { toOfferId: MONTHLY, switchDirection: 'downgrade' });

const SUBSCRIPTIONS = [
  ...cases('applyCoupon', 'sandbox', {
    'on the next payments, once': async (platform) => {
      const { id, client, subscriptionId } = await holder(platform);
      await api.putCoupon(client, id, subscriptionId, 'SAVE30');
      await refused(api.putCoupon(client, id, subscriptionId, 'SAVE30'), {
        status: 422,
        platform: 'already applied',
        kit: 'coupon-applied',
      });
      await refused(api.putCoupon(client, id, subscriptionId, 'NOSUCH'), { status: 422, platform: 'not found', kit: 'coupon-not-found' });
    },
  }),
  ...cases('pauseSubscription', 'sandbox', {
    'from the end of the period, for some cycles': async (platform) => {
      const { id, client, subscriptionId } = await holder(platform);
      await api.postPause(client, subscriptionId, 1);
      const [item] = await listCustomerOffers(client, id);
      assert.ok((item as unknown as { pause?: { resumeDate: number } }).pause);
    },
  }),
  ...cases('resumeSubscription', 'sandbox', {
    'a pause that has not begun is dropped': async (platform) => {
      const { id, client, subscriptionId } = await holder(platform);
      await api.postPause(client, subscriptionId, 1);
      await api.postResume(client, subscriptionId);
      const [item] = await listCustomerOffers(client, id);
      assert.ok(!(item as unknown as { pause?: object | null }).pause);
    },
  }),
  ...cases('getRetentionAction', 'sandbox', {
    'for a plan that could end': async (platform) => {
      const { client } = await holder(platform);
      assert.ok(await api.getRetentionAction(client, QUARTERLY));
    },
  }),
  ...cases('takeRetentionAction', 'sandbox', {
    'the free extension moves the next payment, once': async (platform) => {
      const { id, client } = await holder(platform, MONTHLY);
      const before = (await listCustomerOffers(client, id))[0]!.expiresAt!;
      await api.postRetentionAction(client, MONTHLY);
      assert.ok((await listCustomerOffers(client, id))[0]!.expiresAt! > before);
    },
  }),
  ...cases('getSwitchAvailability', 'sandbox', {
    'what a plan can be switched to, and why not to others': async (platform) => {
      const { id, client } = await holder(platform);
      const { available, unavailable } = await api.getSwitchAvailability(client, id, QUARTERLY);
      assert.ok(available.some(({ toOfferId }) => toOfferId === MONTHLY));
      assert.ok(unavailable.every(({ reason }) => reason));
    },
  }),
  ...cases('requestSwitch', 'sandbox', {
    'is pending first, and only one at a time': async (platform) => {
      const viewer = await holder(platform);
      assert.equal((await switching(viewer)).status, 'pending');
      await refused(switching(viewer), { status: 422, kit: 'switch-unavailable' });
    },
  }),
  ...cases('getSwitch', 'sandbox', {
    'how it stands': async (platform) => {
      const viewer = await holder(platform);
      const { id } = await switching(viewer);
      assert.equal((await api.getSwitch(viewer.client, id)).toOfferId, MONTHLY);
    },
  }),
  ...cases('listSwitches', 'sandbox', {
    'all that were asked for, newest first': async (platform) => {
      const viewer = await holder(platform);
      const first = await switching(viewer);
      await api.patchSwitch(viewer.client, first.id);
      const second = await switching(viewer);
      const history = await api.listSwitches(viewer.client);
      assert.deepEqual(
        history.map(({ id, status }) => [id, status]),
        [
          [second.id, 'pending'],
          [first.id, 'cancelled'],
        ],
      );
    },
  }),
  ...cases('cancelSwitch', 'sandbox', {
    'while it is pending': async (platform) => {
      const viewer = await holder(platform);
      const { id } = await switching(viewer);
      assert.equal((await api.patchSwitch(viewer.client, id)).status, 'cancelled');
    },
  }),
];

const PURCHASES = [
  ...cases('listTransactions', 'sandbox', {
    'what was bought, a page at a time': async (platform) => {
      const { id, client } = await holder(platform);
      const [item, ...more] = await listTransactions(client, id, { limit: 1, offset: 0 });
      assert.deepEqual([item?.offerId, more], [QUARTERLY, []]);
      assert.deepEqual(await listTransactions(client, id, { limit: 1, offset: 1 }), []);
    },
  }),
  ...cases('getGift', 'sandbox', {
    'to its buyer only': async (platform) => {
      const { viewer, giftId } = await giver(platform);
      assert.equal((await getGift(viewer.client, giftId)).deliveryDetails.recipientEmail, 'friend@example.com');
      await refused(getGift((await platform.newcomer()).client, giftId), { status: 404, kit: 'not-found' });
    },
  }),
  ...cases('updateGift', 'sandbox', {
    'somebody else, before it is delivered': async (platform) => {
      const { viewer, giftId, delivery } = await giver(platform);
      const changed = await updateGift(viewer.client, giftId, { ...delivery, recipientEmail: 'other@example.com' });
      assert.equal(changed.deliveryDetails.recipientEmail, 'other@example.com');
    },
  }),
  ...cases('verifyGift', 'sandbox', {
    'what a code is good for': async (platform) => {
      const { viewer, giftId } = await giver(platform);
      const { code } = await getGift(viewer.client, giftId);
      assert.ok(await verifyGift((await platform.newcomer()).client, code));
    },
  }),
  ...cases('redeemGift', 'sandbox', {
    'no code that nobody bought': async (platform) => {
      const { client, id } = await platform.newcomer();
      await redeemGift(client, 'NOPE-NOPE').catch(() => undefined);
      assert.deepEqual(await listCustomerOffers(client, id), []);
    },
  }),
];

const DETAILS = [
  ...cases('addAdyenPaymentDetails', 'sandbox', {
    'take the place of the ones before': async (platform) => {
      const { id, client } = await holder(platform);
      const { paymentDetails } = await addByAdyen(client, { paymentMethodId: CARD, ...platform.card('4111111145551142') });
      const active = (await listPaymentDetails(client, id)).filter((one) => one.active);
      assert.deepEqual(
        active.map((one) => one.id),
        [paymentDetails?.id],
      );
    },
  }),
  ...cases('finalizeAdyenPaymentDetails', 'sandbox', {
    'the bank’s word decides, not the page’s': async (platform) => {
      const { client } = await holder(platform);
      const { action, paymentDetails } = await addByAdyen(client, { paymentMethodId: CARD, ...platform.card(REDIRECT) });
      assert.deepEqual([action?.type, paymentDetails], ['redirect', undefined]);
      await refused(finalizeDetails(client, CARD, { redirectResult: 'forged' }), {
        status: 422,
        platform: 'ADYEN0004',
        kit: 'payment-failed',
      });
    },
  }),
  ...cases('createPayPalDetailsToken', 'sandbox', {
    'an address at PayPal': async (platform) => {
      const { client } = await holder(platform);
      const pages = { successUrl: BACK, cancelUrl: BACK, errorUrl: BACK };
      const url = await createPayPalDetailsToken(client, { paymentMethodId: PAYPAL, ...pages });
      assert.match(new URL(url).searchParams.get('token') ?? new URL(url).search, /./);
    },
  }),
  ...cases('deletePaymentDetails', 'sandbox', {
    'gone, with what was kept of them': async (platform) => {
      const { id, client } = await holder(platform);
      const [details] = await listPaymentDetails(client, id);
      await deletePaymentDetails(client, details!.id);
      assert.deepEqual(
        (await listPaymentDetails(client, id)).filter((one) => one.active),
        [],
      );
    },
  }),
];

/** What a customer holds: subscriptions, purchases and gifts, payment details. */
export const holdingCases = [...SUBSCRIPTIONS, ...PURCHASES, ...DETAILS];
