import { and, eq, notInArray, type InferSelectModel } from 'drizzle-orm';
import type { Place } from '../geo.js';
import { ORDER_SECONDS, TRIAL_PERIODS } from '../inferences.js';
import { refusals, refuse } from '../refusal.js';
import { mayBeDelivered, mayBeGift } from '../rules/gifts.js';
import { priceOrder, type Discount } from '../rules/pricing.js';
import { taxRateOf } from '../rules/tax.js';
import { campaignOf } from './campaigns.js';
import { usableCampaign } from './coupons.js';
import { everHeld, findHolding } from './holdings.js';
import { endOf, findOffer, isBlocked, isSold, longId, periodOf, priceAt, trialOf, type StoredOffer, type Viewpoint } from './offers.js';
import type { Db } from './open.js';
import { orders, paymentMethods, payments, publishers } from './schema.js';

export type StoredOrder = InferSelectModel<typeof orders>;
export type Delivery = NonNullable<StoredOrder['delivery']>;

export interface NewOrder {
  customerId: number;
  publisherId: number;
  offerId: string;
  /** Where the customer says to be; else where the request came from. */
  country: string | undefined;
  currency: string | undefined;
  place: Place;
  paymentMethodId: number;
  couponCode: string | null;
  buyAsAGift: boolean;
  delivery: Delivery | null;
}

/** What may be changed of an open order; what is absent stays. */
export interface OrderChange {
  paymentMethodId?: number | undefined;
  /** Null takes a coupon off. */
  couponCode?: string | null | undefined;
  buyAsAGift?: boolean | undefined;
  delivery?: Delivery | undefined;
}

/** An offer that may be bought from somewhere, or the platform's refusal. */
export async function sellableOffer(db: Db, publisherId: number, offerId: string, from: Viewpoint, now: number): Promise<StoredOffer> {
  const offer = await findOffer(db, offerId, from);
  if (!offer || offer.publisherId !== publisherId) throw refusals.unknownOffer(offerId);
  if (!isSold(offer, now)) throw refusals.inactiveOffer();
  return offer;
}

/** @throws when the offer, or everything of its publisher, is not sold in a country */
export async function refuseBlocked(db: Db, offer: StoredOffer, country: string): Promise<void> {
  if (isBlocked(offer, country) || (await servesNot(db, offer.publisherId, country))) throw refusals.blockedOffer(country);
}

export async function servesNot(db: Db, publisherId: number, country: string): Promise<boolean> {
  const [publisher] = await db.select().from(publishers).where(eq(publishers.id, publisherId));
  return publisher?.blockedCountries.includes(country) ?? false;
}

export async function createOrder(db: Db, input: NewOrder, now: number): Promise<StoredOrder> {
  const { customerId, publisherId, currency, place, couponCode, buyAsAGift, delivery, paymentMethodId } = input;
  const viewpoint = { country: input.country, currency, located: place.country };
  const offer = await sellableOffer(db, publisherId, input.offerId, viewpoint, now);
  const chosenByCurrency = currency !== place.currency && currency === offer.here.currency;
  const country = input.country ?? (chosenByCurrency ? offer.here.country : place.country);
  await refuseBlocked(db, offer, country);
  const draft = { publisherId, customerId, couponCode, buyAsAGift, delivery, paymentMethodId, taxRate: taxRateOf(country) };
  const terms = await termsOf(db, offer, draft, now);
  const [order] = await db
    .insert(orders)
    .values({
      ...terms,
      offerId: longId(offer, offer.here),
      country,
      currency: offer.here.currency,
      createdAt: now,
      // What is over can no longer be paid for.
      expiresAt: Math.min(now + ORDER_SECONDS, endOf(offer) ?? Infinity),
    })
    .returning();
  return order!;
}

/** Changes an open order and prices it anew. */
export async function changeOrder(db: Db, id: number, customerId: number, change: OrderChange, now: number): Promise<StoredOrder> {
  return db.transaction(async (tx) => {
    // A payment of the same order waits, or is seen here.
    await tx.select({ id: orders.id }).from(orders).where(eq(orders.id, id)).for('update');
    const order = await openOrder(tx, id, customerId, now);
    const offer = await findOffer(tx, order.offerId, order.country);
    if (!offer) throw refusals.orderNotFound(id);
    const draft = {
      publisherId: order.publisherId,
      customerId,
      taxRate: order.taxRate,
      paymentMethodId: change.paymentMethodId ?? order.paymentMethodId,
      couponCode: change.couponCode === undefined ? order.couponCode : change.couponCode,
      buyAsAGift: change.buyAsAGift ?? order.buyAsAGift,
      delivery: change.delivery ?? order.delivery,
    };
    const [changed] = await tx
      .update(orders)
      .set(await termsOf(tx, offer, draft, now, order))
      .where(eq(orders.id, id))
      .returning();
    return changed!;
  });
}

