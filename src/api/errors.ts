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
  'password-weak',
  'reset-link-dead',
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
  'coupon-applied',
  'coupon-not-for-subscription',
  'switch-unavailable',
  'nothing-to-pay',
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

/** Under which number the platform has a failure, where it was the platform that failed or refused: what help asks for first. */
export const reference = ({ requestId }: { readonly requestId?: string | null | undefined }): { requestId?: string } =>
  requestId ? { requestId } : {};

/** Anything thrown, as a CleengError. Told by name, not by class: two copies of the kit on a page share one session and its errors. */
export function toCleengError(thrown: unknown): CleengError {
  if (thrown instanceof Error && thrown.name === 'CleengError') return thrown as CleengError;
  return new CleengError('unknown', thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
}
