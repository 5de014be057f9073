import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { campaigns, coupons, couponUses, gifts, holdings, mails } from '../../sandbox/src/db/schema.js';
import { OFFERS } from '../../sandbox/src/db/seed/offers.js';
import { PUBLISHER_ID } from '../../sandbox/src/db/seed/publishers.js';
import { dayOf, METHODS, openShop, seconds, START, type Shop } from './shop.js';

let shop: Shop;
before(async () => (shop = await openShop()));
after(() => shop.close());
beforeEach(async () => void (await shop.ask('POST', '/sandbox/reset', { body: { world: 'empty', at: START } })));

describe('a purchase', () => {
  test('leaves a payment, a subscription, a transaction, events and a receipt that agree', async () => {
    const one = await shop.newcomer();
    await shop.buy(one, OFFERS.annual);
    const [payment] = await shop.payments(one.id);
    const [transaction] = await shop.transactions(one.id);
    const held = await shop.onlyOf(one.id);
    assert.deepEqual([payment?.total, payment?.tax, payment?.status, payment?.subscriptionId], [8999, 1437, 'captured', held.id]);
    assert.deepEqual([transaction?.priceExclTax, transaction?.tax, transaction?.priceInclTax], [7562, 1437, 8999]);
    assert.deepEqual([transaction?.targetType, transaction?.targetId, transaction?.offerPeriod], ['subscriptionId', held.id, 'annual']);
    const happened = await shop.events(one.id);
    assert.deepEqual(
      happened.map(({ type }) => type),
      ['transactionCreated', 'subscriptionCreated', 'paymentDetailsUpdated'],
    );
    assert.deepEqual(
      happened.map(({ amount, currency, country, gateway, channel, inTrial }) => [amount, currency, country, gateway, channel, inTrial]),
      happened.map(() => [8999, 'EUR', 'DE', 'adyen', 'web', false]),
    );
    assert.equal(happened[0]?.data['transactionId'], `T${transaction?.id}`);
    const [mail] = await shop.db.select().from(mails).where(eq(mails.customerId, one.id));
    assert.deepEqual([mail?.kind, mail?.data['total']], ['receipt', '€89.99']);
  });

  test('paid twice is charged once', async () => {
    const one = await shop.newcomer();
    const order = await shop.order(one, OFFERS.annual);
    const [first, second] = await Promise.all([shop.pay(one, order.id), shop.pay(one, order.id)]);
    assert.equal(first.id, second.id);
    assert.equal((await shop.payments(one.id)).length, 1);
    assert.equal((await shop.events(one.id)).filter(({ type }) => type === 'transactionCreated').length, 1);
  });

  test('of a pass, a rental and an event lasts as long as they do', async () => {
    const one = await shop.newcomer();
    for (const offer of [OFFERS.monthPass, OFFERS.rental, OFFERS.event, OFFERS.single]) await shop.buy(one, offer);
    const rows = await shop.held(one.id);
    assert.deepEqual(
      rows.map(({ expiresAt }) => dayOf(expiresAt)),
      ['2026-02-28', '2026-02-02', '2026-03-02', undefined],
    );
    await shop.clock({ advance: 'P1Y' });
    assert.deepEqual(
      (await shop.held(one.id)).map(({ status }) => status),
      ['expired', 'expired', 'expired', 'active'],
    );
    assert.deepEqual(
      (await shop.story(one.id)).filter((line) => line.endsWith('passExpired')),
      ['2026-02-02 passExpired', '2026-02-28 passExpired', '2026-03-02 passExpired'],
    );
    assert.deepEqual(
      (await shop.held(one.id)).map(({ endReason }) => endReason),
      [null, null, null, null],
    );
  });

  test('as a gift gives the buyer no access, and pays for nothing else', async () => {
    const one = await shop.newcomer();
    const order = await shop.order(one, OFFERS.quarterly);
    const delivery = { recipientEmail: 'friend@example.org', deliveryDate: seconds('2026-02-14T09:00:00Z'), personalNote: 'Enjoy!' };
    const { orders } = await import('../../sandbox/src/db/schema.js');
    await shop.db.update(orders).set({ buyAsAGift: true, delivery }).where(eq(orders.id, order.id));
    await shop.pay(one, order.id);
    assert.deepEqual(await shop.held(one.id), []);
    const [gift] = await shop.db.select().from(gifts).where(eq(gifts.buyerId, one.id));
    assert.match(gift?.code ?? '', /^[2-9B-Z]{4}-[2-9B-Z]{4}$/);
    assert.deepEqual([gift?.recipientEmail, gift?.deliveryDate], [delivery.recipientEmail, delivery.deliveryDate]);
    const [transaction] = await shop.transactions(one.id);
    assert.deepEqual([transaction?.targetType, transaction?.targetId], ['giftId', gift?.id]);
    assert.deepEqual(
      (await shop.events(one.id)).map(({ type }) => type),
      ['transactionCreated', 'giftBought'],
    );
    const { body } = await shop.call('GET', `/customers/${one.id}/payment_details`, { as: one });
    assert.deepEqual(body.responseData, { paymentDetails: [] });
  });
});

