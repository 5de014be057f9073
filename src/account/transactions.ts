import { listTransactions, type ApiTransaction } from '../api/purchases.js';
import { moneyReader, type Money } from '../money.js';
import type { Session } from '../session/session.js';

/** So many are shown at once, however many there are. */
export const PAGE_SIZE = 20;
/** So many are asked for at once when all are wanted. */
const BATCH = 200;

/** One time money was paid or given back. */
export interface Transaction {
  readonly id: string;
  /** Unix seconds. */
  readonly at: number;
  readonly kind: 'purchase' | 'gift' | 'refund';
  readonly offerId: string;
  readonly title: string;
  readonly net: Money;
  readonly tax: Money;
  /** A fraction, such as 0.19. */
  readonly taxRate: number;
  readonly total: Money;
  readonly discount: Money;
  readonly couponCode: string | undefined;
  /** The platform's name for how it was paid, such as `card`. */
  readonly method: string;
  readonly seller: string;
  readonly email: string;
  readonly country: string;
  /** The gift that was bought. */
  readonly giftId: number | undefined;
}

/** A page of them, newest first, and whether another one follows. */
export interface TransactionPage {
  readonly items: readonly Transaction[];
  readonly more: boolean;
}

/** @param page counted from 0 */
export async function readTransactionPage(session: Session, page: number, signal?: AbortSignal): Promise<TransactionPage> {
  // One more than is shown: only that tells whether there is another page.
  const query = { limit: PAGE_SIZE + 1, offset: page * PAGE_SIZE };
  const items = await listTransactions(session.customer, session.requireCustomerId(), query, signal);
  return { items: items.slice(0, PAGE_SIZE).map(transactionFromApi), more: items.length > PAGE_SIZE };
}

/**
 * Everything the customer has bought, newest first, batch by batch: nobody's page stands still over years of it. What is bought meanwhile
 * moves the rest on: nothing is told twice.
 */
export async function* readAllTransactions(session: Session): AsyncGenerator<readonly Transaction[]> {
  const customerId = session.requireCustomerId();
  const told = new Set<string>();
  for (let offset = 0; ; offset += BATCH) {
    const items = await listTransactions(session.customer, customerId, { limit: BATCH, offset });
    const fresh = items.filter(({ transactionId }) => !told.has(transactionId));
    for (const { transactionId } of fresh) told.add(transactionId);
    yield fresh.map(transactionFromApi);
    if (items.length < BATCH) return;
  }
}

export function transactionFromApi(api: ApiTransaction): Transaction {
  const money = moneyReader(api.transactionCurrency);
  const total = money(api.transactionPriceInclTax);
  const isGift = api.targetType === 'giftId';
  return {
    id: api.transactionId,
    at: api.transactionDate,
    kind: total.minor < 0 ? 'refund' : isGift ? 'gift' : 'purchase',
    offerId: api.offerId,
    title: api.offerTitle,
    net: money(api.transactionPriceExclTax),
    tax: money(api.applicableTax),
    taxRate: Number(api.taxRate) || 0,
    total,
    discount: money(api.discountValue),
    couponCode: api.couponCode || undefined,
    method: api.paymentMethod,
    seller: api.publisherSiteName,
    email: api.customerEmail,
    country: api.customerCountry,
    giftId: isGift ? api.targetId : undefined,
  };
}
