import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CleengError, toCleengError, type ErrorCode } from '../../src/api/errors.js';
import { errorFromAnswer } from '../../src/api/meanings.js';

const cases: [status: number, code: string | undefined, text: string, is: ErrorCode][] = [
  [401, 'USER0001', 'Wrong email or password', 'wrong-credentials'],
  [422, 'USER0002', 'Customer already exists', 'customer-exists'],
  [422, 'USER0003', 'Customer is not associated with this publisher', 'not-this-publisher'],
  [400, 'REQ0001', 'Email verification failed.', 'email-unverifiable'],
  [400, 'REQ0001', 'Invalid param password', 'invalid-password'],
  [400, 'REQ0001', 'Something else', 'invalid-request'],
  [400, 'REQ0003', 'Invalid param publisherId', 'publisher-unknown'],
  [429, 'CPT0002', 'Google reCAPTCHA verification failed!', 'captcha'],
  [429, undefined, 'Too Many Requests', 'rate-limited'],
  [401, 'AUTH0003', 'JWT token expired', 'unauthenticated'],
  [401, 'AUTH0003', 'Refresh token is expired or does not exist', 'session-ended'],
  [400, 'REQ0001', 'Missing or invalid parameter', 'invalid-request'],
  [422, undefined, "Offer S1_DE doesn't exist", 'offer-not-found'],
  [422, undefined, 'Offer is blocked for country FR', 'offer-geo-blocked'],
  [422, undefined, 'Access already granted', 'already-owned'],
  [404, undefined, 'Order with id 5 not found', 'order-not-found'],
  [404, undefined, 'Order with 5 not found', 'order-not-found'],
  [422, 'ADYEN0002', 'Refused', 'payment-refused'],
  [422, undefined, 'Coupon X not found', 'coupon-not-found'],
  [422, undefined, 'Coupon X not found, it has expired', 'coupon-expired'],
  [422, undefined, 'Coupon X was already used', 'coupon-used'],
  [422, undefined, 'Coupon X has reached its usage limit', 'coupon-limit'],
  [422, undefined, 'Coupon X is reserved', 'coupon-reserved'],
  [422, undefined, 'Coupon X cannot be applied on this offer', 'coupon-not-applicable'],
  [422, undefined, 'Coupon is reserved not found', 'coupon-not-found'],
  [422, undefined, 'Coupon X is out of order', 'coupon-invalid'],
  [422, undefined, 'Coupon X is already applied', 'coupon-applied'],
  [422, undefined, 'Coupon X cannot be applied on existing subscription', 'coupon-not-for-subscription'],
  [422, 'SWITCH_IN_PROGRESS', 'Another switch of the subscription is in progress', 'switch-unavailable'],
  [404, undefined, 'There is no such thing', 'not-found'],
  [503, undefined, '', 'server'],
  [418, undefined, '', 'unknown'],
];

for (const [status, code, text, is] of cases) {
  test(`${status} ${code ?? ''} "${text}" is ${is}`, () => {
    assert.equal(errorFromAnswer({ status, text, ...(code ? { code } : {}) }, {}).code, is);
  });
}

test('an error of another copy of the kit keeps its meaning; anything else is unknown, with what was thrown as its cause', async () => {
  const copy = '../../src/api/errors.js?copy';
  const other = (await import(copy)) as typeof import('../../src/api/errors.js');
  const theirs = new other.CleengError('network', 'cut');
  assert.ok(!(theirs instanceof CleengError));
  assert.equal(toCleengError(theirs), theirs);
  const cause = new TypeError('x is undefined');
  const { code, message, cause: kept } = toCleengError(cause);
  assert.deepEqual([code, message, kept], ['unknown', 'x is undefined', cause]);
  assert.equal(toCleengError('no').code, 'unknown');
});
