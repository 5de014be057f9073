import assert from 'node:assert/strict';
import { test } from 'node:test';
import { covers, judgeCoupon, offerTypeOfId, type Campaign, type CouponTarget } from '../../../sandbox/src/rules/coupons.js';
import { couponPeriodsAfter, nextPrice, priceOrder } from '../../../sandbox/src/rules/pricing.js';

const NOW = 1_800_000_000;
const campaign = (more: Partial<Campaign> = {}): Campaign => ({
  status: 'active',
  rate: 3000,
  usagePerCoupon: null,
  maxUsages: null,
  paymentType: 'all',
  offerTypes: [],
  offers: [],
  tags: [],
  appliedPeriods: 3,
  firstPeriod: true,
  paymentDetailsRequired: true,
  expiresAt: null,
  ...more,
});
const UNUSED = { reserved: false, ofCoupon: 0, ofCampaign: 0 };
const ORDER: CouponTarget = { on: 'order', offerId: 'S274093615_DE', tags: ['all'] };
const SUBSCRIPTION: CouponTarget = { ...ORDER, on: 'subscription' };

const judge = (more: Partial<Campaign>, target = ORDER, usage = UNUSED) => judgeCoupon(campaign(more), usage, target, NOW);

test('a coupon without restrictions is good for orders and subscriptions', () => {
  assert.equal(judge({}), undefined);
  assert.equal(judge({}, SUBSCRIPTION), undefined);
});

test('a coupon that does not exist, or was switched off, is not found', () => {
  assert.equal(judgeCoupon(undefined, UNUSED, ORDER, NOW), 'not-found');
  assert.equal(judge({ status: 'deactivated' }), 'not-found');
});

test('a coupon ends with its campaign, to the second', () => {
  assert.equal(judge({ expiresAt: NOW + 1 }), undefined);
  assert.equal(judge({ expiresAt: NOW }), 'expired');
  assert.equal(judge({ status: 'ended' }), 'expired');
});

test('a coupon and its campaign each have a limit', () => {
  const used = { ...UNUSED, ofCoupon: 1, ofCampaign: 4 };
  assert.equal(judge({ usagePerCoupon: 1 }, ORDER, used), 'already-used');
  assert.equal(judge({ usagePerCoupon: 2, maxUsages: 4 }, ORDER, used), 'already-used');
  assert.equal(judge({ usagePerCoupon: 2, maxUsages: 5 }, ORDER, used), undefined);
});

test('a coupon can be reserved, or on the subscription already', () => {
  assert.equal(judge({}, ORDER, { ...UNUSED, reserved: true }), 'reserved');
  assert.equal(judge({}, { ...SUBSCRIPTION, applied: true }), 'already-applied');
});

test('some coupons are for new purchases only, some for subscriptions only', () => {
  assert.equal(judge({ paymentType: 'initial' }), undefined);
  assert.equal(judge({ paymentType: 'initial' }, SUBSCRIPTION), 'not-for-subscription');
  assert.equal(judge({ paymentType: 'renewal' }), 'not-for-offer');
  assert.equal(judge({ paymentType: 'renewal' }, SUBSCRIPTION), undefined);
});

test('a campaign names offers by short or long id, kinds of offers, or tags', () => {
  assert.equal(judge({ offers: ['S274093615'] }), undefined);
  assert.equal(judge({ offers: ['S274093615_DE'] }), undefined);
  assert.equal(judge({ offers: ['S274093615_US'] }), 'not-for-offer');
  assert.equal(judge({ offerTypes: ['pass', 'live'] }), 'not-for-offer');
  assert.equal(judge({ offerTypes: ['subscription'] }), undefined);
  assert.equal(judge({ tags: ['sports'] }), 'not-for-offer');
  assert.ok(covers(campaign({ tags: ['sports', 'all'] }), 'P830557164_DE', ['all']));
  assert.deepEqual(['S1', 'P1', 'E1', 'R1', 'A1'].map(offerTypeOfId), ['subscription', 'pass', 'live', 'vod', 'vod']);
});

test('30 % off 9.99 with 19 % tax: 2.52 net, 5.87 left, 1.12 tax, 6.99 in all', () => {
  const price = { amount: 999, currency: 'EUR', taxIncluded: true };
  const { offerPrice, discount, discountedPrice, tax, total } = priceOrder(price, 1900, { type: 'coupon', rate: 3000, periods: 3 });
  assert.deepEqual([offerPrice, discount, discountedPrice, tax, total], [839, 252, 587, 112, 699]);
});

test('a full discount is not taxed', () => {
  const price = { amount: 999, currency: 'EUR', taxIncluded: true };
  const { tax, total } = priceOrder(price, 1900, { type: 'coupon', rate: 10_000, periods: 1 });
  assert.deepEqual([tax, total], [0, 0]);
});

test('whatever a coupon takes off, what is left adds up and is never negative', () => {
  for (let amount = 1; amount < 3000; amount += 13)
    for (const rate of [1, 333, 3000, 9999, 10_000]) {
      const b = priceOrder({ amount, currency: 'EUR', taxIncluded: true }, 1900, { type: 'coupon', rate, periods: 1 });
      assert.equal(b.discountedPrice, b.offerPrice - b.discount);
      assert.equal(b.total, b.discountedPrice + b.tax + b.fee);
      assert.ok(b.discountedPrice >= 0 && b.total <= amount + 1, `${amount} at ${rate}`);
    }
});

test('a coupon lowers the renewals it is good for, and no more', () => {
  const held = { price: 999, currency: 'EUR', taxRate: 1900, couponRate: 3000, couponPeriodsLeft: 2 };
  const paid: number[] = [];
  for (let left = held.couponPeriodsLeft, i = 0; i < 4; i++, left = couponPeriodsAfter(left)) {
    paid.push(nextPrice({ ...held, couponPeriodsLeft: left }).total);
  }
  assert.deepEqual(paid, [699, 699, 999, 999]);
  assert.equal(couponPeriodsAfter(999), 999);
});
