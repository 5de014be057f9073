import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planFromApi } from '../../src/account/plans.js';
import { switchTerms, SWITCH_ALGORITHMS, type SwitchAlgorithm, type SwitchOption } from '../../src/account/switches.js';

const NOW = Date.parse('2027-01-10T00:00:00Z') / 1000;
const END = Date.parse('2027-01-31T00:00:00Z') / 1000;
const IN_A_YEAR = Date.parse('2028-01-10T00:00:00Z') / 1000;
const euro = (minor: number) => ({ minor, currency: 'EUR' });

const plan = planFromApi(
  {
    subscriptionId: 1,
    offerId: 'S1_DE',
    offerTitle: 'Monthly',
    offerType: 'S',
    status: 'active',
    startedAt: NOW,
    expiresAt: END,
    nextPaymentPrice: 9.99,
    nextPaymentCurrency: 'EUR',
    nextPaymentAt: END - 86_400,
    period: 'month',
    totalPrice: 9.99,
    customerCurrency: 'EUR',
  },
  NOW,
);
/** A plan of a year for 90 euros, of which a coupon takes off 10. */
const option = (algorithm: SwitchAlgorithm): SwitchOption => ({
  offerId: 'S2_DE',
  title: 'Annual',
  direction: 'upgrade',
  algorithm,
  price: euro(9000),
  period: 'year',
  nextPrice: euro(8000),
  couponLost: false,
  reason: undefined,
});

test('each way to settle a change says what is paid now, given back, and paid next', () => {
  const next = (at: number | 'moved') => ({ amount: euro(8000), at });
  const expected: Record<SwitchAlgorithm, ReturnType<typeof switchTerms>> = {
    DEFERRED: { startsAt: END, charge: undefined, refund: 'none', next: next(END) },
    IMMEDIATE_WITHOUT_PRORATION: { startsAt: 'now', charge: undefined, refund: 'none', next: next(END - 86_400) },
    IMMEDIATE_AND_CHARGE_WITHOUT_PRORATION: { startsAt: 'now', charge: euro(8000), refund: 'none', next: next(IN_A_YEAR) },
    IMMEDIATE_AND_CHARGE_FULL_PRICE: { startsAt: 'now', charge: euro(9000), refund: 'none', next: next(IN_A_YEAR) },
    IMMEDIATE_AND_CHARGE_WITH_REFUND: { startsAt: 'now', charge: euro(8000), refund: 'unused', next: next(IN_A_YEAR) },
    IMMEDIATE_AND_CHARGE_WITH_FULL_REFUND: { startsAt: 'now', charge: euro(8000), refund: 'full', next: next(IN_A_YEAR) },
    IMMEDIATE_WITH_TIME_PRORATION: { startsAt: 'now', charge: undefined, refund: 'none', next: next('moved') },
    IMMEDIATE_AND_CHARGE_WITH_TIME_PRORATION: { startsAt: 'now', charge: euro(8000), refund: 'none', next: next('moved') },
  };
  for (const algorithm of SWITCH_ALGORITHMS) assert.deepEqual(switchTerms(plan, option(algorithm), NOW), expected[algorithm], algorithm);
});

test('what has no known end promises no day', () => {
  const season = { ...plan, endsAt: undefined, nextPayment: undefined };
  assert.equal(switchTerms(season, option('DEFERRED'), NOW).startsAt, undefined);
  const toSeason = { ...option('IMMEDIATE_AND_CHARGE_FULL_PRICE'), period: 'season' };
  assert.equal(switchTerms(plan, toSeason, NOW).next.at, undefined);
});
