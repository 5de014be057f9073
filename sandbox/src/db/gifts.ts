import { and, eq, isNull, type InferSelectModel } from 'drizzle-orm';
import { GIFT_PAID_BY } from '../inferences.js';
import { notFound, refuse } from '../refusal.js';
import { isEditable, judgeGift, type GiftVerdict } from '../rules/gifts.js';
import { isOnTrial } from '../rules/lifecycle.js';
import { addPeriod, periodName, SEASON_END, type Period } from '../rules/periods.js';
import { splitPrice } from '../rules/pricing.js';
import { taxRateOf } from '../rules/tax.js';
import { record } from './events.js';
import type { Holding } from './holdings.js';
import { send } from './mails.js';
import { findOffer, isBlocked, periodOf, priceOf, shortId, type StoredOffer } from './offers.js';
import type { Db } from './open.js';
import { servesNot, type Delivery } from './orders.js';
import { gifts, holdings, publishers } from './schema.js';
import { isBusy, subscriptionsOf } from './subscriptions.js';

export type StoredGift = InferSelectModel<typeof gifts>;

/** A gift of the customer who bought it. */
export async function ownGift(db: Db, id: number, buyerId: number): Promise<StoredGift> {
  const [gift] = await db
    .select()
    .from(gifts)
    .where(and(eq(gifts.id, id), eq(gifts.buyerId, buyerId)));
  if (!gift) throw notFound('Gift', id);
  return gift;
}

export async function changeDelivery(db: Db, id: number, buyerId: number, delivery: Delivery, now: number): Promise<StoredGift> {
  return db.transaction(async (tx) => {
    await tx.select({ id: gifts.id }).from(gifts).where(eq(gifts.id, id)).for('update');
    const gift = await ownGift(tx, id, buyerId);
    if (gift.cancelledAt !== null || !isEditable(gift, now)) throw refuse('The gift can no longer be changed');
    if (!isEditable({ ...gift, deliveryDate: delivery.deliveryDate }, now)) {
      throw refuse('Invalid param deliveryDetails.deliveryDate: it must be a day after today');
    }
    const [changed] = await tx.update(gifts).set(delivery).where(eq(gifts.id, id)).returning();
    return changed!;
  });
}

/** Who wants to redeem a gift, and from where. */
export interface Recipient {
  customerId: number;
  publisherId: number;
  country: string;
}

interface Redemption {
  gift: StoredGift;
  offer: StoredOffer;
  period: Period;
  match: Holding | undefined;
  verdict: GiftVerdict;
}

/** A gift with what redeeming it did. */
export type Redeemed = Pick<Redemption, 'gift' | 'verdict'>;

/** What redeeming a gift would do for a recipient. @throws when there is no such code */
export async function verifyGift(db: Db, code: string, recipient: Recipient, now: number): Promise<Redemption> {
  const [gift] = await db
    .select()
    .from(gifts)
    .where(and(eq(gifts.publisherId, recipient.publisherId), eq(gifts.code, code.trim().toUpperCase()), isNull(gifts.cancelledAt)));
  const offer = gift && (await findOffer(db, gift.offerId, recipient.country));
  const period = offer && periodOf(offer);
  if (!gift || !offer || !period) throw notFound('Gift', code);
  const matches = await matchesOf(db, recipient.customerId, gift.offerId, now);
  const verdict = judgeGift({
    redeemed: gift.redeemedAt !== null,
    offerActive: offer.active,
    offerBlocked: isBlocked(offer, recipient.country),
    publisherBlocked: await servesNot(db, recipient.publisherId, recipient.country),
    matches: matches.map((held) => ({ id: held.id, external: held.store !== null, renewing: isBusy(held, now) })),
  });
  return { gift, offer, period, match: matches[0], verdict };
}

/** The recipient's subscriptions to the same offer, in any country. */
const matchesOf = async (db: Db, customerId: number, offerId: string, now: number): Promise<Holding[]> =>
  (await subscriptionsOf(db, customerId, now)).filter((held) => shortId(held.offerId) === shortId(offerId));

