import { deletePaymentDetails, listPaymentDetails, type ApiPaymentDetails } from '../api/payment-details.js';
import type { Session } from '../session/session.js';
import type { Plan } from './plans.js';

/** What a viewer pays with. */
export interface PaymentDetails {
  readonly id: number;
  /** The platform's name for the way to pay, such as `card`. */
  readonly method: string;
  /** A card's brand, in the platform's words. */
  readonly brand: string;
  readonly lastDigits: string;
  readonly holder: string;
  readonly expiry: { readonly month: number; readonly year: number } | undefined;
  /** Renewals are charged to these. */
  readonly active: boolean;
  /** The store that takes the money instead, such as `apple`: nothing can be changed here. */
  readonly store: string | undefined;
}

export const readPaymentDetails = async (session: Session, signal?: AbortSignal): Promise<PaymentDetails[]> =>
  (await listPaymentDetails(session.customer, session.requireCustomerId(), signal)).map(detailsFromApi);

/** Has the platform forget payment details. @throws {CleengError} when it has not */
export const removePaymentDetails = (session: Session, id: number): Promise<void> => deletePaymentDetails(session.customer, id);

export function detailsFromApi({ id, paymentMethod, paymentMethodSpecificParams, active, bound }: ApiPaymentDetails): PaymentDetails {
  const { variant = '', lastCardFourDigits = '', holderName = '', cardExpirationDate = '' } = paymentMethodSpecificParams;
  const [, month, year] = /^(\d{1,2})\/(\d{4})$/.exec(cardExpirationDate) ?? [];
  return {
    id,
    method: paymentMethod,
    brand: variant,
    lastDigits: lastCardFourDigits,
    holder: holderName,
    expiry: month && year ? { month: Number(month), year: Number(year) } : undefined,
    active,
    store: bound ? paymentMethod : undefined,
  };
}

export type Expiry = 'good' | 'soon' | 'expired';

/** A card is good to the end of its month; `soon` is this month or the next. @param now unix seconds */
export function expiryOf({ expiry }: PaymentDetails, now: number): Expiry {
  if (!expiry) return 'good';
  const today = new Date(now * 1000);
  const left = (expiry.year - today.getUTCFullYear()) * 12 + expiry.month - 1 - today.getUTCMonth();
  return left < 0 ? 'expired' : left < 2 ? 'soon' : 'good';
}

type Payable = Pick<Plan, 'offerId' | 'title' | 'status' | 'store'>;

/** The subscriptions that are charged to these details: those of the web to the active ones, those of a store to the store's. */
export function paidBy<P extends Payable>({ active, store }: Pick<PaymentDetails, 'active' | 'store'>, plans: readonly P[]): P[] {
  if (store) return plans.filter((plan) => plan.store === store);
  return active ? plans.filter((plan) => isOnWeb(plan) && !['cancelled', 'ending'].includes(plan.status)) : [];
}

/** Whether there is anything new details could pay for; the platform refuses them otherwise (contract, 5.4). */
export const needsDetails = (plans: readonly Payable[]): boolean => plans.some(isOnWeb);

const isOnWeb = ({ offerId, store, status }: Payable) => offerId.startsWith('S') && !store && status !== 'external';
