import type { ApiCustomerOffer } from '../api/account.js';
import { moneyFromDecimal, type Money } from '../money.js';

/** "No known end": the platform's date for seasonal subscriptions (contract, 1.8). */
const SEASON_END = 2_145_913_200;

export const PLAN_STATUSES = ['active', 'trial', 'ending', 'cancelled', 'payment-problem', 'paused', 'external', 'one-time'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** Something a viewer has bought and still may use. Times are unix seconds. */
export interface Plan {
  /** Of the subscription; `undefined` for passes and single titles. */
  readonly subscriptionId: number | undefined;
  readonly offerId: string;
  readonly title: string;
  readonly status: PlanStatus;
  /** The offer's letter: `S` a subscription, `P` a pass, `E` an event, `R` a rental, others single titles. */
  readonly kind: string;
  readonly startedAt: number;
  /** End of access, or of the paid period; `undefined` when it is not known or never comes. */
  readonly endsAt: number | undefined;
  /** Its billing period as the platform names it, such as `month` or `3months`. */
  readonly period: string | undefined;
  readonly nextPayment: { readonly amount: Money; readonly at: number } | undefined;
  /** What a cancelled plan takes from then on if it is resumed. */
  readonly resumesWith: { readonly amount: Money; readonly at: number } | undefined;
  /** The store that manages it, such as `apple`, for plans bought elsewhere. */
  readonly store: string | undefined;
  /** The platform's payment method, such as `card`. */
  readonly method: string | undefined;
  readonly pendingSwitchId: string | undefined;
  /** Scheduled while the status is not `paused` yet. */
  readonly pause: { readonly startsAt: number; readonly endsAt: number; readonly failed: boolean } | undefined;
  /** When the platform tries an overdue payment again, if it says so. */
  readonly retryAt: number | undefined;
}

/** @param now unix seconds */
export function planFromApi(api: ApiCustomerOffer, now: number): Plan {
  const { nextPaymentPrice, nextPaymentCurrency, nextPaymentAt, expiresAt, pause } = api;
  const status = statusOf(api, now);
  const endsAt = expiresAt && expiresAt !== SEASON_END ? expiresAt : undefined;
  const paidAt = nextPaymentAt && nextPaymentAt !== SEASON_END ? nextPaymentAt : undefined;
  const payment =
    nextPaymentPrice !== undefined && paidAt
      ? { amount: moneyFromDecimal(nextPaymentPrice, nextPaymentCurrency ?? api.customerCurrency), at: paidAt }
      : undefined;
  return {
    subscriptionId: api.subscriptionId,
    offerId: api.offerId,
    title: api.offerTitle,
    status,
    kind: api.offerType,
    startedAt: api.startedAt,
    endsAt,
    period: api.period ?? undefined,
    nextPayment: ['active', 'trial', 'paused'].includes(status) ? payment : undefined,
    resumesWith: status === 'cancelled' ? payment : undefined,
    store: status === 'external' ? (api.paymentMethod ?? api.paymentGateway) : undefined,
    method: api.paymentMethod,
    pendingSwitchId: api.pendingSwitchId || undefined,
    pause: pause && { startsAt: pause.pauseDate, endsAt: pause.resumeDate, failed: pause.failedResumes.length > 0 },
    retryAt: status === 'payment-problem' && paidAt && paidAt > now ? paidAt : undefined,
  };
}

/** The grace period is no status of the platform's: it is an active subscription whose end has passed (contract, 11.4). */
function statusOf(api: ApiCustomerOffer, now: number): PlanStatus {
  const { offerType, status, inTrial, isExternallyManaged, expiresAt, pause } = api;
  if (offerType !== 'S') return 'one-time';
  if (isExternallyManaged) return 'external';
  if (status === 'cancelled') return 'cancelled';
  if (status === 'paused' || (pause && pause.pauseDate <= now)) return 'paused';
  // What a gift has paid for is not paid for again.
  if (api.nextPaymentAt === 0 && api.nextPaymentPrice === 0) return 'ending';
  if (expiresAt && expiresAt < now) return 'payment-problem';
  return inTrial ? 'trial' : 'active';
}

/** Tells one of several plans from the others, even two of the same offer. */
export const planKey = ({ subscriptionId, offerId, startedAt }: Plan): string => String(subscriptionId ?? `${offerId}/${startedAt}`);

/** How a plan stands, as far as a change can have made it so. */
export const standing = ({ status, pendingSwitchId, pause }: Plan): string => JSON.stringify([status, pendingSwitchId, pause]);

const offerOf = ({ offerId }: Plan) => offerId.split('_')[0];
const isPaid = ({ status }: Plan) => ['active', 'trial', 'payment-problem', 'external'].includes(status);

/** The titles of what is paid for more than once at the same time: here and in a store, for example. */
export function paidTwice(plans: readonly Plan[]): string[] {
  const paid = plans.filter(isPaid);
  const again = paid.filter((plan, i) => paid.findIndex((other) => offerOf(other) === offerOf(plan)) < i);
  return [...new Set(again.map(({ title }) => title))];
}

/** Whether the platform may be asked to make another plan of it. */
export const mayChange = ({ status }: Plan): boolean => status === 'active' || status === 'trial';

const PAUSABLE = ['week', 'month', '3months'];

/** Whether a plan can be paused at all, if its offer allows it (contract, 8). */
export const mayPause = ({ status, pause, pendingSwitchId, period = '' }: Plan): boolean =>
  status === 'active' && !pause && !pendingSwitchId && PAUSABLE.includes(period);

/** Days of grace that are left; `undefined` while nothing is overdue. @param graceDays how many the publisher gives @param now unix seconds */
export const graceLeft = ({ status, endsAt }: Plan, graceDays: number, now: number): number | undefined =>
  status === 'payment-problem' && endsAt !== undefined ? Math.max(0, Math.ceil((endsAt - now) / 86_400 + graceDays)) : undefined;
