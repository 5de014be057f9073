import { readGift, type Gift } from '../account/gifts.js';
import { readTransactionPage, type TransactionPage } from '../account/transactions.js';
import { Resource } from '../session/resource.js';
import type { Kit } from './kit.js';

/** A page of what the signed-in customer has bought, counted from 0; `undefined` while nobody is signed in. */
export function transactionsOf(kit: Kit, page: number): Resource<TransactionPage> | undefined {
  return kit.customerStore(`transactions/${page}`, () => new Resource((signal) => readTransactionPage(kit.session, page, signal)));
}

/** A gift the signed-in customer has bought. */
export function giftOf(kit: Kit, giftId: number): Resource<Gift> | undefined {
  return kit.customerStore(`gift/${giftId}`, () => new Resource((signal) => readGift(kit.session, giftId, signal)));
}
