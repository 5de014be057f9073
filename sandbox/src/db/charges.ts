import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import { surroundingsOf } from '../lifecycle/renewals.js';
import { cycleOf, refusalOf } from '../rules/dunning.js';
import type { Breakdown } from '../rules/pricing.js';
import { splitGross } from '../rules/tax.js';
import { write, type NewTransaction } from './books.js';
import { record } from './events.js';
import type { Holding } from './holdings.js';
import type { Db } from './open.js';
import { offerTypeOf, type StoredPayment } from './purchase.js';
import { payments, switches, transactions } from './schema.js';
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

/**
 * Gives back money that was taken for a subscription, or for those it was exchanged from: the newest payment first, and never more than it took.
 * For each payment there is a negative transaction, and a mark on the payment.
 */
export async function refund(tx: Db, held: Holding, amount: number, reason: string, now: number): Promise<void> {
  let left = amount;
  for (const payment of await paymentsFor(tx, held.id)) {
    const part = Math.min(left, payment.total - payment.refundedAmount);
    if (part > 0) await giveBack(tx, held, payment, part, reason, now);
    left -= part;
  }
}

async function giveBack(tx: Db, held: Holding, payment: StoredPayment, amount: number, reason: string, now: number): Promise<void> {
  const refundedAmount = payment.refundedAmount + amount;
  const status = refundedAmount === payment.total ? 'refunded' : payment.status;
  await tx.update(payments).set({ refundedAmount, refundedReason: reason, status }).where(eq(payments.id, payment.id));
  const { net, tax } = splitGross(amount, held.currency, held.taxRate);
  const back = { priceExclTax: 0 - net, tax: 0 - tax, priceInclTax: 0 - amount, paymentMethod: payment.method };
  const [row] = await tx
    .insert(transactions)
    .values({ ...lineOf(held, now), ...back, kind: 'refund', paymentId: payment.id })
    .returning({ id: transactions.id });
  await record(tx, {
    ...aboutSubscription(held, now),
    type: 'refundPayment',
    amount: 0 - amount,
    gateway: payment.gateway,
    data: { kind: 'refund', transactionId: `T${row!.id}`, paymentId: payment.id, tax: 0 - tax, reason },
  });
}

/** What was paid for a subscription and for those it was exchanged from, newest first. */
async function paymentsFor(tx: Db, subscriptionId: number): Promise<StoredPayment[]> {
  const ids = [subscriptionId];
  for (let last: number | undefined = subscriptionId; last !== undefined;) {
    const [from] = await tx.select({ id: switches.subscriptionId }).from(switches).where(eq(switches.newSubscriptionId, last));
    last = from?.id;
    if (last !== undefined) ids.push(last);
  }
  const rows = await tx
    .select({ payment: payments })
    .from(transactions)
    .innerJoin(payments, eq(payments.id, transactions.paymentId))
    .where(and(eq(transactions.targetType, 'subscriptionId'), inArray(transactions.targetId, ids), ne(transactions.kind, 'refund')))
    .orderBy(desc(transactions.date), desc(transactions.id));
  return rows.map(({ payment }) => payment);
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
