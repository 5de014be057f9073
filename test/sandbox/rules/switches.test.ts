import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SEASON_END } from '../../../sandbox/src/rules/periods.js';
import { priceOrder } from '../../../sandbox/src/rules/pricing.js';
import {
  ALGORITHMS,
  prorates,
  settleSwitch,
  sourceReason,
  targetReason,
  unusedValue,
  type SwitchAlgorithm,
  type SwitchSource,
  type SwitchTarget,
} from '../../../sandbox/src/rules/switches.js';

const at = (text: string) => Date.parse(`${text}T00:00:00Z`) / 1000;
const DAY = 86_400;

/** A monthly plan for 9.99, paid on 1 March; the switch takes effect on 11 March: 21 of 31 days are left, which are worth 6.77. */
const FROM = { periodStartedAt: at('2027-03-01'), expiresAt: at('2027-04-01'), periodPaid: 999 };
const NOW = at('2027-03-11');
const price = (amount: number, rate = 0) =>
  priceOrder({ amount, currency: 'EUR', taxIncluded: true }, 1900, rate ? { type: 'coupon', rate, periods: 3 } : { type: 'none' });
/** An annual plan for 89.99. */
const TO = { period: { unit: 'year' as const, amount: 1 }, price: price(8999), fullPrice: price(8999) };

function settle(algorithm: SwitchAlgorithm, to: typeof TO = TO) {
  const { charge, refund, periodStartedAt, expiresAt, periodPaid } = settleSwitch(algorithm, FROM, to, NOW);
  return { charge: charge?.total ?? 0, refund, periodStartedAt, expiresAt, periodPaid };
}

test('the time that is left is worth its share of what was paid', () => {
  assert.equal(unusedValue(FROM, NOW), 677);
  assert.equal(unusedValue(FROM, FROM.periodStartedAt), 999);
  assert.equal(unusedValue(FROM, FROM.expiresAt), 0);
  assert.equal(unusedValue(FROM, FROM.expiresAt + DAY), 0);
  assert.equal(unusedValue({ ...FROM, periodPaid: 0 }, NOW), 0);
});

test('without proration: nothing now, the new price on the next billing date', () => {
  assert.deepEqual(settle('IMMEDIATE_WITHOUT_PRORATION'), { charge: 0, refund: 0, ...FROM });
});

test('charged without proration, and charged in full: the new price now, a new period from now', () => {
  const anew = { charge: 8999, refund: 0, periodStartedAt: NOW, expiresAt: at('2028-03-11'), periodPaid: 8999 };
  assert.deepEqual(settle('IMMEDIATE_AND_CHARGE_WITHOUT_PRORATION'), anew);
  assert.deepEqual(settle('IMMEDIATE_AND_CHARGE_FULL_PRICE'), anew);
});

test('a coupon that goes along lowers the new price, not the full one', () => {
  const coupon = { ...TO, price: price(8999, 3000) };
  assert.equal(settle('IMMEDIATE_AND_CHARGE_WITHOUT_PRORATION', coupon).charge, 6299);
  assert.equal(settle('IMMEDIATE_AND_CHARGE_FULL_PRICE', coupon).charge, 8999);
});

test('with a refund: the new price now, the unused part of the old one back', () => {
  assert.deepEqual(settle('IMMEDIATE_AND_CHARGE_WITH_REFUND'), {
    charge: 8999,
    refund: 677,
    periodStartedAt: NOW,
    expiresAt: at('2028-03-11'),
    periodPaid: 8999,
  });
});

test('with a full refund: all of what was paid for the running period back', () => {
  assert.equal(settle('IMMEDIATE_AND_CHARGE_WITH_FULL_REFUND').refund, 999);
  assert.equal(settle('IMMEDIATE_AND_CHARGE_WITH_FULL_REFUND').charge, 8999);
});

test('with time proration: nothing now, the next billing date moves by what the unused part buys', () => {
  // 6.77 of 89.99 a year of 366 days buys 27.53 days.
  const seconds = Math.round((366 * DAY * 677) / 8999);
  assert.deepEqual(settle('IMMEDIATE_WITH_TIME_PRORATION'), {
    charge: 0,
    refund: 0,
    periodStartedAt: NOW,
    expiresAt: NOW + seconds,
    periodPaid: 677,
  });
});

