import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDelivery, wallFields } from '../../src/checkout/gift.js';

const now = new Date(2031, 5, 15, 12, 30).getTime();
const form = { email: ' ida@example.com ', date: '2031-06-15', time: '18:00', note: ' Enjoy! ' };
const errorsOf = (change: Partial<typeof form>) => {
  const read = readDelivery({ ...form, ...change }, now);
  return 'errors' in read ? read.errors : {};
};

test('a gift’s day and time are those of the viewer’s own zone', () => {
  assert.deepEqual(readDelivery(form, now), {
    delivery: { recipientEmail: 'ida@example.com', deliveryDate: new Date(2031, 5, 15, 18).getTime() / 1000, personalNote: 'Enjoy!' },
  });
});

test('each field has its own errors', () => {
  assert.deepEqual(errorsOf({ email: ' ' }), { email: 'required' });
  assert.deepEqual(errorsOf({ email: 'ida@' }), { email: 'invalid' });
  assert.deepEqual(errorsOf({ date: '' }), { date: 'required' });
  assert.deepEqual(errorsOf({ date: '2031-02-31' }), { date: 'invalid' });
  assert.deepEqual(errorsOf({ time: '12:29' }), { date: 'past' });
  assert.deepEqual(errorsOf({ date: '2031-06-14', time: '' }), { date: 'past', time: 'required' });
  assert.deepEqual(errorsOf({ time: '' }), { time: 'required' });
  assert.deepEqual(errorsOf({ note: 'x'.repeat(151) }), { note: 'too-long' });
  assert.deepEqual(errorsOf({ note: 'x'.repeat(150) }), {});
  assert.deepEqual(Object.keys(errorsOf({ email: '', date: '', time: '' })), ['email', 'date', 'time']);
});

test('what is edited again is what was typed', () => {
  assert.deepEqual(wallFields(new Date(2031, 0, 5, 7, 3).getTime()), { date: '2031-01-05', time: '07:03' });
});
