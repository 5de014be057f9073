import { and, eq, inArray } from 'drizzle-orm';
import type { InferSelectModel } from 'drizzle-orm';
import { refusals } from '../refusal.js';
import type { OfferPrice } from '../rules/pricing.js';
import type { Period } from '../rules/periods.js';
import type { Trial } from '../rules/subscriptions.js';
import type { Db } from './open.js';
import { offerLocalizations, offers, priceRules } from './schema.js';

type Row = InferSelectModel<typeof offers>;
type PriceRule = Pick<InferSelectModel<typeof priceRules>, 'startsAt' | 'endsAt' | 'price' | 'name'>;

/** An offer as it is sold in one country, with its promotional prices: past, present and to come. */
export interface Localization extends InferSelectModel<typeof offerLocalizations> {
  rules: PriceRule[];
}

/** An offer with all its localisations, and the one that applies. */
export interface StoredOffer extends Row {
  letter: string;
  localizations: Localization[];
  here: Localization;
}

/** From where somebody looks at an offer. What was named decides: the country, then the currency; else where the request came from (contract, 12.4). */
export interface Viewpoint {
  country?: string | undefined;
  currency?: string | undefined;
  /** The country of the address. */
  located?: string;
}

export const longId = (offer: { id: string }, localization: { country: string }) => `${offer.id}_${localization.country}`;
export const shortId = (offerId: string) => offerId.split('_')[0]!;

export const periodOf = (offer: Row): Period | null =>
  offer.periodUnit && offer.periodAmount ? { unit: offer.periodUnit, amount: offer.periodAmount } : null;
export const trialOf = (offer: Row): Trial | null =>
  offer.trialType && offer.trialDuration ? { type: offer.trialType, duration: offer.trialDuration } : null;

/** When what an offer gives is over for everybody: the fixed end of a pass, the end of an event. */
export const endOf = ({ expiresAt, endsAt }: Pick<Row, 'expiresAt' | 'endsAt'>): number | null => expiresAt ?? endsAt;

/** Whether an offer can be bought: switched on by its publisher, and not over. */
export const isSold = (offer: Pick<Row, 'active' | 'expiresAt' | 'endsAt'>, now: number): boolean =>
  offer.active && (endOf(offer) ?? Infinity) > now;

/** The regular price: what every period costs that no promotion covers. */
export const priceOf = ({ price, currency, taxIncluded }: Localization): OfferPrice => ({ amount: price, currency, taxIncluded });

/** The promotional price that is valid now: the one that began last, where several are. */
export const promotionOf = ({ rules }: Localization, now: number): PriceRule | undefined =>
  rules.filter((rule) => rule.startsAt <= now && now < rule.endsAt).at(-1);

/** What a purchase costs now. */
export const priceAt = (localization: Localization, now: number): OfferPrice => ({
  ...priceOf(localization),
  amount: promotionOf(localization, now)?.price ?? localization.price,
});

/** An offer by its long id, or by its short id for a viewer's country. */
export async function findOffer(db: Db, offerId: string, viewpoint: string | Viewpoint): Promise<StoredOffer | undefined> {
  const [id, named] = offerId.split('_') as [string, string | undefined];
  const [row] = await db.select().from(offers).where(eq(offers.id, id));
  if (!row) return undefined;
  const [found] = await localize(db, [row], typeof viewpoint === 'string' ? { country: viewpoint } : viewpoint, named);
  return found;
}

export async function listSoldOffers(db: Db, publisherId: number, country: string, now: number): Promise<StoredOffer[]> {
  const rows = await db
    .select()
    .from(offers)
    .where(and(eq(offers.publisherId, publisherId), eq(offers.active, true)))
    .orderBy(offers.id);
  const sold = rows.filter((row) => isSold(row, now));
  return localize(db, sold, { country });
}

/** All a publisher sells or has sold, as it is described mainly. */
export async function offersOf(db: Db, publisherId: number): Promise<StoredOffer[]> {
  const rows = await db.select().from(offers).where(eq(offers.publisherId, publisherId)).orderBy(offers.createdAt, offers.id);
  return localize(db, rows, {});
}

/** An offer of a publisher's, by its short or long id. @throws when it has none */
export async function offerOf(db: Db, publisherId: number, offerId: string): Promise<StoredOffer> {
  const [row] = await db
    .select()
    .from(offers)
    .where(and(eq(offers.id, shortId(offerId)), eq(offers.publisherId, publisherId)));
  const [found] = row ? await localize(db, [row], {}, offerId.split('_')[1]) : [];
  if (!found) throw refusals.unknownOffer(offerId);
  return found;
}

/** Offers with their localisations; one that has none for a country named in its id is left out. */
async function localize(db: Db, rows: readonly Row[], viewpoint: Viewpoint, named?: string): Promise<StoredOffer[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const places = await db
    .select()
    .from(offerLocalizations)
    .where(inArray(offerLocalizations.offerId, ids))
    .orderBy(offerLocalizations.country);
  const rules = await db.select().from(priceRules).where(inArray(priceRules.offerId, ids)).orderBy(priceRules.startsAt, priceRules.id);
  return rows.flatMap((row) => {
    const localizations = places
      .filter((place) => place.offerId === row.id)
      .map((place) => ({ ...place, rules: rules.filter((rule) => rule.offerId === row.id && rule.country === place.country) }));
    const here = named ? localizations.find(({ country }) => country === named) : nearest(localizations, viewpoint);
    return here ? [{ ...row, letter: row.id.charAt(0), localizations, here }] : [];
  });
}

function nearest(localizations: readonly Localization[], { country, currency, located }: Viewpoint): Localization | undefined {
  const inCurrency = localizations.filter((place) => place.currency === currency);
  return (
    localizations.find((place) => place.country === country) ??
    inCurrency.find((place) => place.country === located) ??
    inCurrency[0] ??
    localizations.find((place) => country === undefined && place.country === located) ??
    localizations.find((place) => place.main)
  );
}

/** Whether an offer is not sold in a country. */
export function isBlocked(offer: Pick<Row, 'geoType' | 'geoCountries'>, country: string): boolean {
  if (!offer.geoType) return false;
  return offer.geoCountries.includes(country) === (offer.geoType === 'blacklist');
}
