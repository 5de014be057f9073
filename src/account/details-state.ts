import type { CleengError } from '../api/errors.js';
import type { Methods } from '../api/payment-methods.js';
import type { AdyenMethods } from '../api/payments.js';

export type DetailsAction = 'payment-details-added' | 'payment-details-replaced';

/** The ways to add payment details. */
export interface Ways extends Pick<Methods, 'adyen' | 'paypal'> {
  /** What the Drop-in is made of. */
  readonly methods: AdyenMethods | undefined;
}

export type ChangeState =
  | { readonly status: 'idle' | 'preparing' | 'finalizing'; readonly error?: CleengError; readonly done?: DetailsAction }
  | { readonly status: 'unprepared'; readonly error: CleengError }
  | { readonly status: 'form' | 'saving' | 'bank' | 'leaving'; readonly ways: Ways; readonly error?: CleengError };
