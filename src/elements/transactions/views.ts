/** What `<cleeng-transactions>` can show. */
export const TRANSACTIONS_VIEWS = [
  'signed-out',
  'loading',
  'load-failed',
  'failed',
  'none',
  'list',
  'receipt',
  'gift',
  'gift-saving',
  'gift-failed',
  'gift-throttled',
] as const;
export type TransactionsView = (typeof TRANSACTIONS_VIEWS)[number];
