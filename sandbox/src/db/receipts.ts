import { and, eq, type InferInsertModel, type InferSelectModel } from 'drizzle-orm';
import { RECEIPT_SECONDS } from '../inferences.js';
import { refuse } from '../refusal.js';
import { priceOrder, type Discount } from '../rules/pricing.js';
import { isValidReceipt, referenceOf, type Receipt, type Store } from '../rules/receipts.js';
import { taxRateOf } from '../rules/tax.js';
import { write } from './books.js';
import { campaignOf } from './campaigns.js';
import { usableCampaign } from './coupons.js';
import { findOffer, longId, priceAt } from './offers.js';
import type { Db } from './open.js';
import { refuseBlocked, sellableOffer } from './orders.js';
import { holdingOf, purchaseEntry, type Sale } from './sale.js';
import { couponUses, customers, holdings, paymentDetails, publishers, receipts } from './schema.js';

export type StoredReceipt = InferSelectModel<typeof receipts>;

/** What an app hands in. */
export interface NewReceipt {
  customerId: number;
  publisherId: number;
  store: Store;
  offerId: string;
  receipt: Receipt;
  country: string;
  couponCode: string | null;
}

/** These stores sell subscriptions only. */
const ONLY_SUBSCRIPTIONS = new Set<Store>(['roku', 'amazon']);

/** Takes a receipt in; it is validated later. A coupon counts on Android only, for introductory offers. */
export async function receive(db: Db, { receipt, ...claim }: NewReceipt, now: number): Promise<void> {
  const { publisherId, offerId, country, store } = claim;
  const offer = await sellableOffer(db, publisherId, offerId, { country }, now);
  await refuseBlocked(db, offer, country);
  if (ONLY_SUBSCRIPTIONS.has(store) && offer.letter !== 'S') throw refuse(`Offer ${offerId} is no subscription`);
  const couponCode = store === 'android' ? claim.couponCode : null;
  if (couponCode !== null) await usableCampaign(db, publisherId, couponCode, { on: 'order', offerId, tags: offer.tags }, now);
  await db.insert(receipts).values({
    ...claim,
    couponCode,
    reference: referenceOf(store, receipt),
    receipt: receipt as InferInsertModel<typeof receipts>['receipt'],
    status: 'received',
    dueAt: now + RECEIPT_SECONDS,
  });
}

/** Validates a receipt: what was bought is the customer's, managed by the store. The same purchase counts once, whoever hands it in. */
export async function validate(tx: Db, claim: StoredReceipt): Promise<void> {
  const used = await tx
    .select({ id: receipts.id })
    .from(receipts)
    .where(and(eq(receipts.store, claim.store), eq(receipts.reference, claim.reference), eq(receipts.status, 'accepted')));
  const holdingId = used.length === 0 && isValidReceipt(claim.store, claim.receipt) ? await handOver(tx, claim) : null;
  const status = holdingId === null ? 'refused' : 'accepted';
  await tx.update(receipts).set({ status, holdingId }).where(eq(receipts.id, claim.id));
}

async function handOver(tx: Db, claim: StoredReceipt): Promise<number | null> {
  const { publisherId, customerId, store, couponCode, country, dueAt: now } = claim;
  const offer = await findOffer(tx, claim.offerId, country);
  const [party] = await tx
    .select({ recipient: customers.email, publisher: publishers.name })
    .from(customers)
    .innerJoin(publishers, eq(publishers.id, customers.publisherId))
    .where(eq(customers.id, customerId));
  if (!offer || !party) return null;
  const campaign = couponCode === null ? undefined : await campaignOf(tx, publisherId, couponCode);
  const { rate = 0, appliedPeriods: periods = 0, firstPeriod = true } = campaign ?? {};
  const discount: Discount = campaign ? { type: 'coupon', rate, periods, firstPeriod } : { type: 'none' };
  const taxRate = taxRateOf(country);
  const price = priceOrder(priceAt(offer.here, now), taxRate, discount);
  const sale: Sale = {
    orderId: null,
    publisherId,
    customerId,
    offerId: longId(offer, offer.here),
    country,
    currency: offer.here.currency,
    couponCode,
    discountType: campaign ? 'coupon' : '',
    discountPeriods: periods,
    buyAsAGift: false,
    offerPrice: price.offerPrice,
    discountAmount: price.discount,
    taxAmount: price.tax,
    methodFee: 0,
    serviceFee: 0,
    total: price.total,
    taxRate,
  };
  const how = { gateway: store, method: store, externalId: claim.reference.slice(0, 100), store };
  const [held] = await tx
    .insert(holdings)
    .values(holdingOf(sale, offer, how, campaign, now))
    .returning({ id: holdings.id });
  const details = { customerId, paymentMethodId: null, gateway: store, method: store, params: {}, active: false, bound: true };
  await tx.insert(paymentDetails).values(details);
  const targetType = offer.letter === 'S' ? ('subscriptionId' as const) : ('passId' as const);
  const bought = { targetType, targetId: held!.id };
  await write(tx, [purchaseEntry({ sale, offer, how, bought, details: null, campaign, receipt: party }, now)]);
  if (campaign && couponCode !== null) {
    const code = couponCode.trim().toUpperCase();
    await tx.insert(couponUses).values({ publisherId, code, campaignId: campaign.id, customerId, subscriptionId: held!.id, usedAt: now });
  }
  return held!.id;
}
