import { and, desc, eq, type InferSelectModel } from 'drizzle-orm';
import { notFound } from '../refusal.js';
import type { Db } from './open.js';
import { customers, publishers, transactions } from './schema.js';

/** A line of a customer's list of purchases, with the names of who bought and who sold. */
export interface StoredTransaction {
  line: InferSelectModel<typeof transactions>;
  customer: InferSelectModel<typeof customers>;
  publisherName: string;
}

const lines = (db: Db) =>
  db
    .select({ line: transactions, customer: customers, publisherName: publishers.name })
    .from(transactions)
    .innerJoin(customers, eq(customers.id, transactions.customerId))
    .innerJoin(publishers, eq(publishers.id, transactions.publisherId));

/** Newest first. */
export const listTransactions = (db: Db, customerId: number, page: { limit: number; offset: number }): Promise<StoredTransaction[]> =>
  lines(db)
    .where(eq(transactions.customerId, customerId))
    .orderBy(desc(transactions.date), desc(transactions.id))
    .limit(page.limit)
    .offset(page.offset);

/** Of all of a publisher's customers, newest first. */
export const listSales = (db: Db, publisherId: number, page: { limit: number; offset: number }): Promise<StoredTransaction[]> =>
  lines(db)
    .where(eq(transactions.publisherId, publisherId))
    .orderBy(desc(transactions.date), desc(transactions.id))
    .limit(page.limit)
    .offset(page.offset);

/** @param id without the T in front */
export async function ownTransaction(db: Db, id: number, customerId: number): Promise<StoredTransaction> {
  const [found] = await lines(db).where(and(eq(transactions.id, id), eq(transactions.customerId, customerId)));
  if (!found) throw notFound('Transaction', `T${id}`);
  return found;
}
