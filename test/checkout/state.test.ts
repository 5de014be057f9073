import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CleengError } from '../../src/api/errors.js';
import { CHECKOUT_STATUSES, transition, type CheckoutEvent, type CheckoutState, type CheckoutStatus } from '../../src/checkout/state.js';
import { euro, methods, monthly as offer, order } from './samples.js';

const error = new CleengError('payment-refused', 'Refused');
const receipt = { orderId: 1, method: 'card' };
const delivery = { recipientEmail: 'ida@example.com', deliveryDate: 1, personalNote: '' };
const entitlement = { accessGranted: true, expiresAt: null };
const payable = { offer, order: { ...order, gift: true }, methods, delivery };
const applied = { status: 'applied', code: 'X' } as const;

/** One state of each status. */
const STATES: { [S in CheckoutStatus]: Extract<CheckoutState, { status: S }> } = {
  loading: { status: 'loading' },
  failed: { status: 'failed', error },
  unavailable: { status: 'unavailable', reason: 'owned' },
  identify: { status: 'identify', form: 'login', offer },
  capture: { status: 'capture', offer },
  consents: { status: 'consents', offer },
  ordering: { status: 'ordering', offer },
  gift: { ...payable, status: 'gift' },
  review: { ...payable, status: 'review' },
  changing: { ...payable, status: 'changing', change: 'coupon', from: 'review' },
  paying: { ...payable, status: 'paying' },
  action: { ...payable, status: 'action' },
  leaving: { ...payable, status: 'leaving' },
  finalizing: { status: 'finalizing' },
  confirming: { status: 'confirming', offer, receipt },
  pending: { status: 'pending', offer, receipt },
  done: { status: 'done', offer, receipt, entitlement },
};

const everywhere = (status: CheckoutStatus) => Object.fromEntries(CHECKOUT_STATUSES.map((from) => [from, status]));

/** Where each event leads from each status; from those not named it leads nowhere. */
const LEADS: { [T in CheckoutEvent['type']]: [Extract<CheckoutEvent, { type: T }>, Partial<Record<CheckoutStatus, CheckoutStatus>>] } = {
  start: [{ type: 'start' }, everywhere('loading')],
  'signed-out': [{ type: 'signed-out', offer }, everywhere('identify')],
  'switch-form': [{ type: 'switch-form', form: 'register' }, { identify: 'identify' }],
  ask: [{ type: 'ask', step: 'capture', offer }, everywhere('capture')],
  order: [{ type: 'order', offer }, everywhere('ordering')],
  ordered: [{ type: 'ordered', offer, order, methods }, everywhere('review')],
  change: [
    { type: 'change', change: 'coupon' },
    { gift: 'changing', review: 'changing' },
  ],
  changed: [{ type: 'changed', order: { ...order, total: euro(1) } }, { changing: 'review' }],
  unchanged: [{ type: 'unchanged', error }, { changing: 'review' }],
  'edit-gift': [{ type: 'edit-gift' }, { review: 'gift' }],
  repriced: [
    { type: 'repriced', order: { ...order, total: euro(1099) } },
    { gift: 'gift', review: 'review', changing: 'changing', paying: 'paying', action: 'action', leaving: 'leaving' },
  ],
  pay: [{ type: 'pay' }, { review: 'paying' }],
  act: [{ type: 'act' }, { paying: 'action' }],
  leave: [{ type: 'leave' }, { paying: 'leaving', action: 'leaving' }],
  returned: [{ type: 'returned' }, everywhere('finalizing')],
  refused: [
    { type: 'refused', error },
    { review: 'review', paying: 'review', action: 'review', leaving: 'review' },
  ],
  paid: [{ type: 'paid', offer, receipt, gift: false }, everywhere('confirming')],
  late: [{ type: 'late' }, { confirming: 'pending' }],
  check: [{ type: 'check' }, { pending: 'confirming' }],
  granted: [
    { type: 'granted', entitlement },
    { confirming: 'done', pending: 'done' },
  ],
  unavailable: [{ type: 'unavailable', reason: 'inactive' }, everywhere('unavailable')],
  failed: [{ type: 'failed', error }, everywhere('failed')],
};

for (const [name, [event, leads]] of Object.entries(LEADS)) {
  test(`"${name}" leads where it should from every status, and nowhere from the others`, () => {
    for (const status of CHECKOUT_STATUSES) {
      const state = STATES[status];
      const next = transition(state, event);
      const expected = leads[status];
      if (expected) assert.equal(next.status, expected, `from ${status}`);
      else assert.equal(next, state, `from ${status}`);
    }
  });
}

test('a refusal keeps the order, and a new attempt forgets the refusal', () => {
  const refused = transition(STATES.paying, { type: 'refused', error });
  assert.ok(refused.status === 'review' && refused.order === STATES.paying.order && refused.refusal === error);
  const again = transition(refused, { type: 'pay' });
  assert.ok(again.status === 'paying' && again.refusal === undefined);
});

test('a gift is paid for only when it is known to whom it goes', () => {
  const gift = { ...order, gift: true };
  const ordered = transition(STATES.ordering, { type: 'ordered', offer, order: gift, methods });
  assert.equal(ordered.status, 'gift');
  assert.equal(transition(ordered, { type: 'pay' }), ordered);
  const delivered = transition(transition(ordered, { type: 'change', change: 'delivery' }), { type: 'changed', order: gift, delivery });
  assert.ok(delivered.status === 'review' && delivered.delivery === delivery);
});

test('a refused coupon leaves everything else as it was, where the viewer was', () => {
  const editing: CheckoutState = { status: 'gift', offer, order: payable.order, methods };
  const coupon = { status: 'refused', code: 'X', error } as const;
  const back = transition(transition(editing, { type: 'change', change: 'coupon' }), { type: 'unchanged', coupon });
  assert.deepEqual(back, { ...editing, coupon });
});

test('an applied coupon is remembered through an attempt to pay', () => {
  const changed = transition(STATES.changing, { type: 'changed', order, coupon: applied });
  assert.ok('coupon' in changed && changed.coupon === applied);
  const paying = transition(changed, { type: 'pay' });
  assert.ok('coupon' in paying && paying.coupon === applied);
});

test('another price is said, the same one is not', () => {
  const dearer = transition(STATES.paying, { type: 'repriced', order: { ...order, total: euro(1099) } });
  assert.ok('notice' in dearer && dearer.notice === 'price-changed');
  const same = transition(STATES.paying, { type: 'repriced', order });
  assert.ok(!('notice' in same));
});

test('a gift that is paid for is done: its access is the recipient’s', () => {
  const paid = transition(STATES.paying, { type: 'paid', offer, receipt, gift: true });
  assert.deepEqual(paid, { status: 'done', offer, receipt, entitlement: null });
});