describe('a plan renews', () => {
  test('every month on its own day, three days ahead', async () => {
    const one = await shop.newcomer();
    await shop.buy(one, OFFERS.quarterly);
    await shop.clock({ to: '2026-12-01T00:00:00Z' });
    assert.deepEqual((await shop.story(one.id)).slice(3), [
      '2026-04-27 transactionCreated',
      '2026-04-27 subscriptionRenewed',
      '2026-07-28 transactionCreated',
      '2026-07-28 subscriptionRenewed',
      '2026-10-28 transactionCreated',
      '2026-10-28 subscriptionRenewed',
    ]);
    const held = await shop.onlyOf(one.id);
    assert.deepEqual([dayOf(held.periodStartedAt), dayOf(held.expiresAt)], ['2026-10-31', '2027-01-31']);
    assert.deepEqual(
      (await shop.payments(one.id)).map(({ total, operation }) => [total, operation]),
      [[2499, 'initial-payment'], ...Array.from({ length: 3 }, () => [2499, 'recurring-payment'])],
    );
  });

  test('after its trial, which is charged when it ends', async () => {
    const one = await shop.newcomer();
    await shop.buy(one, OFFERS.monthly);
    assert.equal((await shop.onlyOf(one.id)).periodPaid, 0);
    await shop.clock({ advance: 'P14D' });
    const held = await shop.onlyOf(one.id);
    assert.deepEqual([dayOf(held.expiresAt), held.periodPaid], ['2026-03-14', 999]);
    const converted = (await shop.events(one.id)).find(({ type }) => type === 'trialConverted');
    assert.deepEqual([converted?.amount, converted?.inTrial, dayOf(converted?.at)], [999, false, '2026-02-14']);
  });

  test('not when it was cancelled: it ends with its period, by the customer’s will', async () => {
    const one = await shop.newcomer();
    await shop.buy(one, OFFERS.quarterly);
    await shop.ask('PATCH', `/customers/${one.id}/subscriptions`, {
      as: one,
      body: { offerId: `${OFFERS.quarterly}_DE`, status: 'cancelled', cancellationReason: 'Subscription is too expensive' },
    });
    await shop.clock({ to: '2026-04-30T11:59:59Z' });
    const still = await shop.signedIn(one.id);
    assert.deepEqual(await shop.ask('GET', `/entitlements/${OFFERS.quarterly}`, { as: still }), {
      accessGranted: true,
      expiresAt: seconds('2026-04-30T12:00:00Z'),
    });
    await shop.clock({ to: '2026-04-30T12:00:00Z' });
    const held = await shop.onlyOf(one.id);
    assert.deepEqual([held.status, held.endReason, dayOf(held.endedAt)], ['expired', 'voluntary', '2026-04-30']);
    const last = (await shop.events(one.id)).at(-1);
    assert.deepEqual([last?.type, last?.reason], ['subscriptionExpired', 'voluntary']);
    assert.equal((await shop.payments(one.id)).length, 1);
  });

  test('for nothing, when it is free, and without payment details', async () => {
    const one = await shop.newcomer();
    const order = await shop.order(one, OFFERS.free, METHODS.free);
    await shop.ask('POST', '/payments', { as: one, body: { orderId: order.id } });
    await shop.clock({ advance: 'P3M' });
    assert.equal(dayOf((await shop.onlyOf(one.id)).expiresAt), '2026-05-31');
    assert.deepEqual(
      (await shop.payments(one.id)).map(({ total, status }) => [total, status]),
      Array.from({ length: 4 }, () => [0, 'captured']),
    );
  });

  test('as the store says, when it was bought in one', async () => {
    const one = await shop.newcomer();
    await shop.buy(one, OFFERS.quarterly);
    await shop.db.update(holdings).set({ store: 'roku', gateway: 'roku', method: 'roku' }).where(eq(holdings.customerId, one.id));
    await shop.renewals(one.id, 'refused');
    await shop.clock({ advance: 'P3M' });
    const last = (await shop.payments(one.id)).at(-1);
    assert.deepEqual([last?.status, last?.gateway, last?.paymentDetailsId], ['captured', 'roku', null]);
    assert.equal((await shop.events(one.id)).at(-1)?.channel, 'roku');
  });

  test('not when it was given: it runs out', async () => {
    const one = await shop.newcomer();
    await shop.buy(one, OFFERS.quarterly);
    await shop.db.update(holdings).set({ renews: false }).where(eq(holdings.customerId, one.id));
    await shop.clock({ advance: 'P3M' });
    const held = await shop.onlyOf(one.id);
    assert.deepEqual([held.status, held.endReason], ['expired', null]);
  });
});

