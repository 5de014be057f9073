/**
 * Every choice of the contract tagged INF, in one place: where all sources are silent, this is what the sandbox does, and what a fact about the
 * real platform would change. None of it is to be presented as the platform's own.
 */

const DAY = 86_400;

/** How long things live, in seconds. */
/** Documented today as 15 minutes, once as 24 hours (12.2). */
export const JWT_SECONDS = 15 * 60;
export const REFRESH_SECONDS = 100 * DAY;
/** Documented today as 24 hours, once as 15 minutes (12.3). */
export const ORDER_SECONDS = DAY;

/** How long a link to a new password works. */
export const RESET_SECONDS = DAY;

/** A renewal is paid for "a few days" before the period ends (6.6). */
export const RENEWAL_AHEAD_SECONDS = 3 * DAY;

/** An immediate switch waits, then is in progress, then done: "within minutes" (11.5). */
export const SWITCH_SECONDS = 60;
/** The part of it during which the switch is in progress and can no longer be cancelled. */
export const SWITCH_PROGRESS_SECONDS = 30;

/** A store's receipt is validated after the answer (5.9). */
export const RECEIPT_SECONDS = 5;

/** A pause that cannot be ended because the payment is refused is tried again a day later, this often in all; then the subscription ends. */
export const RESUME_RETRY_SECONDS = DAY;
export const RESUME_ATTEMPTS = 3;

/** Statuses no source shows (12.22): 404 for an unknown order, gift, switch or payment details, 422 for every other refusal. */
export const REFUSED = 422;
export const NOT_FOUND = 404;

/** How a subscription that a gift has paid for says it is paid (11.8). */
export const GIFT_PAID_BY = { gateway: 'free-offer', method: 'manual' } as const;
/** What redeeming does when there is nothing to extend; `EXTEND` is the SDK's (12.18). */
export const REDEEM_MODE_NEW = 'CREATE';

/** A promotional price is charged for the first period only, so it is shown as a discount of one period (4.8). */
export const PROMOTION_PERIODS = 1;
/** `discount.periods` of a trial (12.26). */
export const TRIAL_PERIODS = 1;

/** A page of transactions or offers when the client names no size, and the largest it may ask for. */
export const PAGE_SIZE = 50;
export const LARGEST_PAGE = 1000;

/** What follows "Coupon X " when one is refused. The fragments are the SDK's; the platform has none for an expired coupon. */
export const COUPON_TEXTS = {
  'not-found': 'not found',
  expired: 'not found, it has expired',
  reserved: 'is reserved',
  'already-applied': 'is already applied',
  'already-used': 'was already used',
  'not-for-offer': 'cannot be applied on this offer',
  'not-for-subscription': 'cannot be applied on existing subscription',
} as const;

/** What the reasons against a switch say; the codes are the platform's (7.1), the words are not. */
export const SWITCH_TEXTS = {
  RECURRING_PROCESS_ALREADY_STARTED: 'The renewal of the subscription has already started',
  PAYMENT_GATEWAY_NOT_SUPPORTED: 'Subscriptions paid this way cannot be switched',
  SUBSCRIPTION_WITH_COUPON_NOT_ALLOWED: 'A subscription with a coupon cannot be switched',
  TO_OFFER_COUNTRY_NOT_ALLOWED: 'The offer is not sold in the country of the subscription',
  ALREADY_HAS_ACCESS: 'The customer already has access to the offer',
  TO_FREE_OFFER_NOT_ALLOWED: 'Switching to a free offer is not supported',
  SWITCH_IN_PROGRESS: 'Another switch of the subscription is in progress',
  MISSING_PAYMENT_DETAILS: 'The customer has no active payment details',
  MISSING_PAYMENT_FOR_PRORATION: 'There is no payment for the current period that could be prorated',
  VALIDATION_ERROR: 'Only an active subscription can be switched, and only to another offer',
  SWITCH_NOT_DEFINED_IN_SWITCH_SETTINGS: 'The publisher does not offer this switch',
} as const;

/** Why a pause is refused (8). */
export const PAUSE_TEXTS = {
  'not-active': 'Only an active subscription can be paused',
  external: 'Subscription is externally managed',
  trial: 'A subscription in its trial cannot be paused',
  period: 'Only weekly, monthly and three-monthly subscriptions can be paused',
  offer: 'The offer cannot be paused',
  cycles: 'The offer cannot be paused for so many billing cycles',
  paused: 'The subscription has a pause already',
  switch: 'A subscription with a pending switch cannot be paused',
  renewal: 'The renewal of the subscription has already started',
} as const;
