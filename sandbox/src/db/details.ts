import { and, eq, type InferInsertModel } from 'drizzle-orm';
import type { Db } from './open.js';
import { paymentDetails } from './schema.js';

export type NewDetails = Omit<InferInsertModel<typeof paymentDetails>, 'id' | 'active'>;

/** New payment details become the active ones; the older stay, inactive (contract, 11.6). They pay for everything that renews from now on. */
export async function replaceDetails(db: Db, details: NewDetails): Promise<number> {
  await db
    .update(paymentDetails)
    .set({ active: false })
    .where(and(eq(paymentDetails.customerId, details.customerId), eq(paymentDetails.active, true)));
  const [row] = await db
    .insert(paymentDetails)
    .values({ ...details, active: true })
    .returning({ id: paymentDetails.id });
  return row!.id;
}