describe('a coupon for several periods', () => {
  async function buyWith(code: string, campaign: { firstPeriod: boolean }) {
    const common = { publisherId: PUBLISHER_ID, name: 'Winter', status: 'active', paymentType: 'initial' } as const;
    const terms = { rate: 3000, appliedPeriods: 3, paymentDetailsRequired: true, offerTypes: [], offers: [], tags: [], ...campaign };
    const [row] = await shop.db
      .insert(campaigns)
      .values({ ...common, ...terms })
      .returning();
    await shop.db
      .insert(coupons)
      .values({ publisherId: PUBLISHER_ID, code, campaignId: row!.id })
      .onConflictDoUpdate({
        target: [coupons.publisherId, coupons.code],
        set: { campaignId: row!.id },
      });
    const one = await shop.newcomer();
    await shop.buy(one, OFFERS.quarterly, { couponCode: code });
    await shop.clock({ advance: 'P1Y' });
    return { one, campaignId: row!.id };
  }

  test('lowers the payments after the first as well, and is used once', async () => {
    const { one, campaignId } = await buyWith('SAVE30', { firstPeriod: true });
    assert.deepEqual(
      (await shop.payments(one.id)).map(({ total }) => total),
      [1749, 1749, 1749, 2499, 2499],
    );
    assert.equal((await shop.onlyOf(one.id)).price, 2499);
    const uses = await shop.db.select().from(couponUses).where(eq(couponUses.campaignId, campaignId));
    assert.deepEqual(
      uses.map(({ code, customerId }) => [code, customerId]),
      [['SAVE30', one.id]],
    );
    assert.deepEqual(
      (await shop.transactions(one.id)).map(({ couponCode }) => couponCode),
      ['SAVE30', 'SAVE30', 'SAVE30', null, null],
    );
    assert.equal((await shop.events(one.id)).filter(({ type }) => type === 'couponApplied').length, 1);
  });
});
