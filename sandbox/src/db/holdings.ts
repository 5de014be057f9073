import { and, eq, like, type InferSelectModel } from 'drizzle-orm';
import { grantsAccess } from '../rules/subscriptions.js';
import { shortId } from './offers.js';
import type { Db } from './open.js';
import { holdings } from './schema.js';

export type Holding = InferSelectModel<typeof holdings>;

/** What a customer has and may still use, oldest first. */
export async function heldBy(db: Db, customerId: number, now: number): Promise<Holding[]> {
  const rows = await db.select().from(holdings).where(eq(holdings.customerId, customerId)).orderBy(holdings.id);
  return rows.filter((row) => grantsAccess({ ...row, letter: row.offerId.charAt(0) }, now));
}

/** The customer's holding of an offer in any country, if it gives access. */
export async function findHolding(db: Db, customerId: number, offerId: string, now: number): Promise<Holding | undefined> {
  const rows = await heldBy(db, customerId, now);
  return rows.find((row) => (offerId.includes('_') ? row.offerId === offerId : shortId(row.offerId) === offerId));
}

/** Whether the customer ever had an offer, in any country: a trial is given once. */
export async function everHeld(db: Db, customerId: number, offerId: string): Promise<boolean> {
  const rows = await db
    .select({ id: holdings.id })
    .from(holdings)
    .where(and(eq(holdings.customerId, customerId), like(holdings.offerId, `${shortId(offerId)}%`)));
  return rows.length > 0;
}
