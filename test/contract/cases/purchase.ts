import assert from 'node:assert/strict';
import { getEntitlement } from '../../../src/api/catalogue.js';
import { chooseMethod, createOrder, getOrder, listPaymentMethods } from '../../../src/api/orders.js';
import { createPayPalToken, finalizeAdyen, getAdyenMethods, payNothing, payWithAdyen } from '../../../src/api/payments.js';
import { cases } from '../case.js';
import { GOOD_CARD, refused } from '../platform.js';

const MONTHLY = 'S274093615_DE';
const ANNUAL = 'S598310247_DE';
const FREE = 'S401772935_DE';
const REDIRECT = '5212345678901234';

export const purchaseCases = [
  ...cases('createOrder', 'sandbox', {
    'the price is split to the cent, and a trial costs nothing': async (platform) => {
      const { id, client } = await platform.newcomer();
      const annual = await createOrder(client, { offerId: ANNUAL, customerId: id });
      const { offerPrice, discountAmount, discountedPrice, taxValue, customerServiceFee, paymentMethodFee } = annual.priceBreakdown;
      const cents = (amount: number) => Math.round(amount * 100);
      assert.equal(cents(discountedPrice), cents(offerPrice) - cents(discountAmount));
      assert.equal(
        cents(annual.totalPrice),
        cents(discountedPrice) + cents(taxValue) + cents(customerServiceFee) + cents(paymentMethodFee),
      );
      assert.equal(annual.totalPrice, 89.99);
      const monthly = await createOrder(client, { offerId: MONTHLY, customerId: id });
      assert.deepEqual([monthly.totalPrice, monthly.discount.type, monthly.requiredPaymentDetails], [0, 'trial', true]);
    },
    'for somebody else, and of an offer nobody knows': async (platform) => {
      const [one, other] = [await platform.newcomer(), await platform.newcomer()];
      const foreign = createOrder(one.client, { offerId: MONTHLY, customerId: other.id });
      await refused(foreign, { status: 401, platform: 'AUTH0002', kit: 'unauthenticated' });
      const unknown = createOrder(one.client, { offerId: 'S999999999_DE', customerId: one.id });
      await refused(unknown, { status: 422, platform: "doesn't exist", kit: 'offer-not-found' });
    },
  }),
  ...cases('getOrder', 'sandbox', {
    'an open order, to its owner only': async (platform) => {
      const { viewer, orderId } = await platform.order(ANNUAL, 'adyen');
      assert.equal((await getOrder(viewer.client, orderId)).offerId, ANNUAL);
      const stranger = await platform.newcomer();
      await refused(getOrder(stranger.client, orderId), { status: 404, platform: 'not found', kit: 'order-not-found' });
    },
  }),
  ...cases('updateOrder', 'sandbox', {
    'a coupon lowers the price, and goes again': async (platform) => {
      const { viewer, orderId } = await platform.order(ANNUAL, 'adyen');
      const change = (couponCode: string | null) =>
        viewer.client('patch', '/orders/{orderId}', { params: { orderId }, body: { couponCode } }).then(({ order }) => order);
      const reduced = await change('SAVE30');
      assert.deepEqual([reduced.totalPrice, reduced.discount.type], [62.99, 'coupon']);
      assert.equal((await change(null)).totalPrice, 89.99);
      await refused(change('NOSUCH'), { status: 422, platform: 'Coupon NOSUCH', kit: 'coupon-not-found' });
    },
    'a payment method that the publisher does not have': async (platform) => {
      const { viewer, orderId } = await platform.order(ANNUAL, 'adyen');
      await refused(chooseMethod(viewer.client, orderId, 1), { status: 422, kit: 'unknown' });
    },
  }),
  ...cases('listPaymentMethods', 'write', {
    'the publisher’s ways to pay': async (platform) => {
      const { client } = await platform.newcomer();
      const methods = await listPaymentMethods(client);
      assert.ok(methods.every(({ id, paymentGateway }) => id > 0 && paymentGateway !== ''));
    },
  }),
  ...cases('getAdyenPaymentMethods', 'sandbox', {
    'what the Drop-in is made of, for an order': async (platform) => {
      const { viewer, orderId } = await platform.order(ANNUAL, 'adyen');
      const { amount, clientKey } = await getAdyenMethods(viewer.client, orderId);
      assert.deepEqual(amount, { currency: 'EUR', value: 8999 });
      assert.match(clientKey, /^test_/);
    },
  }),
  ...cases('payWithAdyen', 'sandbox', {
    'a good card pays once, however often it is sent': async (platform) => {
      const { viewer, orderId } = await platform.order(ANNUAL, 'adyen');
      const pay = () => payWithAdyen(viewer.client, { orderId, ...platform.card(GOOD_CARD) });
      const [first, second] = [await pay(), await pay()];
      assert.deepEqual([first.payment?.status, first.payment?.totalAmount], ['captured', 89.99]);
      assert.equal(second.payment?.id, first.payment?.id);
      assert.equal((await getEntitlement(viewer.client, ANNUAL)).accessGranted, true);
      await refused(getOrder(viewer.client, orderId), { status: 404, platform: 'not found', kit: 'order-not-found' });
      const again = createOrder(viewer.client, { offerId: ANNUAL, customerId: viewer.id });
      await refused(again, { status: 422, platform: 'Access already granted', kit: 'already-owned' });
    },
    'refused, failed, and without a payment method': async (platform) => {
      const { viewer, orderId } = await platform.order(ANNUAL, 'adyen');
      const pay = (number: string) => payWithAdyen(viewer.client, { orderId, ...platform.card(number) });
      await refused(pay('4000620000000007'), { status: 422, platform: 'ADYEN0002', kit: 'payment-refused' });
      await refused(pay('4000020000000000'), { status: 422, platform: 'ADYEN0004', kit: 'payment-failed' });
      const bare = await createOrder(viewer.client, { offerId: MONTHLY, customerId: viewer.id });
      const call = payWithAdyen(viewer.client, { orderId: bare.id, ...platform.card(GOOD_CARD) });
      await refused(call, { status: 422, platform: 'paymentMethodId', kit: 'no-payment-method' });
      assert.equal((await getEntitlement(viewer.client, ANNUAL)).accessGranted, false);
    },
  }),
  ...cases('finalizeAdyenPayment', 'sandbox', {
    'the bank’s word decides, not the page’s': async (platform) => {
      const { viewer, orderId } = await platform.order(ANNUAL, 'adyen');
      const { action, payment } = await payWithAdyen(viewer.client, { orderId, ...platform.card(REDIRECT) });
      assert.deepEqual([action?.type, payment], ['redirect', undefined]);
      const bank = new URL(String(action?.['url']));
      for (const redirectResult of [bank.searchParams.get('session') ?? '', 'forged']) {
        const finishing = finalizeAdyen(viewer.client, orderId, { redirectResult });
        await refused(finishing, { status: 422, platform: 'ADYEN0004', kit: 'payment-failed' });
      }
    },
  }),
  ...cases('createPayPalToken', 'sandbox', {
    'an address at PayPal': async (platform) => {
      const { viewer, orderId } = await platform.order(ANNUAL, 'paypal');
      const back = 'https://shop.example/';
      const url = await createPayPalToken(viewer.client, { orderId, successUrl: back, cancelUrl: back, errorUrl: back });
      assert.match(new URL(url).searchParams.get('token') ?? '', /./);
    },
  }),
  ...cases('payWithoutDetails', 'sandbox', {
    'what is free is free, and what is not is not': async (platform) => {
      const { viewer, orderId } = await platform.order(FREE, 'free-offer');
      const { status, totalAmount } = await payNothing(viewer.client, orderId);
      assert.equal(totalAmount, 0);
      assert.ok(status);
      assert.equal((await getEntitlement(viewer.client, FREE)).accessGranted, true);
      const paid = await platform.order(ANNUAL, 'adyen');
      await refused(payNothing(paid.viewer.client, paid.orderId), { status: 422, kit: 'unknown' });
    },
  }),
];
