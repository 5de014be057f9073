import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as contract from '../../sandbox/src/contract/orders.js';
import { updateSubscription } from '../../sandbox/src/contract/subscriptions.js';
import { OFFERS } from '../../sandbox/src/db/seed/offers.js';
import { openApp, START, type Person, type TestApp } from './app.js';
import { MONTHLY, QUARTERLY } from './operations.js';

const CARD = 140960101;
const GCASH = 140960105;
/** A wallet that the publisher has not turned on. */
const WALLET = 140960106;

describe('orders', () => {
  let app: TestApp;
  let mara: Person;
  before(async () => {
    app = await openApp();
    mara = await app.register();
  });
  after(() => app.close());

  const create = (offerId: string, more: Record<string, unknown> = {}) => app.order(mara, offerId, more);
  const refusal = async (offerId: string, more: Record<string, unknown> = {}, as = mara) => {
    const { status, text } = await app.no(contract.createOrder, { as, body: { offerId, customerId: as.customerId, ...more } });
    return `${status} ${text}`;
  };
  const change = async (orderId: number, body: Record<string, unknown>) =>
    (await app.ok(contract.updateOrder, { as: mara, params: { orderId }, body })).order;

  test('the worked example: 9.99 is 8.39 net and 1.60 tax, and 8.395 with all decimals', async () => {
    const order = await create(QUARTERLY, { couponCode: '' });
    assert.deepEqual(order.priceBreakdown, {
      offerPrice: 21,
      discountAmount: 0,
      discountedPrice: 21,
      taxValue: 3.99,
      customerServiceFee: 0,
      paymentMethodFee: 0,
    });
    const monthly = await create(MONTHLY, { couponCode: 'LATER25' });
    assert.deepEqual(
      [monthly.totalPrice, monthly.priceBreakdown.offerPrice, monthly.priceBreakdown.taxValue, monthly.offer.price],
      [9.99, 8.39, 1.6, 8.395],
    );
  });

  test('a trial costs nothing now, and needs payment details', async () => {
    const order = await create(MONTHLY);
    assert.deepEqual(order.discount, { applied: true, type: 'trial', periods: 1 });
    assert.deepEqual([order.totalPrice, order.priceBreakdown.discountAmount, order.requiredPaymentDetails], [0, 8.39, true]);
    assert.equal(order.expirationDate, app.now() + 86_400);
  });

  test('the country that is named decides, then the currency, then the address', async () => {
    const of = async (more: Record<string, unknown>) => {
      const { offerId, currency, country } = await create(OFFERS.monthly, more);
      return `${offerId} ${currency} ${country}`;
    };
    assert.equal(await of({}), 'S274093615_DE EUR DE');
    assert.equal(await of({ customerIP: '198.51.100.7' }), 'S274093615_US USD US');
    assert.equal(await of({ customerIP: '198.51.100.7', currency: 'GBP' }), 'S274093615_GB GBP GB');
    assert.equal(await of({ customerIP: '198.51.100.7', currency: 'GBP', country: 'JP' }), 'S274093615_JP JPY JP');
    // Austria has no price of its own: the one in euros, with Austrian tax.
    assert.equal(await of({ customerIP: '198.51.100.7', country: 'AT', currency: 'EUR' }), 'S274093615_DE EUR AT');
    assert.equal(await of({ currency: 'CHF', customerIP: '198.51.100.7' }), 'S274093615_US USD US');
  });

  test('currencies with no decimals and with three', async () => {
    const yen = await create(OFFERS.monthly, { country: 'JP', couponCode: 'HALF999' });
    assert.deepEqual([yen.totalPrice, yen.priceBreakdown.discountAmount], [740, 740]);
    const dinar = await create(OFFERS.monthly, { country: 'KW', couponCode: 'HALF999' });
    assert.deepEqual([dinar.totalPrice, dinar.priceBreakdown.offerPrice], [1.625, 3.25]);
  });

  test('a free offer needs no payment details', async () => {
    const { totalPrice, requiredPaymentDetails, discount } = await create(OFFERS.free);
    assert.deepEqual([totalPrice, requiredPaymentDetails, discount.applied], [0, false, false]);
  });

  test('a payment method can cost a fee, on what is left after the discount', async () => {
    const { id } = await create(QUARTERLY);
    const with1 = await change(id, { paymentMethodId: String(GCASH) });
    assert.deepEqual([with1.priceBreakdown.paymentMethodFee, with1.totalPrice, with1.paymentMethodId], [0.42, 25.41, GCASH]);
    const with2 = await change(id, { couponCode: 'HALF999' });
    assert.deepEqual([with2.priceBreakdown.paymentMethodFee, with2.totalPrice], [0.21, 12.71]);
    const with3 = await change(id, { paymentMethodId: CARD, couponCode: null });
    assert.deepEqual([with3.priceBreakdown.paymentMethodFee, with3.totalPrice], [0, 24.99]);
  });

  test('a coupon takes the place of the trial, and gives it back', async () => {
    const { id } = await create(MONTHLY);
    const saved = await change(id, { couponCode: 'save30' });
    assert.deepEqual([saved.totalPrice, saved.discount, saved.couponId], [6.99, { applied: true, type: 'coupon', periods: 3 }, 'save30']);
    assert.equal((await change(id, { couponCode: null })).discount.type, 'trial');
  });

  test('a full coupon asks for payment details only where its campaign does', async () => {
    const free = await create(MONTHLY, { couponCode: 'FREE100' });
    const card = await create(MONTHLY, { couponCode: 'FREE100CARD' });
    assert.deepEqual([free.totalPrice, free.priceBreakdown.taxValue, free.requiredPaymentDetails], [0, 0, false]);
    assert.deepEqual([card.totalPrice, card.requiredPaymentDetails], [0, true]);
  });

  test('every coupon that cannot be used is refused with the text clients look for', async () => {
    const texts: [string, RegExp][] = [
      ['NOSUCH', /^422 Coupon NOSUCH not found$/],
      ['EXPIRED20', /^422 Coupon EXPIRED20 not found/],
      ['OTHER', /^422 Coupon OTHER cannot be applied on this offer$/],
      ['ANNUAL10', /cannot be applied on this offer/],
      ['PASS15', /cannot be applied on this offer/],
      ['STAY40', /cannot be applied on this offer/],
      ['USED', /already used/],
      ['RESERVED', /reserved/],
      ["' or 1=1 --", /^422 Coupon ' or 1=1 -- not found$/],
    ];
    const { id } = await create(MONTHLY);
    for (const [couponCode, text] of texts) {
      assert.match(await refusal(MONTHLY, { couponCode }), text);
      const patched = await app.no(contract.updateOrder, { as: mara, params: { orderId: id }, body: { couponCode } });
      assert.match(`${patched.status} ${patched.text}`, text);
    }
    assert.equal((await app.ok(contract.getOrder, { as: mara, params: { orderId: id } })).order.couponId, null);
  });

  test('a campaign is used up by paying, not by asking', async () => {
    const [one, two, three] = [await app.register(), await app.register(), await app.register()];
    await app.buy(one, QUARTERLY, { order: { couponCode: 'FIRST2' } });
    await app.order(two, QUARTERLY, { couponCode: 'FIRST2' });
    const promised = await app.order(three, QUARTERLY, { couponCode: 'FIRST2' });
    await app.buy(two, QUARTERLY, { order: { couponCode: 'FIRST2' } });
    assert.match(await refusal(QUARTERLY, { couponCode: 'FIRST2' }), /already used/);
    // What an open order promises is kept.
    const body = { paymentMethodId: CARD };
    const { order } = await app.ok(contract.updateOrder, { as: three, params: { orderId: promised.id }, body });
    assert.equal(order.couponId, 'FIRST2');
  });

  test('offers that cannot be bought are refused with the text clients look for', async () => {
    assert.match(await refusal('S000000001_DE'), /^422 Offer S000000001_DE doesn't exist$/);
    assert.match(await refusal(OFFERS.secondMonthly), /doesn't exist/, 'another publisher’s');
    assert.match(await refusal(`${OFFERS.quarterly}_FR`), /doesn't exist/, 'no such localisation');
    assert.match(await refusal('nonsense'), /^400 Invalid param offerId$/);
    assert.match(await refusal(`${OFFERS.classic}_DE`), /^422 Offer is inactive$/);
    assert.match(await refusal(`${OFFERS.alps}_DE`), /^422 Offer is blocked for country DE$/);
    assert.equal((await create(`${OFFERS.alps}_DE`, { country: 'FR' })).country, 'FR');
  });

  test('what somebody has already cannot be bought again, in no country', async () => {
    const owner = await app.register();
    const { id } = await app.order(owner, QUARTERLY);
    await app.buy(owner, QUARTERLY);
    assert.equal(await refusal(OFFERS.quarterly, {}, owner), '422 Access already granted');
    assert.equal(
      (await app.no(contract.updateOrder, { as: owner, params: { orderId: id }, body: { paymentMethodId: CARD } })).text,
      'Access already granted',
    );
  });

  test('a payment method has to be one of the publisher’s that is turned on', async () => {
    for (const paymentMethodId of [1, WALLET, 150960101]) {
      assert.equal(await refusal(QUARTERLY, { paymentMethodId }), `422 Payment method ${paymentMethodId} not found`);
    }
    const { paymentMethods } = await app.ok(contract.listPaymentMethods, { as: mara });
    assert.deepEqual(
      paymentMethods.map(({ paymentGateway, methodName }) => `${paymentGateway}/${methodName}`),
      [
        'adyen/card',
        'paypal/paypal',
        'adyen/ideal',
        'adyen/bancontact_card',
        'adyen/gcash',
        'free-offer/manual',
        'coupon/manual',
        'adyen/bancontact_mobile',
      ],
    );
  });

  test('an order that is paid, expired or unknown is not found', async () => {
    const buyer = await app.register();
    const paid = await app.buy(buyer, MONTHLY);
    const { id } = await create(QUARTERLY);
    const notFound = async (as: Person, orderId: number) => {
      for (const failure of [
        await app.no(contract.getOrder, { as, params: { orderId } }),
        await app.no(contract.updateOrder, { as, params: { orderId }, body: { paymentMethodId: CARD } }),
      ])
        assert.deepEqual([failure.status, failure.text], [404, `Order with id ${orderId} not found`]);
    };
    await notFound(buyer, paid.orderId!);
    await notFound(mara, 999_999_999);
    await app.pass('P1D');
    mara = await app.again(mara);
    await notFound(mara, id);
  });

  test('only what can be given away can be a gift, with a delivery day that has not passed', async () => {
    assert.equal(await refusal(OFFERS.weekly, { buyAsAGift: true }), '422 Offer cannot be bought as a gift');
    assert.equal(await refusal(`${OFFERS.single}_DE`, { buyAsAGift: true }), '422 Offer cannot be bought as a gift');
    const deliver = (deliveryDate: number, recipientEmail = 'friend@example.com') => ({
      buyAsAGift: true,
      deliveryDetails: { recipientEmail, deliveryDate, personalNote: 'x'.repeat(150) },
    });
    assert.match(await refusal(MONTHLY, deliver(app.now() - 86_400)), /^422 Invalid param deliveryDetails.deliveryDate/);
    assert.match(await refusal(MONTHLY, deliver(app.now(), 'nobody')), /^400 Invalid param deliveryDetails.recipientEmail$/);
    const order = await create(MONTHLY, deliver(app.now()));
    assert.deepEqual([order.buyAsAGift, order.totalPrice, order.discount.type], [true, 9.99, ''], 'no trial is given away');
    assert.equal((await change(order.id, { buyAsAGift: false })).discount.type, 'trial');
  });

  test('fields that nobody knows are ignored', async () => {
    assert.equal((await create(QUARTERLY, { colour: 'blue', couponCode: null, country: null })).offerId, QUARTERLY);
  });

  test('a campaign is shown by one of its coupons; an unknown coupon shows none', async () => {
    const { items } = await app.ok(contract.listCampaigns, { as: mara, query: { couponCode: 'expired20' } });
    assert.deepEqual([items.length, items[0]!.discount, items[0]!.status, items[0]!.usagePerCoupon], [1, 0.2, 'ended', 'unlimited']);
    const { items: none } = await app.ok(contract.listCampaigns, { as: mara, query: { couponCode: 'NOSUCH' } });
    assert.deepEqual(none, []);
    assert.deepEqual((await app.no(contract.listCampaigns, { as: mara })).code, 'REQ0002');
  });

  test('a trial is given once, to the same customer', async () => {
    const again = await app.register();
    await app.buy(again, MONTHLY);
    await app.ok(updateSubscription, {
      as: again,
      params: { customerId: again.customerId },
      body: { offerId: MONTHLY, status: 'cancelled' },
    });
    await app.pass('P14D');
    const order = await app.order(await app.again(again), OFFERS.monthly);
    assert.deepEqual([order.discount.type, order.totalPrice], ['', 9.99]);
  });

  test('a promotional price is charged while it is valid, and not a second longer', async () => {
    const plus = await app.register();
    await app.buy(plus, OFFERS.plus, { order: { couponCode: 'LATER25' } });
    const [held] = await app.holdingsOf(plus);
    assert.deepEqual([held!.periodPaid, held!.price], [1099, 1499], 'later periods cost the regular price');
    const priceAt = async (moment: number) => {
      await app.pass(moment);
      return (await app.order(await app.register(), OFFERS.plus, { couponCode: 'LATER25' })).totalPrice;
    };
    const end = START + 20 * 86_400;
    assert.deepEqual([await priceAt(end - 1), await priceAt(end)], [10.99, 14.99]);
  });
});
