import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planFromApi, type Plan } from '../../src/account/plans.js';
import { refusedSwitch } from '../../src/account/refused-switches.js';

const NOW = Date.parse('2027-01-10T00:00:00Z') / 1000;
const DAY = 86_400;

const plan: Plan = planFromApi(
  {
    subscriptionId: 590417722,
    offerId: 'S274093615_DE',
    offerTitle: 'Monthly',
    offerType: 'S',
    status: 'active',
    startedAt: NOW - 20 * DAY,
    expiresAt: NOW + 10 * DAY,
    nextPaymentPrice: 9.99,
    nextPaymentCurrency: 'EUR',
    nextPaymentAt: NOW + 9 * DAY,
    period: 'month',
    totalPrice: 9.99,
    customerCurrency: 'EUR',
  },
  NOW,
);
/** A change of that plan, asked for so many days ago. */
const change = (status: 'failed' | 'finished' | 'cancelled' | 'pending', daysAgo: number, subscriptionId = '590417722') => ({
  id: `${status}-${daysAgo}`,
  customerId: 318204771,
  direction: 'upgrade' as const,
  algorithm: 'IMMEDIATE_AND_CHARGE_WITH_REFUND' as const,
  fromOfferId: 'S274093615_DE',
  toOfferId: 'S598310247_DE',
  subscriptionId,
  status,
  createdAt: NOW - daysAgo * DAY - 300,
  updatedAt: NOW - daysAgo * DAY,
});
const told = (...history: ReturnType<typeof change>[]) => refusedSwitch(plan, history, NOW)?.id;

test('a change of plan that came to nothing is told for a week', () => {
  assert.equal(told(change('failed', 1)), 'failed-1');
  assert.equal(told(change('failed', 6)), 'failed-6');
  assert.equal(told(change('failed', 8)), undefined);
});

test('only the latest change counts, whichever way the platform sorts them', () => {
  assert.equal(told(change('cancelled', 1), change('failed', 2)), undefined);
  assert.equal(told(change('failed', 2), change('cancelled', 1)), undefined);
  assert.equal(told(change('cancelled', 2), change('failed', 1)), 'failed-1');
});

test('it is told of its own plan only, and while that plan is what it was', () => {
  assert.equal(told(change('failed', 1, '1')), undefined);
  assert.equal(refusedSwitch({ ...plan, pendingSwitchId: 'next' }, [change('failed', 1)], NOW), undefined);
  assert.equal(refusedSwitch({ ...plan, status: 'cancelled' }, [change('failed', 1)], NOW), undefined);
});
