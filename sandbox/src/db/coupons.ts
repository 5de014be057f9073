import { and, count, eq } from 'drizzle-orm';
import { COUPON_TEXTS } from '../inferences.js';
import { refuse } from '../refusal.js';
import { judgeCoupon, type CouponTarget } from '../rules/coupons.js';
import { campaignOf, type Campaign } from './campaigns.js';
import { record } from './events.js';
import type { Holding } from './holdings.js';
import type { Db } from './open.js';
import { coupons, couponUses } from './schema.js';

/** A coupon's code as it is kept: codes are not case-sensitive. */
const keyOf = (code: string) => code.trim().toUpperCase();

/** The campaign of a coupon that may be used, or the platform's refusal. */
export async function usableCampaign(db: Db, publisherId: number, code: string, target: CouponTarget, now: number): Promise<Campaign> {
  const campaign = await campaignOf(db, publisherId, code);
  if (!campaign) throw refuse(`Coupon ${code} ${COUPON_TEXTS['not-found']}`);
  const usage = {
    reserved: await isReserved(db, publisherId, code),
    ofCoupon: await usesOf(db, campaign.id, keyOf(code)),
    ofCampaign: await usesOf(db, campaign.id),
  };
  const refusal = judgeCoupon(campaign, usage, target, now);
  if (refusal) throw refuse(`Coupon ${code} ${COUPON_TEXTS[refusal]}`);
  return campaign;
}

const couponOf = (publisherId: number, code: string) => and(eq(coupons.publisherId, publisherId), eq(coupons.code, keyOf(code)));

async function isReserved(db: Db, publisherId: number, code: string): Promise<boolean> {
  const [row] = await db.select({ reserved: coupons.reserved }).from(coupons).where(couponOf(publisherId, code));
  return row?.reserved ?? false;
}

async function usesOf(db: Db, campaignId: number, code?: string): Promise<number> {
  const ofCampaign = eq(couponUses.campaignId, campaignId);
  const [row] = await db
    .select({ uses: count() })
    .from(couponUses)
    .where(code === undefined ? ofCampaign : and(ofCampaign, eq(couponUses.code, code)));
  return row?.uses ?? 0;
}

/** What a subscription carries of a coupon. */
type CouponTerms = Pick<Holding, 'couponCode' | 'couponRate' | 'couponPeriodsLeft'>;

/** Puts a coupon on a subscription, for its next payments. It takes the place of one that is there. */
export async function couponForSubscription(
  tx: Db,
  held: Holding,
  tags: readonly string[],
  code: string,
  now: number,
): Promise<CouponTerms> {
  const { publisherId, customerId, offerId, id: subscriptionId } = held;
  // Two that come at once take turns, so that a limit holds.
  await tx.select({ code: coupons.code }).from(coupons).where(couponOf(publisherId, code)).for('update');
  const applied = held.couponPeriodsLeft > 0 && held.couponCode !== null && keyOf(held.couponCode) === keyOf(code);
  const campaign = await usableCampaign(tx, publisherId, code, { on: 'subscription', offerId, tags, applied }, now);
  const use = { publisherId, code: keyOf(code), campaignId: campaign.id, customerId, subscriptionId, usedAt: now };
  await tx.insert(couponUses).values(use);
  await record(tx, {
    type: 'couponApplied',
    at: now,
    publisherId,
    customerId,
    subscriptionId,
    offerId,
    currency: held.currency,
    country: held.country,
    data: { couponCode: keyOf(code), campaignId: campaign.id, periods: campaign.appliedPeriods },
  });
  return { couponCode: keyOf(code), couponRate: campaign.rate, couponPeriodsLeft: campaign.appliedPeriods };
}
