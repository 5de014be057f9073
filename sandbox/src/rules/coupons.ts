import type { COUPON_TEXTS } from '../inferences.js';

/** What a campaign's coupons are good for. `rate` in basis points, `appliedPeriods` 999 = without end. */
export interface Campaign {
  status: 'active' | 'deactivated' | 'ended';
  rate: number;
  usagePerCoupon: number | null;
  maxUsages: number | null;
  paymentType: 'all' | 'initial' | 'renewal';
  offerTypes: readonly OfferType[];
  offers: readonly string[];
  tags: readonly string[];
  appliedPeriods: number;
  firstPeriod: boolean;
  paymentDetailsRequired: boolean;
  expiresAt: number | null;
}

export type OfferType = 'subscription' | 'pass' | 'live' | 'vod';
export type CouponRefusal = keyof typeof COUPON_TEXTS;

/** How often a coupon, and all coupons of its campaign together, have been used. */
export interface CouponUsage {
  reserved: boolean;
  ofCoupon: number;
  ofCampaign: number;
}

/** What a coupon is to be used for. */
export interface CouponTarget {
  on: 'order' | 'subscription';
  /** Long id. */
  offerId: string;
  tags: readonly string[];
  /** The coupon is on the subscription now. */
  applied?: boolean;
}

const TYPES: Readonly<Record<string, OfferType>> = { S: 'subscription', P: 'pass', E: 'live' };

/** The kind of an offer, told by the first letter of its id. */
export const offerTypeOfId = (offerId: string): OfferType => TYPES[offerId.charAt(0)] ?? 'vod';

/** Whether a campaign is for an offer: by kind, by its short or long id, by its tags. */
export function covers(campaign: Pick<Campaign, 'offerTypes' | 'offers' | 'tags'>, offerId: string, tags: readonly string[]): boolean {
  if (campaign.offerTypes.length > 0 && !campaign.offerTypes.includes(offerTypeOfId(offerId))) return false;
  if (campaign.offers.length > 0 && !campaign.offers.some((id) => id === offerId || id === offerId.split('_')[0])) return false;
  return campaign.tags.length === 0 || campaign.tags.some((tag) => tags.includes(tag));
}

/** Why a coupon may not be used; `undefined` when it may. */
export function judgeCoupon(
  campaign: Campaign | undefined,
  usage: CouponUsage,
  target: CouponTarget,
  now: number,
): CouponRefusal | undefined {
  if (!campaign || campaign.status === 'deactivated') return 'not-found';
  if (campaign.status === 'ended' || (campaign.expiresAt !== null && campaign.expiresAt <= now)) return 'expired';
  if (usage.reserved) return 'reserved';
  if (target.applied) return 'already-applied';
  if (usage.ofCoupon >= (campaign.usagePerCoupon ?? Infinity) || usage.ofCampaign >= (campaign.maxUsages ?? Infinity))
    return 'already-used';
  if (target.on === 'subscription' && campaign.paymentType === 'initial') return 'not-for-subscription';
  if (target.on === 'order' && campaign.paymentType === 'renewal') return 'not-for-offer';
  return covers(campaign, target.offerId, target.tags) ? undefined : 'not-for-offer';
}
