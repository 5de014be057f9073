import { CleengError, type CleengErrorInit, type ErrorCode } from './errors.js';

/**
 * The one place where the platform's codes, English texts and statuses mean anything (platform contract, 1.6). A code says most, a text is
 * matched only where the platform has no code for the fact, a status says least.
 */
const BY_CODE: Readonly<Record<string, ErrorCode>> = {
  CPT0001: 'captcha',
  CPT0002: 'captcha',
  USER0001: 'wrong-credentials',
  USER0002: 'customer-exists',
  USER0003: 'not-this-publisher',
  ADYEN0001: 'order-not-found',
  ADYEN0002: 'payment-refused',
  ADYEN0003: 'payment-cancelled',
  ADYEN0004: 'payment-failed',
  ADYEN0005: 'payment-failed',
  RECURRING_PROCESS_ALREADY_STARTED: 'switch-unavailable',
  PAYMENT_GATEWAY_NOT_SUPPORTED: 'switch-unavailable',
  SUBSCRIPTION_WITH_COUPON_NOT_ALLOWED: 'switch-unavailable',
  TO_OFFER_COUNTRY_NOT_ALLOWED: 'switch-unavailable',
  ALREADY_HAS_ACCESS: 'switch-unavailable',
  TO_FREE_OFFER_NOT_ALLOWED: 'switch-unavailable',
  SWITCH_IN_PROGRESS: 'switch-unavailable',
  MISSING_PAYMENT_DETAILS: 'switch-unavailable',
  MISSING_PAYMENT_FOR_PRORATION: 'switch-unavailable',
  SWITCH_NOT_DEFINED_IN_SWITCH_SETTINGS: 'switch-unavailable',
};

const BY_TEXT: readonly [RegExp, ErrorCode][] = [
  [/email verification failed/i, 'email-unverifiable'],
  [/customer already exists/i, 'customer-exists'],
  [/^Coupon .* already applied$/, 'coupon-applied'],
  [/^Coupon .* cannot be applied on existing subscription/, 'coupon-not-for-subscription'],
  [/valid e-mail address/i, 'invalid-email'],
  [/confirmationPassword/, 'wrong-credentials'],
  [/mail address is taken/i, 'customer-exists'],
  [/param password/i, 'invalid-password'],
  [/score does not match/i, 'password-weak'],
  [/resetPasswordToken is not valid|password could not be set/i, 'reset-link-dead'],
  [/param publisherId/, 'publisher-unknown'],
  [/param offerId|Offer \S+ does(n't| not) exist/, 'offer-not-found'],
  [/blocked for country/, 'offer-geo-blocked'],
  [/Access already granted/, 'already-owned'],
  [/Offer is inactive/, 'offer-inactive'],
  [/Order with (id )?\S+ not found/, 'order-not-found'],
  // The code itself is in the text: what counts comes after it. An expired coupon may be called "not found" as well.
  [/Coupon .* expired$/, 'coupon-expired'],
  [/Coupon .* not found$/, 'coupon-not-found'],
  [/Coupon .* already (used|applied)$/, 'coupon-used'],
  [/Coupon .* limit( reached)?$/, 'coupon-limit'],
  [/Coupon .* reserved$/, 'coupon-reserved'],
  [/Coupon .* cannot be applied on this offer$/, 'coupon-not-applicable'],
  [/^Coupon /, 'coupon-invalid'],
  [/deliveryDate: the day has passed/, 'gift-day-past'],
  [/as a gift|not giftable/i, 'not-giftable'],
  [/have paymentMethodId/, 'no-payment-method'],
  [/externally managed/, 'externally-managed'],
  [/No active entitlement/, 'nothing-to-pay'],
  [/Refused/, 'payment-refused'],
  [/Cancelled/, 'payment-cancelled'],
  [/Refresh token is expired/, 'session-ended'],
];

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid-request',
  401: 'unauthenticated',
  404: 'not-found',
  429: 'rate-limited',
};

/** What a failed answer of the platform means. */
export function errorFromAnswer(answer: { status: number; code?: string; text: string }, init: CleengErrorInit): CleengError {
  const { status, code = '', text } = answer;
  const meaning =
    (Object.hasOwn(BY_CODE, code) && BY_CODE[code]) ||
    BY_TEXT.find(([pattern]) => pattern.test(text))?.[1] ||
    (BY_STATUS[status] ?? (status >= 500 ? 'server' : 'unknown'));
  return new CleengError(meaning, `${status} ${code}: ${text || 'no text'}`, { ...init, status });
}
