import { refusals } from '../refusal.js';
import { drawGiftCode } from './draws.js';
import type { Db } from './open.js';
import type { StoredOrder } from './orders.js';
import { gifts } from './schema.js';

/** The gift that an order pays for. It is handed over on its delivery date; the buyer gets no access. */
export async function createGift(db: Db, order: StoredOrder, now: number): Promise<number> {
  if (!order.delivery) throw refusals.deliveryMissing();
  const { recipientEmail, deliveryDate, personalNote } = order.delivery;
  const [gift] = await db
    .insert(gifts)
    .values({
      publisherId: order.publisherId,
      buyerId: order.customerId,
      orderId: order.id,
      code: await drawGiftCode(db),
      offerId: order.offerId,
      recipientEmail,
      deliveryDate,
      personalNote,
      createdAt: now,
    })
    .returning({ id: gifts.id });
  return gift!.id;
}
