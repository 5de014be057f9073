import { and, eq, type InferSelectModel } from 'drizzle-orm';
import type { Db } from './open.js';
import { campaigns, coupons } from './schema.js';

export type Campaign = InferSelectModel<typeof campaigns>;

/** The campaign behind a coupon code; codes are not case-sensitive. */
export async function campaignOf(db: Db, publisherId: number, code: string): Promise<Campaign | undefined> {
  const [row] = await db
    .select({ campaign: campaigns })
    .from(coupons)
    .innerJoin(campaigns, eq(campaigns.id, coupons.campaignId))
    .where(and(eq(coupons.publisherId, publisherId), eq(coupons.code, code.trim().toUpperCase())));
  return row?.campaign;
}
