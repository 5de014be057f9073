/** What `<cleeng-payment-details>` can show. */
export const PAYMENT_DETAILS_VIEWS = [
  'signed-out',
  'loading',
  'load-failed',
  'failed',
  'none',
  'list',
  'preparing',
  'prepare-failed',
  'form',
  'refused',
  'throttled',
  'saving',
  'bank',
  'leaving',
  'finalizing',
  'remove',
  'removing',
  'remove-failed',
] as const;
export type PaymentDetailsView = (typeof PAYMENT_DETAILS_VIEWS)[number];