/** What a customer has chosen of an order. */
type Draft = Pick<StoredOrder, 'publisherId' | 'customerId' | 'couponCode' | 'buyAsAGift' | 'delivery' | 'paymentMethodId' | 'taxRate'>;

/** Checks what was chosen and prices it. @param before the order as it was: its coupon has been judged */
async function termsOf(db: Db, offer: StoredOffer, draft: Draft, now: number, before?: StoredOrder) {
  if (draft.buyAsAGift) {
    if (!mayBeGift(offer, periodOf(offer))) throw refuse('Offer cannot be bought as a gift');
    if (draft.delivery && draft.delivery !== before?.delivery && !mayBeDelivered(draft.delivery.deliveryDate, now)) {
      throw refuse('Invalid param deliveryDetails.deliveryDate: the day has passed');
    }
  } else if (await findHolding(db, draft.customerId, offer.id, now)) {
    throw refusals.accessGranted();
  }
  const feeRate = await feeRateOf(db, draft.publisherId, draft.paymentMethodId);
  const discount = await discountOf(db, offer, draft, now, draft.couponCode === (before?.couponCode ?? null));
  const breakdown = priceOrder(priceAt(offer.here, now), draft.taxRate, discount.now, feeRate);
  const { offerPrice, discount: discountAmount, tax: taxAmount, fee: methodFee, total } = breakdown;
  const { type, periods, detailsRequired } = discount;
  return {
    ...draft,
    discountType: type,
    discountPeriods: periods,
    requiredPaymentDetails: offer.here.price > 0 && (total > 0 || detailsRequired),
    offerPrice,
    discountAmount,
    taxAmount,
    methodFee,
    total,
  };
}

async function feeRateOf(db: Db, publisherId: number, id: number): Promise<number> {
  if (id === 0) return 0;
  const [method] = await enabledMethods(db, publisherId, id);
  if (!method) throw refuse(`Payment method ${id} not found`);
  return method.feeRate;
}

/** The payment methods a publisher offers on the web. */
export const enabledMethods = (db: Db, publisherId: number, id?: number) =>
  db
    .select()
    .from(paymentMethods)
    .where(
      and(
        eq(paymentMethods.publisherId, publisherId),
        eq(paymentMethods.enabled, true),
        ...(id === undefined ? [] : [eq(paymentMethods.id, id)]),
      ),
    )
    .orderBy(paymentMethods.id);

interface OrderDiscount {
  type: '' | 'trial' | 'coupon';
  periods: number;
  /** What it takes off today. */
  now: Discount;
  detailsRequired: boolean;
}

/** A coupon replaces a trial (contract, 12.35). A trial is given once, and not away. @param kept the coupon was judged when it was put on */
async function discountOf(db: Db, offer: StoredOffer, draft: Draft, now: number, kept: boolean): Promise<OrderDiscount> {
  const { publisherId, customerId, couponCode, buyAsAGift } = draft;
  if (couponCode !== null) {
    const target = { on: 'order', offerId: longId(offer, offer.here), tags: offer.tags } as const;
    const known = kept ? await campaignOf(db, publisherId, couponCode) : undefined;
    const campaign = known ?? (await usableCampaign(db, publisherId, couponCode, target, now));
    const { rate, appliedPeriods: periods, firstPeriod, paymentDetailsRequired } = campaign;
    return { type: 'coupon', periods, now: { type: 'coupon', rate, periods, firstPeriod }, detailsRequired: paymentDetailsRequired };
  }
  const trial = !buyAsAGift && trialOf(offer) !== null && !(await everHeld(db, customerId, offer.id));
  return trial
    ? { type: 'trial', periods: TRIAL_PERIODS, now: { type: 'trial' }, detailsRequired: true }
    : { type: '', periods: 0, now: { type: 'none' }, detailsRequired: true };
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

/** What an order was paid with, or is being paid with; an attempt that failed leaves it open. */
export async function paymentOf(db: Db, orderId: number) {
  const counts = notInArray(payments.status, ['rejected', 'cancelled']);
  const [payment] = await db
    .select()
    .from(payments)
    .where(and(eq(payments.orderId, orderId), counts));
  return payment;
}
