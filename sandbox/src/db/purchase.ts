import { eq, type InferSelectModel } from 'drizzle-orm';
import type { CardData } from '../psp/store.js';
import { write, type Entry } from './books.js';
import { campaignOf, type Campaign } from './campaigns.js';
import { replaceDetails } from './details.js';
import { createGift } from './gift-purchase.js';
import { findOffer, type StoredOffer } from './offers.js';
import { paymentOf, type StoredOrder } from './orders.js';
import type { Db } from './open.js';
import { holdingOf, purchaseEntry, type Bought, type Settlement } from './sale.js';
import { couponUses, customers, holdings, orders, payments, publishers } from './schema.js';

export type { Settlement } from './sale.js';
export { offerTypeOf } from './sale.js';

export type StoredPayment = InferSelectModel<typeof payments>;

export const cardParams = (card: CardData): Record<string, string> => ({
  ...card,
  socialSecurityNumber: '',
  merchantAccount: 'SandboxMerchant',
});

/**
 * Takes the money of an order and hands over what was bought, once: a second call, at the same time or later, answers with the same payment.
 * @param authorised the payment of the order that was promised before, and is taken now
 */
export async function settle(db: Db, order: StoredOrder, how: Settlement, now: number, authorised?: number): Promise<StoredPayment> {
  return db.transaction(async (tx) => {
    await tx.select({ id: orders.id }).from(orders).where(eq(orders.id, order.id)).for('update');
    const paid = await paymentOf(tx, order.id);
    if (paid && (paid.id !== authorised || paid.status !== 'authorized')) return paid;
    const offer = await findOffer(tx, order.offerId, order.country);
    if (!offer) throw new Error(`Order ${order.id} names an offer that is gone: ${order.offerId}`);
    const campaign = order.couponCode === null ? undefined : await campaignOf(tx, order.publisherId, order.couponCode);
    const sale = { ...order, orderId: order.id };
    const bought = await handOver(tx, order, offer, how, campaign, now);
    const details = bought.targetType === 'giftId' ? null : await storeDetails(tx, order, how);
    const receipt = await receiptFor(tx, order);
    const entry = purchaseEntry({ sale, offer, how, bought, details, campaign, receipt }, now);
    const [paymentId] = await write(tx, [authorised === undefined ? entry : await takePromised(tx, entry, authorised)]);
    if (campaign && order.couponCode !== null) await useCoupon(tx, order, order.couponCode, campaign, bought, now);
    const [payment] = await tx.select().from(payments).where(eq(payments.id, paymentId!));
    return payment!;
  });
}

/** The payment is there already: it is taken. */
async function takePromised(tx: Db, { payment, ...entry }: Entry, paymentId: number): Promise<Entry> {
  await tx
    .update(payments)
    .set({ status: 'captured', subscriptionId: payment?.subscriptionId ?? null, paymentDetailsId: payment?.paymentDetailsId ?? null })
    .where(eq(payments.id, paymentId));
  return { ...entry, paymentId };
}

async function handOver(
  db: Db,
  order: StoredOrder,
  offer: StoredOffer,
  how: Settlement,
  campaign: Campaign | undefined,
  now: number,
): Promise<Bought> {
  if (order.buyAsAGift) return { targetType: 'giftId', targetId: await createGift(db, order, now) };
  const [holding] = await db
    .insert(holdings)
    .values(holdingOf({ ...order, orderId: order.id }, offer, how, campaign, now))
    .returning({ id: holdings.id });
  return { targetType: offer.letter === 'S' ? 'subscriptionId' : 'passId', targetId: holding!.id };
}

/** A gift is paid once: what it was paid with pays for nothing else. Everything else is kept for later. */
async function storeDetails(db: Db, order: StoredOrder, how: Settlement) {
  if (how.detailsId !== undefined) return { id: how.detailsId, added: false };
  if (!how.params) return null;
  const { gateway, method, params, renewals = 'accepted' } = how;
  const { customerId, paymentMethodId } = order;
  return { id: await replaceDetails(db, { customerId, paymentMethodId, gateway, method, params, renewals }), added: true };
}

async function receiptFor(db: Db, order: StoredOrder) {
  const [row] = await db
    .select({ recipient: customers.email, publisher: publishers.name })
    .from(customers)
    .innerJoin(publishers, eq(publishers.id, customers.publisherId))
    .where(eq(customers.id, order.customerId));
  if (!row) throw new Error(`Order ${order.id} is of a customer who is gone: ${order.customerId}`);
  return row;
}

async function useCoupon(db: Db, order: StoredOrder, code: string, campaign: Campaign, bought: Bought, now: number): Promise<void> {
  await db.insert(couponUses).values({
    publisherId: order.publisherId,
    code: code.trim().toUpperCase(),
    campaignId: campaign.id,
    customerId: order.customerId,
    orderId: order.id,
    subscriptionId: bought.targetType === 'subscriptionId' ? bought.targetId : null,
    usedAt: now,
  });
}
