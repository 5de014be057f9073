export type Store = 'android' | 'apple' | 'roku' | 'amazon';
export type Receipt = string | Readonly<Record<string, unknown>>;

/** The part of each store's receipt that names the purchase; Apple's is one piece of text. */
const REFERENCE: Readonly<Record<Exclude<Store, 'apple'>, string>> = {
  android: 'purchaseToken',
  roku: 'transactionId',
  amazon: 'receiptId',
};

/** What tells a purchase from every other one of the same store. */
export const referenceOf = (store: Store, receipt: Receipt): string =>
  typeof receipt === 'string' ? receipt : store === 'apple' ? '' : String(receipt[REFERENCE[store]]);

/**
 * Whether a store would confirm a receipt. This sandbox asks none: a reference that begins with "invalid" is refused (Apple's, for it is
 * base64, once decoded), as is an Android purchase that is not in state 0, "purchased".
 */
export function isValidReceipt(store: Store, receipt: Receipt): boolean {
  const reference = referenceOf(store, receipt);
  const text = store === 'apple' ? Buffer.from(reference, 'base64').toString() : reference;
  if (text === '' || text.toLowerCase().startsWith('invalid')) return false;
  return typeof receipt === 'string' || store !== 'android' || receipt['purchaseState'] === 0;
}