test('charged with time proration: the new price now, and the bought time on top of the new period', () => {
  const end = at('2028-03-11');
  const seconds = Math.round((365 * DAY * 677) / 8999);
  assert.deepEqual(settle('IMMEDIATE_AND_CHARGE_WITH_TIME_PRORATION'), {
    charge: 8999,
    refund: 0,
    periodStartedAt: NOW,
    expiresAt: end + seconds,
    periodPaid: 8999 + 677,
  });
});

test('deferred: at the end of the period, the new price then', () => {
  const { charge, refund, periodStartedAt, expiresAt } = settleSwitch('DEFERRED', FROM, TO, FROM.expiresAt);
  assert.deepEqual([charge?.total, refund, periodStartedAt, expiresAt], [8999, 0, FROM.expiresAt, at('2028-04-01')]);
});

test('no algorithm gives back more than was paid, or ends before it begins', () => {
  for (const algorithm of ALGORITHMS)
    for (let now = FROM.periodStartedAt; now <= FROM.expiresAt; now += 6 * 3600) {
      const outcome = settleSwitch(algorithm, FROM, TO, now);
      assert.ok(outcome.refund >= 0 && outcome.refund <= FROM.periodPaid);
      assert.ok(outcome.expiresAt >= now);
      assert.ok(outcome.charge === null || outcome.charge.total === 8999);
    }
});

const SOURCE: SwitchSource = {
  gateway: 'adyen',
  renewing: false,
  couponRate: 0,
  periodPaid: 999,
  expiresAt: FROM.expiresAt,
  switching: false,
  hasPaymentDetails: true,
};
const TARGET: SwitchTarget = { algorithm: 'IMMEDIATE_AND_CHARGE_WITH_REFUND', soldHere: true, free: false, owned: false };

test('a whole subscription cannot switch for three reasons', () => {
  assert.equal(sourceReason(SOURCE), undefined);
  assert.equal(sourceReason({ ...SOURCE, gateway: 'paypal' }), undefined);
  assert.equal(sourceReason({ ...SOURCE, gateway: 'free-offer' }), 'PAYMENT_GATEWAY_NOT_SUPPORTED');
  assert.equal(sourceReason({ ...SOURCE, renewing: true }), 'RECURRING_PROCESS_ALREADY_STARTED');
  assert.equal(sourceReason({ ...SOURCE, couponRate: 10_000 }), 'SUBSCRIPTION_WITH_COUPON_NOT_ALLOWED');
});

test('a plan cannot be switched to for seven reasons', () => {
  assert.equal(targetReason(SOURCE, TARGET), undefined);
  assert.equal(targetReason({ ...SOURCE, switching: true }, TARGET), 'SWITCH_IN_PROGRESS');
  assert.equal(targetReason(SOURCE, { ...TARGET, soldHere: false }), 'TO_OFFER_COUNTRY_NOT_ALLOWED');
  assert.equal(targetReason(SOURCE, { ...TARGET, owned: true }), 'ALREADY_HAS_ACCESS');
  assert.equal(targetReason(SOURCE, { ...TARGET, free: true }), 'TO_FREE_OFFER_NOT_ALLOWED');
  assert.equal(targetReason({ ...SOURCE, hasPaymentDetails: false }, TARGET), 'MISSING_PAYMENT_DETAILS');
  assert.equal(targetReason({ ...SOURCE, couponRate: 3000 }, TARGET), 'SUBSCRIPTION_WITH_COUPON_NOT_ALLOWED');
  assert.equal(targetReason({ ...SOURCE, periodPaid: 0 }, TARGET), 'MISSING_PAYMENT_FOR_PRORATION');
  assert.equal(targetReason({ ...SOURCE, expiresAt: SEASON_END }, TARGET), 'MISSING_PAYMENT_FOR_PRORATION');
});

test('a coupon and an unpaid period matter only where something is prorated', () => {
  for (const algorithm of ALGORITHMS) {
    const reason = targetReason({ ...SOURCE, couponRate: 3000, periodPaid: 0 }, { ...TARGET, algorithm });
    assert.equal(reason, prorates(algorithm) ? 'SUBSCRIPTION_WITH_COUPON_NOT_ALLOWED' : undefined, algorithm);
  }
});
