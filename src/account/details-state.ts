import type { CleengError } from '../api/errors.js';
import type { AdyenMethods } from '../api/payments.js';

export type DetailsAction = 'payment-details-added' | 'payment-details-replaced';

/** The ways to add payment details. */
export interface Ways {
  /** Ids by the platform's names of Adyen's methods. */
  readonly adyen: Readonly<Record<string, number>>;
  readonly paypal: number | undefined;
  readonly methods: AdyenMethods | undefined;
}

export type ChangeState =
  | { readonly status: 'idle' | 'preparing' | 'finalizing'; readonly error?: CleengError; readonly done?: DetailsAction }
  | { readonly status: 'unprepared'; readonly error: CleengError }
  | { readonly status: 'form' | 'saving' | 'bank' | 'leaving'; readonly ways: Ways; readonly error?: CleengError };
