import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planFromApi } from '../../src/account/plans.js';

const NOW = 1_800_000_000;
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

test('a plan says how it stands', () => {
  const status = (change: object) => planFromApi({ ...api, ...change }, NOW).status;
  assert.equal(status({}), 'active');
  assert.equal(status({ inTrial: true }), 'trial');
  assert.equal(status({ status: 'cancelled' }), 'cancelled');
  assert.equal(status({ expiresAt: NOW - 1 }), 'payment-problem');
  assert.equal(status({ isExternallyManaged: true }), 'external');
  assert.equal(status({ offerType: 'P' }), 'one-time');
});

test('only what renews has a next payment', () => {
  assert.deepEqual(planFromApi(api, NOW).nextPayment, { amount: { minor: 999, currency: 'EUR' }, at: NOW + 50 });
  assert.equal(planFromApi({ ...api, status: 'cancelled' }, NOW).nextPayment, undefined);
  assert.equal(planFromApi({ ...api, expiresAt: NOW - 1 }, NOW).nextPayment, undefined);
});

test('the date that stands for no known end is never shown', () => {
  const season = planFromApi({ ...api, expiresAt: 2_145_913_200, nextPaymentAt: 2_145_913_200 }, NOW);
  assert.deepEqual([season.endsAt, season.nextPayment], [undefined, undefined]);
});
