import { and, eq, type InferSelectModel } from 'drizzle-orm';
import type { CardData } from '../psp/store.js';
import { divideRounded } from '../rules/money.js';
import { addPeriod, periodName } from '../rules/periods.js';
import { splitPrice } from '../rules/pricing.js';
import { firstTerm } from '../rules/subscriptions.js';
import { findOffer, periodOf, priceOf, trialOf, type StoredOffer } from './offers.js';
import { paymentOf, type StoredOrder } from './orders.js';
import type { Db } from './open.js';
import { holdings, orders, paymentDetails, payments } from './schema.js';

export type StoredPayment = InferSelectModel<typeof payments>;

export interface Settlement {
  gateway: string;
  method: string;
  externalId: string;
  /** What the payment details show; absent for purchases without any. */
  params?: Record<string, string>;
}

export const cardParams = (card: CardData): Record<string, string> => ({
  ...card,
  socialSecurityNumber: '',
  merchantAccount: 'SandboxMerchant',
});

/**
 * Takes the money of an order and hands over what was bought, once: a second call, at the same time or later, answers with the same payment.
 */
export async function settle(db: Db, order: StoredOrder, how: Settlement, now: number): Promise<StoredPayment> {
  return db.transaction(async (tx) => {
    await tx.select({ id: orders.id }).from(orders).where(eq(orders.id, order.id)).for('update');
    const paid = await paymentOf(tx, order.id);
    if (paid) return paid;
    const offer = await findOffer(tx, order.offerId, order.country);
    if (!offer) throw new Error(`Order ${order.id} names an offer that is gone: ${order.offerId}`);
    const detailsId = how.params ? await replaceDetails(tx, order, how, how.params) : null;
    const [payment] = await tx
      .insert(payments)
      .values({
        orderId: order.id,
        customerId: order.customerId,
        status: 'captured',
        total: order.total,
        tax: order.taxAmount,
        currency: order.currency,
        country: order.country,
        gateway: how.gateway,
        method: how.method,
        externalId: how.externalId,
        couponCode: order.couponCode,
        offerType: offerTypeOf(offer),
        paymentDetailsId: detailsId,
        createdAt: now,
        operation: order.total === 0 ? 'initial-free-transaction' : 'initial-payment',
      })
      .returning();
    await tx.insert(holdings).values(holdingOf(order, offer, how, now));
    return payment!;
  });
}

/** New payment details become the active ones; the older stay, inactive (contract, 11.6). */
async function replaceDetails(db: Db, order: StoredOrder, how: Settlement, params: Record<string, string>): Promise<number> {
  await db
    .update(paymentDetails)
    .set({ active: false })
    .where(and(eq(paymentDetails.customerId, order.customerId), eq(paymentDetails.active, true)));
  const [row] = await db
    .insert(paymentDetails)
    .values({
      customerId: order.customerId,
      paymentMethodId: order.paymentMethodId,
      gateway: how.gateway,
      method: how.method,
      params,
      active: true,
    })
    .returning({ id: paymentDetails.id });
  return row!.id;
}

function holdingOf(order: StoredOrder, offer: StoredOffer, how: Settlement, now: number) {
  const period = periodOf(offer);
  const { gross } = splitPrice(priceOf(offer.here), order.taxRate);
  const common = {
    publisherId: order.publisherId,
    customerId: order.customerId,
    offerId: order.offerId,
    offerTitle: offer.here.title,
    status: 'active' as const,
    startedAt: now,
    periodStartedAt: now,
    periodPaid: order.total,
    currency: order.currency,
    country: order.country,
    taxRate: order.taxRate,
    period: periodName(offer.letter, period),
    gateway: how.gateway,
    method: how.method,
    externalPaymentId: how.externalId,
  };
  if (offer.letter !== 'S' || !period) {
    return {
      ...common,
      renews: false,
      price: order.total,
      expiresAt: offer.expiresAt ?? offer.endsAt ?? (period && addPeriod(now, period)),
    };
  }
  // A coupon for several periods also lowers the next payment.
  const off =
    order.discountType === 'coupon' && order.discountPeriods > 1 ? divideRounded(gross * order.discountAmount, order.offerPrice) : 0;
  return { ...common, renews: true, price: gross - off, ...firstTerm(now, period, order.discountType === 'trial' ? trialOf(offer) : null) };
}

export function offerTypeOf(offer: { letter: string }): string {
  return { S: 'subscription', P: 'pass', E: 'live', R: 'rental', A: 'single' }[offer.letter] ?? 'subscription';
}
