import { and, isNull, lte, min } from 'drizzle-orm';
import { deliverGift } from '../db/gifts.js';
import { gifts } from '../db/schema.js';
import type { DueKind } from './due.js';

const waiting = and(isNull(gifts.sentAt), isNull(gifts.redeemedAt), isNull(gifts.cancelledAt));

/** Gifts are handed over on their delivery date. */
export const giftDeliveries: DueKind = {
  name: 'gifts',
  async next(db) {
    const [row] = await db
      .select({ at: min(gifts.deliveryDate) })
      .from(gifts)
      .where(waiting);
    return row?.at ?? undefined;
  },
  async run(db, now) {
    const due = await db
      .select()
      .from(gifts)
      .where(and(waiting, lte(gifts.deliveryDate, now)))
      .orderBy(gifts.deliveryDate, gifts.id);
    for (const gift of due) await deliverGift(db, gift, Math.max(gift.deliveryDate, gift.createdAt));
  },
};
