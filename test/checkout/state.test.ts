import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CleengError } from '../../src/api/errors.js';
import type { Offer } from '../../src/checkout/offer.js';
import type { Order } from '../../src/checkout/order.js';
import { CHECKOUT_STATUSES, transition, type CheckoutEvent, type CheckoutState } from '../../src/checkout/state.js';

const euro = (minor: number) => ({ minor, currency: 'EUR' });
const offer: Offer = { id: 'S1_DE', title: 'X', description: '', price: euro(999), term: { kind: 'unlimited' }, trial: undefined };
const order: Order = {
  id: 1,
  offerId: 'S1_DE',
  total: euro(999),
  price: euro(839),
  discount: euro(0),
  discountType: 'none',
  tax: euro(160),
  taxRate: 0.19,
  serviceFee: euro(0),
  methodFee: euro(0),
  needsDetails: true,
};
const methods = { adyen: { card: 1 }, paypal: undefined, free: undefined, coupon: undefined };
const error = new CleengError('payment-refused', 'Refused');
const receipt = { orderId: 1, method: 'card' };

const walk = (...events: CheckoutEvent[]) => events.reduce(transition, { status: 'loading' } as CheckoutState);
const ordered: CheckoutEvent = { type: 'ordered', offer, order, methods };

test('every status can be reached', () => {
  const reached = [
    walk({ type: 'start' }),
    walk({ type: 'failed', error }),
    walk({ type: 'unavailable', reason: 'owned' }),
    walk({ type: 'signed-out', offer }),
    walk({ type: 'ask', offer }),
    walk({ type: 'order', offer }),
    walk(ordered),
    walk(ordered, { type: 'pay' }),
    walk(ordered, { type: 'pay' }, { type: 'act' }),
    walk(ordered, { type: 'pay' }, { type: 'leave' }),
    walk({ type: 'returned' }),
    walk(ordered, { type: 'pay' }, { type: 'paid', offer, receipt }),
    walk(ordered, { type: 'pay' }, { type: 'paid', offer, receipt }, { type: 'granted' }),
  ];
  assert.deepEqual(new Set(reached.map((state) => state.status)), new Set(CHECKOUT_STATUSES));
});

test('a refusal keeps the order, and a new attempt forgets the refusal', () => {
  const refused = walk(ordered, { type: 'pay' }, { type: 'refused', error });
  assert.equal(refused.status, 'review');
  assert.ok('order' in refused && refused.order === order && refused.refusal === error);
  const again = transition(refused, { type: 'pay' });
  assert.ok(again.status === 'paying' && again.refusal === undefined);
});

test('paying begins only from the review', () => {
  for (const state of [walk({ type: 'start' }), walk(ordered, { type: 'pay' }), walk({ type: 'returned' })]) {
    assert.equal(transition(state, { type: 'pay' }), state);
  }
});

test('access is only ever granted after a payment', () => {
  for (const state of [walk(ordered), walk(ordered, { type: 'pay' }), walk({ type: 'unavailable', reason: 'owned' })]) {
    assert.equal(transition(state, { type: 'granted' }), state);
  }
});
