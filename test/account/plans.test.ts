import assert from 'node:assert/strict';
import { test } from 'node:test';
import { graceLeft, mayPause, paidTwice, planFromApi, planKey } from '../../src/account/plans.js';

const NOW = 1_800_000_000;
const DAY = 86_400;
const api = {
  subscriptionId: 1,
  offerId: 'S1_DE',
  offerTitle: 'Monthly',
  offerType: 'S',
  status: 'active',
  startedAt: NOW - 100,
  expiresAt: NOW + 100,
  nextPaymentPrice: 9.99,
  nextPaymentCurrency: 'EUR',
  nextPaymentAt: NOW + 50,
  paymentGateway: 'adyen',
  paymentMethod: 'card',
  externalPaymentId: '',
  inTrial: false,
  pendingSwitchId: null,
  period: 'month',
  totalPrice: 9.99,
  customerCurrency: 'EUR',
  isExternallyManaged: false,
};
const PAUSE = { requestedAt: NOW - 10, pauseDate: NOW + 100, resumeDate: NOW + 200, failedResumes: [] };
const plan = (change: object = {}) => planFromApi({ ...api, ...change }, NOW);

test('a plan says how it stands', () => {
  const status = (change: object) => plan(change).status;
  assert.equal(status({}), 'active');
  assert.equal(status({ inTrial: true }), 'trial');
  assert.equal(status({ status: 'cancelled' }), 'cancelled');
  assert.equal(status({ expiresAt: NOW - 1 }), 'payment-problem');
  assert.equal(status({ isExternallyManaged: true, expiresAt: NOW - 1 }), 'external');
  assert.equal(status({ offerType: 'P' }), 'one-time');
  assert.equal(status({ nextPaymentAt: 0, nextPaymentPrice: 0 }), 'ending');
  assert.equal(status({ pause: PAUSE }), 'active');
  assert.equal(status({ pause: { ...PAUSE, pauseDate: NOW - 1 } }), 'paused');
  assert.equal(status({ status: 'paused', expiresAt: NOW - 1, pause: { ...PAUSE, pauseDate: NOW - 1 } }), 'paused');
});

test('only what renews has a next payment; what is cancelled says what resuming takes', () => {
  const payment = { amount: { minor: 999, currency: 'EUR' }, at: NOW + 50 };
  assert.deepEqual(plan().nextPayment, payment);
  assert.equal(plan().resumesWith, undefined);
  assert.equal(plan({ status: 'cancelled' }).nextPayment, undefined);
  assert.deepEqual(plan({ status: 'cancelled' }).resumesWith, payment);
  assert.equal(plan({ expiresAt: NOW - 1 }).nextPayment, undefined);
});

test('the date that stands for no known end is never shown', () => {
  const season = plan({ expiresAt: 2_145_913_200, nextPaymentAt: 2_145_913_200 });
  assert.deepEqual([season.endsAt, season.nextPayment], [undefined, undefined]);
});

test('an empty switch is none', () => {
  assert.equal(plan({ pendingSwitchId: '' }).pendingSwitchId, undefined);
  assert.equal(plan({ pendingSwitchId: 'x' }).pendingSwitchId, 'x');
});

test('two plans of one offer are told apart', () => {
  assert.notEqual(planKey(plan()), planKey(plan({ subscriptionId: 2 })));
  const pass = { offerType: 'P', subscriptionId: undefined };
  assert.notEqual(planKey(plan(pass)), planKey(plan({ ...pass, startedAt: 5 })));
});

test('what is paid for twice is named once; what is not paid for again does not count', () => {
  const twice = [plan(), plan({ subscriptionId: 2, offerId: 'S1_US', isExternallyManaged: true }), plan({ subscriptionId: 3 })];
  assert.deepEqual(paidTwice(twice), ['Monthly']);
  assert.deepEqual(paidTwice([plan(), plan({ subscriptionId: 2, status: 'cancelled' })]), []);
  assert.deepEqual(paidTwice([plan(), plan({ offerId: 'S2_DE' })]), []);
});

test('only what runs, is short and has nothing ahead may be paused', () => {
  assert.ok(mayPause(plan()));
  assert.ok(mayPause(plan({ period: 'week' })) && mayPause(plan({ period: '3months' })));
  for (const change of [{ period: 'year' }, { period: '6months' }, { period: 'season' }, { inTrial: true }, { pendingSwitchId: 'x' }]) {
    assert.ok(!mayPause(plan(change)), JSON.stringify(change));
  }
  assert.ok(!mayPause(plan({ pause: PAUSE })) && !mayPause(plan({ status: 'cancelled' })));
});

test('days of grace count down to nothing, and only when something is overdue', () => {
  const left = (ago: number) => graceLeft(plan({ expiresAt: NOW - ago }), 14, NOW);
  assert.equal(left(1), 14);
  assert.equal(left(2 * DAY), 12);
  assert.equal(left(13.5 * DAY), 1);
  assert.equal(left(20 * DAY), 0);
  assert.equal(graceLeft(plan(), 14, NOW), undefined);
});
