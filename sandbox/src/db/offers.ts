import { and, eq } from 'drizzle-orm';
import type { InferSelectModel } from 'drizzle-orm';
import type { OfferPrice } from '../rules/pricing.js';
import type { Period } from '../rules/periods.js';
import type { Trial } from '../rules/subscriptions.js';
import type { Db } from './open.js';
import { offerLocalizations, offers } from './schema.js';

type Row = InferSelectModel<typeof offers>;
export type Localization = InferSelectModel<typeof offerLocalizations>;

/** An offer with all its localisations, and the one that applies. */
export interface StoredOffer extends Row {
  letter: string;
  localizations: Localization[];
  here: Localization;
}

export const longId = (offer: { id: string }, localization: { country: string }) => `${offer.id}_${localization.country}`;
export const shortId = (offerId: string) => offerId.split('_')[0]!;

export const periodOf = (offer: Row): Period | null =>
  offer.periodUnit && offer.periodAmount ? { unit: offer.periodUnit, amount: offer.periodAmount } : null;
export const trialOf = (offer: Row): Trial | null =>
  offer.trialType && offer.trialDuration ? { type: offer.trialType, duration: offer.trialDuration } : null;
export const priceOf = ({ price, currency, taxIncluded }: Localization): OfferPrice => ({ amount: price, currency, taxIncluded });

/** An offer by its long id, or by its short id for a viewer's country. */
export async function findOffer(db: Db, offerId: string, country: string): Promise<StoredOffer | undefined> {
  const [id, named] = offerId.split('_') as [string, string | undefined];
  const [row] = await db.select().from(offers).where(eq(offers.id, id));
  return row && localize(row, await localizationsOf(db, id), named ?? country, named !== undefined);
}

export async function listActiveOffers(db: Db, publisherId: number, country: string): Promise<StoredOffer[]> {
  const rows = await db
    .select()
    .from(offers)
    .where(and(eq(offers.publisherId, publisherId), eq(offers.active, true)))
    .orderBy(offers.id);
  const found = await Promise.all(rows.map(async (row) => localize(row, await localizationsOf(db, row.id), country, false)));
  return found.filter((offer) => offer !== undefined);
}

const localizationsOf = (db: Db, id: string) =>
  db.select().from(offerLocalizations).where(eq(offerLocalizations.offerId, id)).orderBy(offerLocalizations.country);

function localize(row: Row, localizations: Localization[], country: string, exact: boolean): StoredOffer | undefined {
  const here = localizations.find((l) => l.country === country) ?? (exact ? undefined : localizations.find((l) => l.main));
  return here && { ...row, letter: row.id.charAt(0), localizations, here };
}

/** Whether an offer is not sold in a country. */
export function isBlocked(offer: Row, country: string): boolean {
  if (!offer.geoType) return false;
  return offer.geoCountries.includes(country) === (offer.geoType === 'blacklist');
}
