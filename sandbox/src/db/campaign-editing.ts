import { and, asc, desc, eq, inArray, type InferInsertModel } from 'drizzle-orm';
import { notFound, refuse } from '../refusal.js';
import type { Campaign } from './campaigns.js';
import { inPieces } from './ids.js';
import type { Db } from './open.js';
import { campaigns, coupons } from './schema.js';

export interface CampaignWithCodes extends Campaign {
  codes: string[];
}

export type CampaignTerms = Omit<InferInsertModel<typeof campaigns>, 'id' | 'publisherId'>;

/** A coupon's code as it is kept. */
const keyOf = (code: string) => code.trim().toUpperCase();

/** A publisher's campaigns with their coupons, newest first. */
export async function listCampaigns(
  db: Db,
  publisherId: number,
  filter: { id?: number; couponCode?: string | undefined } = {},
): Promise<CampaignWithCodes[]> {
  const wanted =
    filter.couponCode === undefined
      ? undefined
      : inArray(
          campaigns.id,
          db
            .select({ id: coupons.campaignId })
            .from(coupons)
            .where(and(eq(coupons.publisherId, publisherId), eq(coupons.code, keyOf(filter.couponCode)))),
        );
  const rows = await db
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.publisherId, publisherId), wanted, filter.id === undefined ? undefined : eq(campaigns.id, filter.id)))
    .orderBy(desc(campaigns.id));
  const codes = await db.select().from(coupons).where(eq(coupons.publisherId, publisherId)).orderBy(asc(coupons.code));
  return rows.map((row) => ({ ...row, codes: codes.filter(({ campaignId }) => campaignId === row.id).map(({ code }) => code) }));
}

/** Starts a campaign with its coupons. */
export function createCampaign(db: Db, publisherId: number, terms: CampaignTerms, codes: readonly string[]): Promise<CampaignWithCodes> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .insert(campaigns)
      .values({ ...terms, publisherId })
      .returning({ id: campaigns.id });
    await addCoupons(tx, publisherId, row!.id, codes);
    return (await listCampaigns(tx, publisherId, { id: row!.id }))[0]!;
  });
}

/** Changes what is named of a campaign, and gives it more coupons. A code that was given out stays. */
export function changeCampaign(
  db: Db,
  publisherId: number,
  id: number,
  terms: Partial<CampaignTerms>,
  codes: readonly string[],
): Promise<CampaignWithCodes> {
  return db.transaction(async (tx) => {
    const own = and(eq(campaigns.id, id), eq(campaigns.publisherId, publisherId));
    const [row] = await tx.select({ id: campaigns.id }).from(campaigns).where(own).for('update');
    if (!row) throw notFound('Campaign', id);
    if (Object.keys(terms).length > 0) await tx.update(campaigns).set(terms).where(own);
    await addCoupons(tx, publisherId, id, codes);
    return (await listCampaigns(tx, publisherId, { id }))[0]!;
  });
}

async function addCoupons(tx: Db, publisherId: number, campaignId: number, codes: readonly string[]): Promise<void> {
  const wanted = [...new Set(codes.map(keyOf))];
  for (const piece of inPieces(wanted)) {
    const rows = piece.map((code) => ({ publisherId, code, campaignId }));
    const added = await tx.insert(coupons).values(rows).onConflictDoNothing().returning({ code: coupons.code });
    const taken = piece.find((code) => !added.some((row) => row.code === code));
    if (taken !== undefined) throw refuse(`Coupon ${taken} exists already`);
  }
}
