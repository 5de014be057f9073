import { and, desc, eq, inArray, ne, sum } from 'drizzle-orm';
import { refusals, refuse } from '../refusal.js';
import { formatMoney, shareOf } from '../rules/money.js';
import { record } from './events.js';
import type { Holding } from './holdings.js';
import type { Db } from './open.js';
import { paymentOfPublisher } from './publisher-payments.js';
import type { StoredPayment } from './purchase.js';
import { gifts, holdings, payments, switches, transactions } from './schema.js';
import { aboutSubscription } from './subscriptions.js';

export interface RefundWish {
  /** In the smallest unit of the payment's currency; all that is left without it. */
  amount: number | undefined;
  reason: string | null;
  type: 'refund' | 'chargeback';
  /** Whether access ends with it: it does when all of the newest payment is given back, unless said otherwise. */
  endAccess: boolean | undefined;
}

/** What a store took, only the store gives back. */
const STORES: ReadonlySet<string> = new Set(['apple', 'android', 'roku', 'amazon', 'samsung', 'vizio']);

/**
 * Gives money back: a negative line in the list of purchases, a mark on the payment, and, when nothing is left of it, the end of what it was paid for.
 */
export function refundPayment(db: Db, publisherId: number, id: number, wish: RefundWish, now: number): Promise<StoredPayment> {
  return db.transaction(async (tx) => {
    await tx.select({ id: payments.id }).from(payments).where(eq(payments.id, id)).for('update');
    const payment = await paymentOfPublisher(tx, publisherId, id);
    if (STORES.has(payment.gateway)) throw refusals.externallyManaged();
    const left = payment.total - payment.refundedAmount;
    const amount = wish.amount ?? left;
    if (payment.status !== 'captured') throw refuse(`Only a captured payment can be refunded: this one is ${payment.status}`);
    if (amount <= 0 || amount > left) throw refuse(`There are ${formatMoney(left, payment.currency)} left to refund`);
    const [line] = await tx
      .select()
      .from(transactions)
      .where(and(eq(transactions.paymentId, id), ne(transactions.kind, 'refund')));
    if (!line) throw refuse('The payment has no transaction');
    const tax = amount === left ? payment.tax - (await taxGivenBack(tx, id)) : shareOf(payment.tax, amount, payment.total);
    const all = amount === left;
    await tx
      .update(payments)
      .set({
        refundedAmount: payment.refundedAmount + amount,
        refundedReason: wish.reason ?? wish.type,
        ...(all ? { status: 'refunded' as const } : {}),
      })
      .where(eq(payments.id, id));
    const [row] = await tx
      .insert(transactions)
      .values({
        ...withoutId(line),
        kind: 'refund',
        date: now,
        priceExclTax: tax - amount,
        tax: 0 - tax,
        priceInclTax: 0 - amount,
        discount: 0,
        discountRate: 0,
      })
      .returning({ id: transactions.id });
    await record(tx, {
      type: 'refundPayment',
      at: now,
      publisherId,
      customerId: payment.customerId,
      subscriptionId: payment.subscriptionId,
      offerId: line.offerId,
      amount: 0 - amount,
      currency: payment.currency,
      country: payment.country,
      gateway: payment.gateway,
      data: { kind: wish.type, transactionId: `T${row!.id}`, paymentId: id, tax: 0 - tax, reason: wish.reason },
    });
    if (wish.endAccess ?? (all && (await isNewest(tx, line)))) await endWhatWasBought(tx, line, now);
    return paymentOfPublisher(tx, publisherId, id);
  });
}

type Line = typeof transactions.$inferSelect;
const withoutId = ({ id: _, ...line }: Line) => line;

async function taxGivenBack(tx: Db, paymentId: number): Promise<number> {
  const [row] = await tx
    .select({ tax: sum(transactions.tax).mapWith(Number) })
    .from(transactions)
    .where(and(eq(transactions.paymentId, paymentId), eq(transactions.kind, 'refund')));
  return 0 - (row?.tax ?? 0);
}

/** Whether nothing was paid for the same thing later. */
async function isNewest(tx: Db, line: Line): Promise<boolean> {
  const [last] = await tx
    .select({ id: transactions.id })
    .from(transactions)
    .where(and(eq(transactions.targetType, line.targetType), eq(transactions.targetId, line.targetId), ne(transactions.kind, 'refund')))
    .orderBy(desc(transactions.id))
    .limit(1);
  return last?.id === line.id;
}

async function endWhatWasBought(tx: Db, line: Line, now: number): Promise<void> {
  if (line.targetType === 'giftId') return endGift(tx, line.targetId, now);
  const [held] = await tx.select().from(holdings).where(eq(holdings.id, line.targetId)).for('update');
  if (held) await endAccess(tx, held, now);
}

/** A gift nobody has redeemed is dead; one that began a subscription ends it. Time it has added to a subscription stays. */
async function endGift(tx: Db, id: number, now: number): Promise<void> {
  const [gift] = await tx.select().from(gifts).where(eq(gifts.id, id)).for('update');
  if (!gift) return;
  if (gift.redeemedAt === null) {
    await tx.update(gifts).set({ cancelledAt: now }).where(eq(gifts.id, id));
    return;
  }
  const [held] = await tx
    .select()
    .from(holdings)
    .where(and(eq(holdings.id, gift.subscriptionId ?? 0), eq(holdings.renews, false), eq(holdings.startedAt, gift.redeemedAt)))
    .for('update');
  if (held) await endAccess(tx, held, now);
}

/** Ends what somebody has, at once and by the publisher's will. What is over already stays as it ended. */
export async function endAccess(tx: Db, held: Holding, now: number): Promise<void> {
  if (!['active', 'cancelled', 'paused'].includes(held.status)) return;
  await tx
    .update(switches)
    .set({ status: 'cancelled', updatedAt: now })
    .where(and(eq(switches.subscriptionId, held.id), inArray(switches.status, ['pending', 'inprogress'])));
  const nothing = { nextPaymentAt: null, nextAttemptAt: null, graceEndsAt: null, pause: null, pendingSwitchId: null };
  await tx
    .update(holdings)
    .set({ ...nothing, status: 'terminated', endedAt: now, endReason: 'publisher' })
    .where(eq(holdings.id, held.id));
  const about = { ...aboutSubscription(held, now), reason: 'publisher' as const };
  await record(
    tx,
    held.offerId.startsWith('S')
      ? { ...about, type: 'subscriptionTerminated', data: { period: held.period, price: held.price } }
      : { ...about, subscriptionId: null, type: 'passExpired', data: { passId: held.id } },
  );
}