/** Gives the recipient what the gift is for, once: a new subscription, or more time of the one they have. */
export async function redeemGift(db: Db, code: string, recipient: Recipient, now: number): Promise<Redeemed> {
  return db.transaction(async (tx) => {
    await tx.select({ id: gifts.id }).from(gifts).where(eq(gifts.code, code.trim().toUpperCase())).for('update');
    const redemption = await verifyGift(tx, code, recipient, now);
    const { gift, verdict, match } = redemption;
    if (!verdict.redeemable)
      throw refuse(`The gift cannot be redeemed: ${verdict.redeemRefusalReason}`, verdict.redeemRefusalReason ?? undefined);
    const subscriptionId = match ? await extend(tx, match, redemption, now) : await begin(tx, recipient, redemption, now);
    const [redeemed] = await tx
      .update(gifts)
      .set({ redeemedAt: now, redeemedBy: recipient.customerId, subscriptionId })
      .where(eq(gifts.id, gift.id))
      .returning();
    await record(tx, {
      type: 'giftRedeemed',
      at: now,
      publisherId: gift.publisherId,
      customerId: recipient.customerId,
      subscriptionId,
      offerId: gift.offerId,
      country: recipient.country,
      data: { giftId: gift.id, mode: verdict.redeemMode },
    });
    return { ...redemption, gift: redeemed! };
  });
}

async function begin(tx: Db, recipient: Recipient, { gift, offer, period }: Redemption, now: number): Promise<number> {
  const { customerId, publisherId, country } = recipient;
  const taxRate = taxRateOf(country);
  const [held] = await tx
    .insert(holdings)
    .values({
      publisherId,
      customerId,
      offerId: gift.offerId,
      offerTitle: offer.here.title,
      status: 'active',
      startedAt: now,
      periodStartedAt: now,
      expiresAt: addPeriod(now, period),
      price: splitPrice(priceOf(offer.here), taxRate).gross,
      periodPaid: 0,
      currency: offer.here.currency,
      country,
      taxRate,
      period: periodName(offer.letter, period),
      ...GIFT_PAID_BY,
      externalPaymentId: '',
      renews: false,
    })
    .returning();
  const { id, offerId, currency } = held!;
  await record(tx, {
    type: 'subscriptionCreated',
    at: now,
    publisherId,
    customerId,
    subscriptionId: id,
    offerId,
    amount: 0,
    currency,
    country,
    gateway: GIFT_PAID_BY.gateway,
    data: { giftId: gift.id, expiresAt: held!.expiresAt },
  });
  return id;
}

async function extend(tx: Db, held: Holding, { gift, period }: Redemption, now: number): Promise<number> {
  const later = (moment: number | null) => (moment === null || moment === SEASON_END ? moment : addPeriod(moment, period));
  const expiresAt = later(held.expiresAt);
  await tx
    .update(holdings)
    .set({ expiresAt, nextPaymentAt: later(held.nextPaymentAt), ...(isOnTrial(held) ? { trialEndsAt: expiresAt } : {}) })
    .where(eq(holdings.id, held.id));
  const { publisherId, customerId, id: subscriptionId, offerId, currency, country } = held;
  await record(tx, {
    type: 'subscriptionExtended',
    at: now,
    publisherId,
    customerId,
    subscriptionId,
    offerId,
    currency,
    country,
    data: { giftId: gift.id, expiresAt },
  });
  return subscriptionId;
}

function withCode(checkout: string, code: string): string {
  const url = new URL(checkout);
  url.searchParams.set('giftCode', code);
  return url.href;
}

/** Hands a gift over: the mail to its recipient, with the code and the way to the checkout. */
export async function deliverGift(tx: Db, gift: StoredGift, now: number): Promise<void> {
  const { publisherId, code, offerId, personalNote, recipientEmail: recipient } = gift;
  const [publisher] = await tx.select({ checkout: publishers.checkoutUrl }).from(publishers).where(eq(publishers.id, publisherId));
  if (!publisher) throw new Error(`Gift ${gift.id} is of a publisher that is gone: ${publisherId}`);
  // The publisher's checkout, with the code (contract, 4.14).
  const link = withCode(publisher.checkout, code);
  await tx.update(gifts).set({ sentAt: now }).where(eq(gifts.id, gift.id));
  await send(tx, {
    publisherId,
    customerId: null,
    recipient,
    kind: 'gift',
    subject: 'A gift for you',
    text: [personalNote, `Your code is ${code}. Redeem it at ${link}`].filter(Boolean).join('\n\n'),
    data: { giftId: String(gift.id), code, link, offerId },
    at: now,
  });
  await record(tx, {
    type: 'giftReadyForDelivery',
    at: now,
    publisherId,
    customerId: gift.buyerId,
    offerId,
    data: { giftId: gift.id, deliveryDate: gift.deliveryDate },
  });
}
