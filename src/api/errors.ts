/** Every way a call can fail, in our words. The union is closed: views and tests can be exhaustive. */
export const ERROR_CODES = [
  'network',
  'timeout',
  'aborted',
  'rate-limited',
  'server',
  'bad-answer',
  'invalid-request',
  'unauthenticated',
  'session-ended',
  'wrong-credentials',
  'not-this-publisher',
  'customer-exists',
  'email-unverifiable',
  'invalid-email',
  'invalid-password',
  'captcha',
  'publisher-unknown',
  'offer-not-found',
  'offer-inactive',
  'offer-geo-blocked',
  'already-owned',
  'order-not-found',
  'coupon-not-found',
  'coupon-expired',
  'coupon-used',
  'coupon-limit',
  'coupon-reserved',
  'coupon-not-applicable',
  'coupon-invalid',
  'not-giftable',
  'gift-day-past',
  'payment-refused',
  'payment-cancelled',
  'payment-failed',
  'payment-unconfirmed',
  'no-payment-method',
  'price-changed',
  'externally-managed',
  'not-found',
  'unknown',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export interface CleengErrorInit {
  /** HTTP status, when there was an answer. */
  status?: number;
  /** Seconds the server asked us to wait. */
  retryAfter?: number;
  requestId?: string;
  cause?: unknown;
}

/**
 * A call that failed. `code` is for programs, `message` for developers; neither is shown to a viewer as it is.
 */
export class CleengError extends Error {
  override readonly name = 'CleengError';
  readonly code: ErrorCode;
  readonly status: number | undefined;
  readonly retryAfter: number | undefined;
  readonly requestId: string | undefined;

  constructor(code: ErrorCode, message: string, init: CleengErrorInit = {}) {
    super(message, { cause: init.cause });
    this.code = code;
    this.status = init.status;
    this.retryAfter = init.retryAfter;
    this.requestId = init.requestId;
  }

  /** Whether the same call may succeed later without anything being changed. */
  get retryable(): boolean {
    return ['network', 'timeout', 'rate-limited', 'server', 'bad-answer', 'unknown'].includes(this.code);
  }
}

/** Anything thrown, as a CleengError. */
export function toCleengError(thrown: unknown): CleengError {
  if (thrown instanceof CleengError) return thrown;
  return new CleengError('unknown', thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
}

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
};

const BY_TEXT: readonly [RegExp, ErrorCode][] = [
  [/email verification failed/i, 'email-unverifiable'],
  [/customer already exists/i, 'customer-exists'],
  [/valid e-mail address/i, 'invalid-email'],
  [/param password/i, 'invalid-password'],
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
  [/Refused/, 'payment-refused'],
  [/Cancelled/, 'payment-cancelled'],
  [/Refresh token is expired|Missing or invalid param/, 'session-ended'],
];

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid-request',
  401: 'unauthenticated',
  404: 'not-found',
  429: 'rate-limited',
};

/** What a failed answer of the platform means. */
export function errorFromAnswer(answer: { status: number; code?: string; text: string }, init: CleengErrorInit): CleengError {
  const code =
    (answer.code && BY_CODE[answer.code]) ||
    BY_TEXT.find(([text]) => text.test(answer.text))?.[1] ||
    (BY_STATUS[answer.status] ?? (answer.status >= 500 ? 'server' : 'unknown'));
  const label = answer.code ? `${answer.status} ${answer.code}` : String(answer.status);
  return new CleengError(code, `${label}: ${answer.text || 'no text'}`, { ...init, status: answer.status });
}
