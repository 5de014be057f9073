import { and, desc, eq, gt, inArray, isNull, like, or, type InferSelectModel } from 'drizzle-orm';
import { retryDue } from '../lifecycle/renewals.js';
import { replaceDetails, type NewDetails as ReplacingDetails } from './details.js';
import { record } from './events.js';
import type { Db } from './open.js';
import { customers, holdings, paymentDetails } from './schema.js';

export type StoredDetails = InferSelectModel<typeof paymentDetails>;

/** What an attempt at a payment provider has led to. */
export type NewDetails = ReplacingDetails & { paymentMethodId: number };

/** Adds payment details: they become the active ones, pay for every subscription of the web from now on, and older ones stay, inactive (contract, 5.4). */
export async function addDetails(tx: Db, details: NewDetails, now: number): Promise<StoredDetails> {
  const { customerId, gateway, method } = details;
  const id = await replaceDetails(tx, details);
  const [row] = await tx.select().from(paymentDetails).where(eq(paymentDetails.id, id));
  await tx
    .update(holdings)
    .set({ gateway, method })
    .where(
      and(
        eq(holdings.customerId, customerId),
        eq(holdings.renews, true),
        isNull(holdings.store),
        inArray(holdings.status, ['active', 'cancelled', 'paused']),
      ),
    );
  const [customer] = await tx.select().from(customers).where(eq(customers.id, customerId));
  await record(tx, {
    type: 'paymentDetailsUpdated',
    at: now,
    publisherId: customer!.publisherId,
    customerId,
    country: customer!.country,
    gateway,
    data: { paymentDetailsId: id, method },
  });
  await detailsAdded(tx, customerId, now);
  return row!;
}

/** What follows when a customer has new payment details, in the same transaction: refused renewals are tried again. */
export const detailsAdded = retryDue;

/** The newest details with the same content: what an attempt that was finished before has led to. */
export async function sameDetails(db: Db, { customerId, paymentMethodId, method, params }: NewDetails): Promise<StoredDetails | undefined> {
  const rows = await db
    .select()
    .from(paymentDetails)
    .where(
      and(
        eq(paymentDetails.customerId, customerId),
        eq(paymentDetails.paymentMethodId, paymentMethodId),
        eq(paymentDetails.method, method),
        eq(paymentDetails.params, params),
      ),
    )
    .orderBy(desc(paymentDetails.id))
    .limit(1);
  return rows[0];
}

/** Whether a customer has a subscription that payment details could pay for: one bought on the web that runs, rests, or could be resumed. */
export async function hasSomethingToPay(db: Db, customerId: number, now: number): Promise<boolean> {
  const rows = await db
    .select({ id: holdings.id })
    .from(holdings)
    .where(
      and(
        eq(holdings.customerId, customerId),
        like(holdings.offerId, 'S%'),
        isNull(holdings.store),
        or(inArray(holdings.status, ['active', 'paused']), and(eq(holdings.status, 'cancelled'), gt(holdings.expiresAt, now))),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
