import type { ApiCustomerOffer } from '../api/account.js';
import { moneyFromDecimal, type Money } from '../money.js';

/** "No known end": the platform's date for seasonal subscriptions (contract, 1.8). */
const SEASON_END = 2_145_913_200;

export const PLAN_STATUSES = ['active', 'trial', 'cancelled', 'payment-problem', 'external', 'one-time'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** Something a viewer has bought and still may use. Times are unix seconds. */
export interface Plan {
  readonly offerId: string;
  readonly title: string;
  readonly status: PlanStatus;
  /** End of access, or of the paid period; `undefined` when it is not known or never comes. */
  readonly endsAt: number | undefined;
  readonly nextPayment: { readonly amount: Money; readonly at: number } | undefined;
  /** The store that manages it, such as `apple`, for plans bought elsewhere. */
  readonly store: string | undefined;
}

/** @param now unix seconds */
export function planFromApi(api: ApiCustomerOffer, now: number): Plan {
  const { nextPaymentPrice, nextPaymentCurrency, nextPaymentAt, expiresAt } = api;
  const status = statusOf(api, now);
  const endsAt = expiresAt && expiresAt !== SEASON_END ? expiresAt : undefined;
  const renews =
    (status === 'active' || status === 'trial') && nextPaymentPrice !== undefined && nextPaymentAt && nextPaymentAt !== SEASON_END;
  return {
    offerId: api.offerId,
    title: api.offerTitle,
    status,
    endsAt,
    nextPayment: renews
      ? { amount: moneyFromDecimal(nextPaymentPrice, nextPaymentCurrency ?? api.customerCurrency), at: nextPaymentAt }
      : undefined,
    store: status === 'external' ? api.paymentMethod : undefined,
  };
}

/** The grace period is no status of the platform's: it is an active subscription whose end has passed (contract, 11.4). */
function statusOf({ offerType, status, inTrial, isExternallyManaged, expiresAt }: ApiCustomerOffer, now: number): PlanStatus {
  if (offerType !== 'S') return 'one-time';
  if (isExternallyManaged) return 'external';
  if (status === 'cancelled') return 'cancelled';
  if (expiresAt && expiresAt < now) return 'payment-problem';
  return inTrial ? 'trial' : 'active';
}

/** What the platform accepts as reasons (contract, 6.4); the words shown are the kit's own. */
export const CANCELLATION_REASONS = [
  { value: 'Subscription is too expensive', key: 'price' },
  { value: 'Not enough interesting content', key: 'content' },
  { value: 'Content I like has ended', key: 'ended' },
  { value: 'Video streaming issues', key: 'streaming' },
  { value: 'Service is hard to use', key: 'usability' },
  { value: 'Poor customer support', key: 'support' },
  { value: 'Switch to a different service', key: 'other-service' },
] as const;
