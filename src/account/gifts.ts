import { getGift, updateGift, type ApiGift } from '../api/purchases.js';
import type { Session } from '../session/session.js';

const DAY = 86_400;
/** The middle of a day is that day nearly everywhere. */
const NOON = DAY / 2;

export const GIFT_STATUSES = ['scheduled', 'due', 'sent', 'redeemed'] as const;
export type GiftStatus = (typeof GIFT_STATUSES)[number];

/** For whom a gift is, and when. */
export interface GiftDelivery {
  readonly email: string;
  /** Unix seconds; days are counted in UTC, as the platform does. */
  readonly at: number;
  readonly note: string;
}

/** A gift the customer has bought. */
export interface Gift extends GiftDelivery {
  readonly id: number;
  readonly code: string;
  readonly sentAt: number | undefined;
  readonly redeemedAt: number | undefined;
}

export const readGift = async (session: Session, giftId: number, signal?: AbortSignal): Promise<Gift> =>
  giftFromApi(await getGift(session.customer, giftId, signal));

/** Changes the delivery. What counts afterwards is the platform's answer. */
export const changeGift = async (session: Session, giftId: number, { email, at, note }: GiftDelivery): Promise<Gift> =>
  giftFromApi(await updateGift(session.customer, giftId, { recipientEmail: email, deliveryDate: at, personalNote: note }));

export function giftFromApi({ id, code, deliveryDetails, sentAt, redeemedAt }: ApiGift): Gift {
  const { recipientEmail, deliveryDate, personalNote } = deliveryDetails;
  const given = { email: recipientEmail, at: deliveryDate, note: personalNote };
  return { id, code, ...given, sentAt: sentAt || undefined, redeemedAt: redeemedAt || undefined };
}

/**
 * How a gift stands. `scheduled` ones may be changed, until the day before they are sent (contract, 4.12).
 * @param now unix seconds
 */
export function giftStatus({ at, sentAt, redeemedAt }: Gift, now: number): GiftStatus {
  if (redeemedAt) return 'redeemed';
  if (sentAt) return 'sent';
  return dayOf(at) > dayOf(now) ? 'scheduled' : 'due';
}

/** A moment's day, `YYYY-MM-DD`. */
export const dayText = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);

/** The day after a moment's, `YYYY-MM-DD`. */
export const dayAfter = (seconds: number): string => dayText(seconds + DAY);

/** When to deliver on a day; the same moment as before on the same day. `undefined` for what is no day. */
export function deliveryOn(day: string, before: number): number | undefined {
  if (day === dayText(before)) return before;
  const midnight = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) / 1000 : Number.NaN;
  return Number.isNaN(midnight) ? undefined : midnight + NOON;
}

const dayOf = (seconds: number) => Math.floor(seconds / DAY);
