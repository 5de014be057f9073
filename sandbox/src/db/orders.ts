import { and, eq, type InferSelectModel } from 'drizzle-orm';
import { Refusal, refusals } from '../refusal.js';
import { judgeCoupon } from '../rules/coupons.js';
import { priceOrder, type Discount } from '../rules/pricing.js';
import { taxRateOf } from '../rules/tax.js';
import { everHeld, findHolding } from './holdings.js';
import { findOffer, isBlocked, longId, priceOf, trialOf, type StoredOffer } from './offers.js';
import type { Db } from './open.js';
import { orders, payments } from './schema.js';

export type StoredOrder = InferSelectModel<typeof orders>;

/** An order lives a day (contract, 12.3). */
const ORDER_SECONDS = 86_400;

export interface NewOrder {
  customerId: number;
  publisherId: number;
  offerId: string;
  country: string;
  paymentMethodId: number;
  couponCode: string | null;
}

/** An offer that may be bought in a country, or the platform's refusal. */
export async function sellableOffer(db: Db, publisherId: number, offerId: string, country: string): Promise<StoredOffer> {
  const offer = await findOffer(db, offerId, country);
  if (!offer || offer.publisherId !== publisherId) throw new Refusal(422, `Offer ${offerId} doesn't exist`);
  if (!offer.active) throw new Refusal(422, 'Offer is inactive');
  if (isBlocked(offer, country)) throw new Refusal(422, `Offer is blocked for country ${country}`);
  return offer;
}

export async function createOrder(db: Db, input: NewOrder, now: number): Promise<StoredOrder> {
  const { customerId, publisherId, country } = input;
  const offer = await sellableOffer(db, publisherId, input.offerId, country);
  if (await findHolding(db, customerId, offer.id, now)) throw new Refusal(422, 'Access already granted');
  const priced = await price(db, { customerId, offer, couponCode: input.couponCode, taxRate: taxRateOf(country) });
  const [order] = await db
    .insert(orders)
    .values({
      publisherId,
      customerId,
      offerId: longId(offer, offer.here),
      country,
      currency: offer.here.currency,
      paymentMethodId: input.paymentMethodId,
      buyAsAGift: false,
      createdAt: now,
      expiresAt: now + ORDER_SECONDS,
      ...priced,
    })
    .returning();
  return order!;
}

/** Changes the payment method or the coupon of an open order and prices it anew. `couponCode: null` removes a coupon. */
export async function changeOrder(
  db: Db,
  order: StoredOrder,
  change: { paymentMethodId?: number | undefined; couponCode?: string | null | undefined },
): Promise<StoredOrder> {
  const offer = await findOffer(db, order.offerId, order.country);
  if (!offer) throw refusals.orderNotFound(order.id);
  const couponCode = change.couponCode === undefined ? order.couponCode : change.couponCode;
  const priced = await price(db, { customerId: order.customerId, offer, couponCode, taxRate: order.taxRate });
  const [changed] = await db
    .update(orders)
    .set({ ...priced, paymentMethodId: change.paymentMethodId ?? order.paymentMethodId })
    .where(eq(orders.id, order.id))
    .returning();
  return changed!;
}

interface Pricing {
  customerId: number;
  offer: StoredOffer;
  couponCode: string | null;
  taxRate: number;
}

async function price(db: Db, { customerId, offer, couponCode, taxRate }: Pricing) {
  const discount = await discountOf(db, customerId, offer, couponCode);
  const breakdown = priceOrder(priceOf(offer.here), taxRate, discount);
  const free = offer.here.price === 0;
  return {
    couponCode,
    taxRate,
    discountType: discount.type === 'none' ? ('' as const) : discount.type,
    discountPeriods: discount.type === 'coupon' ? discount.periods : discount.type === 'trial' ? 1 : 0,
    requiredPaymentDetails: !free && !(discount.type === 'coupon' && breakdown.total === 0 && !discount.paymentDetailsRequired),
    offerPrice: breakdown.offerPrice,
    discountAmount: breakdown.discount,
    taxAmount: breakdown.tax,
    total: breakdown.total,
  };
}

type OrderDiscount = Exclude<Discount, { type: 'coupon' }> | (Extract<Discount, { type: 'coupon' }> & { paymentDetailsRequired: boolean });

/** A coupon replaces a trial (contract, 12.35); a trial is given once. */
async function discountOf(db: Db, customerId: number, offer: StoredOffer, couponCode: string | null): Promise<OrderDiscount> {
  if (couponCode) {
    const verdict = judgeCoupon(couponCode);
    if (!verdict.ok) throw new Refusal(422, verdict.text);
    return { type: 'coupon', ...verdict.coupon };
  }
  return trialOf(offer) && !(await everHeld(db, customerId, offer.id)) ? { type: 'trial' } : { type: 'none' };
}

/** An order a customer can still work with: open, not expired, their own. Everything else is "not found" (contract, 11.2). */
export async function openOrder(db: Db, id: number, customerId: number, now: number): Promise<StoredOrder> {
  const order = await ownOrder(db, id, customerId);
  if (order.expiresAt <= now || (await paymentOf(db, id))) throw refusals.orderNotFound(id);
  return order;
}

export async function ownOrder(db: Db, id: number, customerId: number): Promise<StoredOrder> {
  const [order] = await db
    .select()
    .from(orders)
    .where(and(eq(orders.id, id), eq(orders.customerId, customerId)));
  if (!order) throw refusals.orderNotFound(id);
  return order;
}

export async function paymentOf(db: Db, orderId: number) {
  const [payment] = await db.select().from(payments).where(eq(payments.orderId, orderId));
  return payment;
}
