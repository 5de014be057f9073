import type { z } from '@hono/zod-openapi';
import type { Gift, GiftVerification } from '../../contract/gifts.js';
import type { Redeemed, StoredGift } from '../../db/gifts.js';

export function giftView(gift: StoredGift): z.infer<typeof Gift> {
  const { id, code, offerId, recipientEmail, deliveryDate, personalNote, sentAt, redeemedAt } = gift;
  return { id, code, offerId, deliveryDetails: { recipientEmail, deliveryDate, personalNote }, sentAt, redeemedAt };
}

/** A gift that has just been redeemed. */
export const redeemedView = ({ gift, verdict }: Redeemed, now: number): z.infer<typeof GiftVerification> => ({
  ...verdict,
  redeemable: false,
  redeemRefusalReason: 'REDEEMED',
  offerId: gift.offerId,
  redeemedAt: gift.redeemedAt ?? now,
});
