import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { redeemGift } from '../../sandbox/src/contract/gifts.js';
import { getOffer } from '../../sandbox/src/contract/offers.js';
import { getEntitlement } from '../../sandbox/src/contract/offers.js';
import { createOrder } from '../../sandbox/src/contract/orders.js';
import * as catalogue from '../../sandbox/src/contract/core/catalogue.js';
import * as customers from '../../sandbox/src/contract/core/customers.js';
import * as orders from '../../sandbox/src/contract/core/orders.js';
import * as subscriptions from '../../sandbox/src/contract/core/subscriptions.js';
import { openApp, type Person, type TestApp } from './app.js';
import { buyGift, newCustomer, newOrder, newPublisher, price, report, subscribe, type Publisher } from './core-operations.js';

const DAY = 86_400;

describe('the Core API', () => {
  let app: TestApp;
  let publisher: Publisher;
  let headers: Publisher['headers'];
  before(async () => {
    app = await openApp();
    publisher = await newPublisher(app, 'Harbour');
    ({ headers } = publisher);
  });
  after(() => app.close());

  const viewerOf = (customerId: number): Promise<Person> => app.again({ customerId, publisherId: publisher.id, email: '', jwt: '' });
  const hasAccess = async (customerId: number, offerId: string) =>
    (await app.ok(getEntitlement, { as: await viewerOf(customerId), params: { offerId } })).accessGranted;
  const linesOf = async (customerId: number) => (await app.ok(customers.coreListTransactions, { headers, query: { customerId } })).items;
  const change = (paymentId: number, body: object) => app.ok(orders.coreUpdatePayment, { headers, params: { paymentId }, body });

  describe('a payment', () => {
    test('given back as a whole ends access, at once and once; the list of purchases shows it', async () => {
      const customerId = await newCustomer(app, publisher);
      const { paymentId, subscriptionId } = await subscribe(app, publisher, customerId, publisher.annual);
      assert.equal(await hasAccess(customerId, publisher.annual), true);
      const refunded = await change(paymentId, { status: 'refunded', refundedReason: 'Not as described' });
      assert.deepEqual([refunded.status, refunded.refundedAmount, refunded.refundedReason], ['refunded', 89.99, 'Not as described']);
      assert.equal(await hasAccess(customerId, publisher.annual), false);
      const [back, sold] = await linesOf(customerId);
      assert.deepEqual([back!.transactionPriceInclTax, sold!.transactionPriceInclTax], ['-89.9900', '89.9900']);
      assert.deepEqual([back!.applicableTax, back!.targetId], [`-${sold!.applicableTax}`, subscriptionId]);
      const again = await app.no(orders.coreUpdatePayment, { headers, params: { paymentId }, body: { status: 'refunded' } });
      assert.deepEqual([again.status, again.text], [422, 'Only a captured payment can be refunded: this one is refunded']);
      await app.pass('P13M');
      assert.equal((await linesOf(customerId)).length, 2);
    });

    test('given back in parts keeps access until nothing is left, and never more than was paid', async () => {
      const customerId = await newCustomer(app, publisher);
      const { paymentId } = await subscribe(app, publisher, customerId, publisher.annual);
      const part = await change(paymentId, { status: 'refunded', refundedAmount: 40.01 });
      assert.deepEqual([part.status, part.refundedAmount], ['captured', 40.01]);
      assert.equal(await hasAccess(customerId, publisher.annual), true);
      const params = { paymentId };
      const more = await app.no(orders.coreUpdatePayment, { headers, params, body: { status: 'refunded', refundedAmount: 49.99 } });
      assert.equal(more.text, 'There are €49.98 left to refund');
      const odd = await app.no(orders.coreUpdatePayment, { headers, params, body: { status: 'refunded', refundedAmount: 0.001 } });
      assert.equal(odd.status, 400);
      const rest = await change(paymentId, { status: 'refunded', type: 'chargeback' });
      assert.deepEqual([rest.status, rest.refundedAmount, rest.refundedReason], ['refunded', 89.99, 'chargeback']);
      assert.equal(await hasAccess(customerId, publisher.annual), false);
      const lines = await linesOf(customerId);
      for (const column of ['transactionPriceInclTax', 'transactionPriceExclTax', 'applicableTax'] as const)
        assert.equal(
          lines.reduce((sum, line) => sum + Math.round(Number(line[column]) * 100), 0),
          0,
          column,
        );
    });

    test('of an earlier period leaves the one that was paid later', async () => {
      const customerId = await newCustomer(app, publisher);
      const { paymentId } = await subscribe(app, publisher, customerId, publisher.annual);
      await app.pass('P1Y');
      assert.equal((await change(paymentId, { status: 'refunded' })).status, 'refunded');
      assert.equal(await hasAccess(customerId, publisher.annual), true);
    });

    test('ends access or not, where the publisher says so', async () => {
      const customerId = await newCustomer(app, publisher);
      const { paymentId } = await subscribe(app, publisher, customerId, publisher.annual);
      await change(paymentId, { status: 'refunded', refundedAmount: 1, endAccess: true });
      assert.equal(await hasAccess(customerId, publisher.annual), false);
      const other = await newCustomer(app, publisher);
      const kept = await subscribe(app, publisher, other, publisher.annual);
      await change(kept.paymentId, { status: 'refunded', endAccess: false });
      assert.equal(await hasAccess(other, publisher.annual), true);
    });

    test('of a gift that is given back is the end of the gift', async () => {
      const customerId = await newCustomer(app, publisher);
      const { paymentId, giftCode } = await buyGift(app, publisher, customerId);
      await change(paymentId, { status: 'refunded' });
      const as = await viewerOf(await newCustomer(app, publisher));
      assert.equal((await app.no(redeemGift, { as, params: { giftCode } })).status, 404);
    });

    test('is authorised first and captured later, and only then gives access', async () => {
      const customerId = await newCustomer(app, publisher);
      const orderId = await newOrder(app, publisher, customerId, publisher.pass);
      const { id, status } = await report(app, publisher, orderId, 'authorized');
      assert.equal(status, 'authorized');
      assert.equal(await hasAccess(customerId, publisher.pass), false);
      const waiting = await app.ok(orders.coreListPayments, { headers, query: { customerId, status: 'authorized' } });
      assert.deepEqual(
        waiting.items.map((payment) => payment.id),
        [id],
      );
      const captured = await change(id, { status: 'captured' });
      assert.deepEqual([captured.id, captured.status], [id, 'captured']);
      assert.equal((await change(id, { status: 'captured' })).id, id);
      assert.equal(await hasAccess(customerId, publisher.pass), true);
      assert.equal((await linesOf(customerId)).length, 1);
      assert.equal(
        (await app.no(orders.coreUpdatePayment, { headers, params: { paymentId: id }, body: { status: 'cancelled' } })).status,
        422,
      );
    });

    test('that failed leaves the order open; one that is reported twice is taken once', async () => {
      const customerId = await newCustomer(app, publisher);
      const orderId = await newOrder(app, publisher, customerId, publisher.pass);
      const rejected = await report(app, publisher, orderId, 'rejected', { rejectedReason: 'Insufficient funds' });
      assert.deepEqual([rejected.status, rejected.rejectedReason], ['rejected', 'Insufficient funds']);
      const cancelled = await report(app, publisher, orderId, 'authorized');
      await change(cancelled.id, { status: 'cancelled' });
      const body = { orderId, status: 'captured', paymentOperation: 'initial-payment' };
      const call = { headers, body };
      const answers = await Promise.all([1, 2, 3].map(() => app.send(orders.coreCreatePayment, call)));
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 404, 404]);
      assert.equal((await linesOf(customerId)).length, 1);
      const { items } = await app.ok(orders.coreListPayments, { headers, query: { orderId } });
      assert.deepEqual(
        items.map(({ status }) => status),
        ['captured', 'cancelled', 'rejected'],
      );
    });
  });

  describe('an offer', () => {
    const create = (body: object) => app.ok(catalogue.coreCreateOffer, { headers, body });
    const base = { title: 'New', countryCode: 'DE', price: price(9.99) };
    const monthly = { ...base, type: 'subscription', billingCycle: { periodUnit: 'month', amount: 1 } };

    test('of every kind can be made, and bought', async () => {
      const now = app.now();
      const kinds: [letter: string, body: object][] = [
        ['S', { ...monthly, freeTrial: { type: 'day', duration: 7 }, giftable: true, pause: { maxBillingCycles: 2 } }],
        ['S', { ...base, type: 'subscription', billingCycle: { periodUnit: 'season', amount: 1 } }],
        ['P', { ...base, type: 'pass', entitlement: { expirationPolicy: 'duration', duration: { amount: 1, periodUnit: 'week' } } }],
        ['P', { ...base, type: 'pass', entitlement: { expirationPolicy: 'fixed', expiresAt: now + 30 * DAY } }],
        ['E', { ...base, type: 'live', event: { startsAt: now + DAY, endsAt: now + 2 * DAY, timezone: 'Europe/Berlin' } }],
        ['R', { ...base, type: 'vod', entitlement: { expirationPolicy: 'duration', duration: { amount: 48, periodUnit: 'hour' } } }],
        ['A', { ...base, type: 'vod', entitlement: { expirationPolicy: 'never' } }],
      ];
      for (const [letter, body] of kinds) {
        const offer = await create(body);
        assert.equal(offer.id.charAt(0), letter);
        const customerId = await newCustomer(app, publisher);
        await report(app, publisher, await newOrder(app, publisher, customerId, offer.longId));
        assert.equal(await hasAccess(customerId, offer.longId), true, JSON.stringify(body));
      }
    });

    test('has prices of its own in other countries, and for a time', async () => {
      const now = app.now();
      const rules = [{ from: now, to: now + DAY, amount: 4.99, name: 'Opening week' }];
      const us = { title: 'New, US', countryCode: 'US', price: { amount: 10.99, currency: 'USD', taxIncluded: false } };
      const offer = await create({ ...monthly, price: { ...price(9.99), rules }, localizations: [us] });
      assert.deepEqual(
        offer.localizations.map(({ id, price: { amount } }) => [id, amount]),
        [[`${offer.id}_US`, 10.99]],
      );
      const shown = await app.ok(getOffer, { params: { offerId: offer.longId } });
      assert.equal(shown.discountedCustomerPriceInclTax, 4.99);
    });

    test('that is changed keeps what nobody named, and what somebody has bought', async () => {
      const offer = await create({ ...monthly, localizations: [{ title: 'AT', countryCode: 'AT', price: price(8.99) }] });
      const customerId = await newCustomer(app, publisher);
      const body = { customerId, offerId: `${offer.id}_AT`, currency: 'EUR', country: 'AT', paymentMethodId: publisher.card };
      await app.ok(orders.coreCreateOrder, { headers, body });
      const params = { offerId: offer.id };
      const edit = (change: object) => app.ok(catalogue.coreUpdateOffer, { headers, params, body: change });
      const changed = await edit({ title: 'Newer', price: price(11.99), tags: ['sports'] });
      assert.deepEqual(
        [changed.title, changed.price.amount, changed.tags, changed.billingCycle, changed.localizations[0]!.price.amount],
        ['Newer', 11.99, ['sports'], offer.billingCycle, 8.99],
      );
      const refused = await app.no(catalogue.coreUpdateOffer, { headers, params, body: { localizations: [] } });
      assert.match(refused.text, /_AT is in use/);
      assert.equal((await edit({ active: false })).active, false);
      assert.match((await app.no(getOffer, { params: { offerId: offer.longId } })).text, /inactive/);
    });

    test('that contradicts itself is refused, and the text names the field', async () => {
      const past = app.now() - 1;
      const wrong: [RegExp, object][] = [
        [/billingCycle/, { ...base, type: 'subscription' }],
        [/billingCycle/, { ...monthly, billingCycle: { periodUnit: 'month', amount: 2 } }],
        [/billingCycle/, { ...monthly, type: 'pass', entitlement: { expirationPolicy: 'fixed', expiresAt: past + 99 } }],
        [/entitlement/, { ...base, type: 'pass' }],
        [/entitlement/, { ...base, type: 'pass', entitlement: { expirationPolicy: 'fixed', expiresAt: past } }],
        [/entitlement/, { ...base, type: 'pass', entitlement: { expirationPolicy: 'never' } }],
        [/entitlement/, { ...monthly, entitlement: { expirationPolicy: 'never' } }],
        [/event/, { ...base, type: 'live' }],
        [/event/, { ...base, type: 'live', event: { startsAt: past + 99, endsAt: past + 50, timezone: 'UTC' } }],
        [/event/, { ...base, type: 'live', event: { startsAt: past, endsAt: past + 99, timezone: 'Mars/Olympus' } }],
        [/freeTrial/, { ...monthly, price: price(0), freeTrial: { type: 'day', duration: 7 } }],
        [/giftable/, { ...base, type: 'vod', entitlement: { expirationPolicy: 'never' }, giftable: true }],
        [/price/, { ...monthly, price: price(9.999) }],
        [/price/, { ...monthly, price: price(9.5, 'JPY') }],
        [/localizations/, { ...monthly, localizations: [{ title: 'Twice', countryCode: 'DE', price: price(1) }] }],
      ];
      for (const [field, body] of wrong) {
        const { status, text } = await app.no(catalogue.coreCreateOffer, { headers, body });
        assert.equal(status, 400, JSON.stringify(body));
        assert.match(text, field);
      }
    });
  });

  test('a coupon of a new campaign works until it is switched off; a code is given out once', async () => {
    const terms = { name: 'Opening', discount: 0.25, couponCodes: ['open25'], numberOfAppliedPeriods: 2, offers: [publisher.annual] };
    const campaign = await app.ok(catalogue.coreCreateCampaign, { headers, body: terms });
    assert.deepEqual([campaign.discount, campaign.couponCodes, campaign.usagePerCoupon], [0.25, ['OPEN25'], 'unlimited']);
    assert.match((await app.no(catalogue.coreCreateCampaign, { headers, body: terms })).text, /OPEN25 exists already/);
    const as = await viewerOf(await newCustomer(app, publisher));
    const body = { offerId: publisher.annual, customerId: as.customerId, couponCode: 'Open25' };
    const { order } = await app.ok(createOrder, { as, body });
    assert.equal(order.totalPrice, 67.48);
    const params = { campaignId: campaign.id };
    await app.ok(catalogue.coreUpdateCampaign, { headers, params, body: { status: 'deactivated', couponCodes: ['MORE25'] } });
    assert.match((await app.no(createOrder, { as, body })).text, /not found/);
    const { items } = await app.ok(catalogue.coreListCampaigns, { headers, query: { couponCode: 'more25' } });
    assert.deepEqual(
      items.map(({ id, status }) => [id, status]),
      [[campaign.id, 'deactivated']],
    );
  });

  test('a customer who is anonymised has nothing that is renewed, and nothing that says who they were', async () => {
    const customerId = await newCustomer(app, publisher);
    await subscribe(app, publisher, customerId, publisher.annual);
    const before = await app.ok(customers.coreGetCustomer, { headers, params: { customerId } });
    const nobody = await app.ok(customers.coreDeleteCustomer, { headers, params: { customerId } });
    assert.match(nobody.email, /@customer\.invalid$/);
    const { items } = await app.ok(customers.coreListCustomers, { headers, query: { email: before.email } });
    assert.deepEqual(items, []);
    const held = await app.ok(subscriptions.coreListSubscriptions, { headers, params: { customerId } });
    assert.deepEqual(
      held.items.map(({ status }) => status),
      ['cancelled'],
    );
    assert.equal((await linesOf(customerId)).length, 1);
  });

  test('a subscription’s end is moved, and its next payment with it; ended by the publisher it is over', async () => {
    const customerId = await newCustomer(app, publisher);
    const { subscriptionId } = await subscribe(app, publisher, customerId, publisher.annual);
    const params = { subscriptionId };
    const expiresAt = app.now() + 10 * DAY;
    const moved = await app.ok(subscriptions.coreUpdateSubscription, { headers, params, body: { expiresAt } });
    assert.deepEqual([moved.expiresAt, moved.nextPaymentAt], [expiresAt, expiresAt - 3 * DAY]);
    await app.pass('P8D');
    assert.equal((await linesOf(customerId)).length, 2);
    const ended = await app.ok(subscriptions.coreUpdateSubscription, { headers, params, body: { status: 'terminated' } });
    assert.equal(ended.status, 'terminated');
    assert.equal(await hasAccess(customerId, publisher.annual), false);
    await app.pass('P2Y');
    assert.equal((await linesOf(customerId)).length, 2);
  });
});
