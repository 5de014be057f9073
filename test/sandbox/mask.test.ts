import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mask } from '../../sandbox/src/tools/mask.js';

test('secrets are masked by their names, with all that is in them', () => {
  assert.deepEqual(mask({ password: 'x', tokens: ['a', { deep: 7 }], paymentMethod: { number: '4111', cvc: 737, type: 'scheme' } }), {
    password: '***',
    tokens: ['***', { deep: '***' }],
    paymentMethod: { number: '***', cvc: '***', type: 'scheme' },
  });
});

test('a card’s number is masked wherever it stands, other numbers are not', () => {
  assert.deepEqual(mask({ note: 'my card 5555 4444 3333 1111!', phoneNumber: '+49 431 1234', orderId: 590417723 }), {
    note: 'my card ***!',
    phoneNumber: '+49 431 1234',
    orderId: 590417723,
  });
});

test('nothing, yes and no tell nothing', () => {
  assert.deepEqual(mask({ resetPasswordToken: null, hasPassword: true, password: '' }), {
    resetPasswordToken: null,
    hasPassword: true,
    password: '',
  });
});
