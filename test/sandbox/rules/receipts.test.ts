import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isValidReceipt, referenceOf } from '../../../sandbox/src/rules/receipts.js';

const android = { orderId: 'GPA.1', packageName: 'tv', productId: 'm', purchaseTime: 1, purchaseState: 0, purchaseToken: 'token-1' };
const base64 = (text: string) => Buffer.from(text).toString('base64');

test('each store’s receipt names its purchase', () => {
  assert.equal(referenceOf('android', android), 'token-1');
  assert.equal(referenceOf('apple', base64('r-1')), base64('r-1'));
  assert.equal(referenceOf('roku', { transactionId: 'roku-1' }), 'roku-1');
  assert.equal(referenceOf('amazon', { userId: 'u', receiptId: 'amzn-1' }), 'amzn-1');
});

test('a reference that begins with "invalid", and an Android purchase that is not complete, are refused', () => {
  assert.equal(isValidReceipt('android', android), true);
  assert.equal(isValidReceipt('android', { ...android, purchaseState: 2 }), false);
  assert.equal(isValidReceipt('android', { ...android, purchaseToken: 'INVALID-1' }), false);
  assert.equal(isValidReceipt('apple', base64('receipt')), true);
  assert.equal(isValidReceipt('apple', base64('invalid receipt')), false);
  assert.equal(isValidReceipt('roku', { transactionId: 'invalid' }), false);
});
