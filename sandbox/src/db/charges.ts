import { and, desc, eq, gt, ne } from 'drizzle-orm';
import { surroundingsOf } from '../lifecycle/renewals.js';
import { cycleOf, refusalOf } from '../rules/dunning.js';
import type { Breakdown } from '../rules/pricing.js';
import { splitGross } from '../rules/tax.js';
import { write, type NewTransaction } from './books.js';
import { record } from './events.js';
import type { Holding } from './holdings.js';
import type { Db } from './open.js';
import { offerTypeOf } from './purchase.js';
import { payments, transactions } from './schema.js';
import { aboutSubscription } from './subscriptions.js';

/** What money is taken for. */
export interface Charge {
  kind: 'renewal' | 'switch';
  price: Breakdown;
  /** The subscription that begins with this payment; a refusal is the old one's. */
  becoming?: Holding;
}

/** How a charge went; with what it was paid, where it was taken. */
export type Charged = { ok: true; gateway: string; method: string } | { ok: false; reason: string };

/** What a customer pays with now, and what paying with it costs in basis points. */
export async function payingWith(db: Db, customerId: number) {
  const around = await surroundingsOf(db, [customerId]);
  const details = around.details(customerId);
  return { details, feeRate: around.feeRate(details?.paymentMethodId ?? null) };
}

/**
 * Takes money for a subscription by what the customer pays with, and writes down what happened: payment, transaction and event, or, for a
 * refusal, the rejected payment and its event. What costs nothing needs nothing to pay with, and is written down all the same.
 */
export async function charge(tx: Db, payer: Holding, { kind, price, becoming }: Charge, now: number): Promise<Charged> {
  const { details } = await payingWith(tx, payer.customerId);
  const reason = price.total > 0 ? refusalOf(details, now) : undefined;
  const held = reason === undefined ? (becoming ?? payer) : payer;
  const paidBy = { gateway: details?.gateway ?? held.gateway, method: details?.method ?? held.method };
  const payment = {
    orderId: null,
    subscriptionId: held.id,
    customerId: held.customerId,
    total: price.total,
    tax: price.tax,
    methodFee: price.fee,
    currency: held.currency,
    country: held.country,
    ...paidBy,
    couponCode: price.discount > 0 ? held.couponCode : null,
    offerType: offerTypeOf({ letter: held.offerId.charAt(0) }),
    paymentDetailsId: details?.id ?? null,
    operation: 'recurring-payment' as const,
    createdAt: now,
  };
  const about = { ...aboutSubscription(held, now), ...paidBy, amount: price.total };
  if (reason !== undefined) {
    await write(tx, [
      {
        at: now,
        payment: { ...payment, status: 'rejected', externalId: '', rejectedReason: reason },
        events: ({ paymentId }) => [{ ...about, type: 'paymentRefused', data: { kind, paymentId, rejectedReason: reason } }],
      },
    ]);
    return { ok: false, reason };
  }
  const discounted = price.discount > 0;
  await write(tx, [
    {
      at: now,
      payment: { ...payment, status: 'captured' },
      transaction: {
        ...lineOf(held, now),
        kind,
        priceExclTax: price.total - price.tax,
        tax: price.tax,
        priceInclTax: price.total,
        discount: price.discount,
        discountRate: discounted ? held.couponRate : 0,
        couponCode: discounted ? held.couponCode : null,
        paymentMethod: paidBy.method,
      },
      events: ({ paymentId, transactionId }) => [
        { ...about, type: 'transactionCreated', data: { kind, transactionId, paymentId, tax: price.tax } },
      ],
    },
  ]);
  return { ok: true, ...paidBy };
}

/** Gives back money that was taken for a subscription: a negative transaction, and a mark on the payment it came from. */
export async function refund(tx: Db, held: Holding, amount: number, reason: string, now: number): Promise<void> {
  const paymentId = await lastPaymentOf(tx, held);
  if (paymentId !== null) {
    const [payment] = await tx.select().from(payments).where(eq(payments.id, paymentId));
    const refundedAmount = payment!.refundedAmount + amount;
    await tx
      .update(payments)
      .set({ refundedAmount, refundedReason: reason, ...(refundedAmount >= payment!.total ? { status: 'refunded' as const } : {}) })
      .where(eq(payments.id, paymentId));
  }
  const { net, tax } = splitGross(amount, held.currency, held.taxRate);
  const back = { priceExclTax: 0 - net, tax: 0 - tax, priceInclTax: 0 - amount, paymentMethod: held.method };
  const [row] = await tx
    .insert(transactions)
    .values({ ...lineOf(held, now), ...back, kind: 'refund', paymentId })
    .returning({ id: transactions.id });
  await record(tx, {
    ...aboutSubscription(held, now),
    type: 'refundPayment',
    amount: 0 - amount,
    data: { kind: 'refund', transactionId: `T${row!.id}`, paymentId, tax: 0 - tax, reason },
  });
}

async function lastPaymentOf(tx: Db, held: Holding): Promise<number | null> {
  const ofThis = and(eq(transactions.targetType, 'subscriptionId'), eq(transactions.targetId, held.id));
  const [paid] = await tx
    .select({ paymentId: transactions.paymentId })
    .from(transactions)
    .where(and(ofThis, ne(transactions.kind, 'refund'), gt(transactions.priceInclTax, 0)))
    .orderBy(desc(transactions.date), desc(transactions.id))
    .limit(1);
  return paid?.paymentId ?? null;
}

/** What every line about a subscription says in the list of purchases. */
function lineOf(held: Holding, date: number): Omit<NewTransaction, 'kind' | 'priceExclTax' | 'tax' | 'priceInclTax' | 'paymentMethod'> {
  return {
    publisherId: held.publisherId,
    customerId: held.customerId,
    date,
    offerId: held.offerId,
    offerTitle: held.offerTitle,
    offerType: offerTypeOf({ letter: held.offerId.charAt(0) }),
    offerPeriod: cycleOf(held.period),
    offerPrice: splitGross(held.price, held.currency, held.taxRate).net,
    offerCurrency: held.currency,
    currency: held.currency,
    taxRate: held.taxRate,
    country: held.country,
    targetType: 'subscriptionId',
    targetId: held.id,
  };
}
