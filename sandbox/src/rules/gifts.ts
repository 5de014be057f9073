import { REDEEM_MODE_NEW } from '../inferences.js';
import type { Period } from './periods.js';

const DAY = 86_400;

/** Only monthly, three-monthly, six-monthly and annual subscriptions can be gifts (contract, 4.14). */
export function mayBeGift(offer: { giftable: boolean; letter: string }, period: Period | null): boolean {
  if (!offer.giftable || offer.letter !== 'S' || !period) return false;
  return period.unit === 'year' ? period.amount === 1 : period.unit === 'month' && [1, 3, 6].includes(period.amount);
}

export interface GiftState {
  deliveryDate: number;
  sentAt: number | null;
  redeemedAt: number | null;
}

const dayOf = (seconds: number) => Math.floor(seconds / DAY);

/** A gift is handed over on the day of the order at the earliest. Days are UTC's. */
export const mayBeDelivered = (deliveryDate: number, now: number): boolean => dayOf(deliveryDate) >= dayOf(now);

/** Whom a gift is for, and when, can be changed until the day before (contract, 4.12). */
export const isEditable = ({ deliveryDate, sentAt, redeemedAt }: GiftState, now: number): boolean =>
  dayOf(deliveryDate) > dayOf(now) && sentAt === null && redeemedAt === null;

export const isDeliverable = ({ deliveryDate, sentAt, redeemedAt }: GiftState, now: number): boolean =>
  deliveryDate <= now && sentAt === null && redeemedAt === null;

export type GiftRefusal =
  | 'EXTERNALLY_MANAGED_SUBSCRIPTION'
  | 'REDEEMED'
  | 'INACTIVE_OFFER'
  | 'OFFER_GEO_RESTRICTED'
  | 'PUBLISHER_GEO_RESTRICTED'
  | 'RECURRING_PROCESS_ALREADY_STARTED'
  | 'MORE_THAN_ONE_MATCHING_SUBSCRIPTION';

/** A subscription of the recipient's to the same offer, in any country. */
export interface Match {
  id: number;
  external: boolean;
  /** Its renewal is being charged, or was refused and is tried again. */
  renewing: boolean;
}

export interface GiftCase {
  redeemed: boolean;
  offerActive: boolean;
  offerBlocked: boolean;
  publisherBlocked: boolean;
  matches: readonly Match[];
}

export interface GiftVerdict {
  redeemable: boolean;
  redeemMode: 'EXTEND' | typeof REDEEM_MODE_NEW;
  redeemRefusalReason: GiftRefusal | null;
  extendedSubscriptionId: number | null;
}

/** Whether a recipient may redeem a gift, and what it would do (contract, 4.13). */
export function judgeGift(gift: GiftCase): GiftVerdict {
  const [match] = gift.matches;
  const reason = refusalOf(gift);
  return {
    redeemable: reason === null,
    redeemMode: match ? 'EXTEND' : REDEEM_MODE_NEW,
    redeemRefusalReason: reason,
    extendedSubscriptionId: match && reason === null ? match.id : null,
  };
}

function refusalOf({ redeemed, offerActive, offerBlocked, publisherBlocked, matches }: GiftCase): GiftRefusal | null {
  if (redeemed) return 'REDEEMED';
  if (!offerActive) return 'INACTIVE_OFFER';
  if (publisherBlocked) return 'PUBLISHER_GEO_RESTRICTED';
  if (offerBlocked) return 'OFFER_GEO_RESTRICTED';
  if (matches.length > 1) return 'MORE_THAN_ONE_MATCHING_SUBSCRIPTION';
  if (matches[0]?.external) return 'EXTERNALLY_MANAGED_SUBSCRIPTION';
  if (matches[0]?.renewing) return 'RECURRING_PROCESS_ALREADY_STARTED';
  return null;
}
