import { and, eq, inArray, type InferInsertModel } from 'drizzle-orm';
import { refusals, refuse } from '../refusal.js';
import { record } from './events.js';
import { takeNumbers } from './ids.js';
import type { Db } from './open.js';
import { holdings, offerLocalizations, offers, orders, priceRules } from './schema.js';

type Row = InferInsertModel<typeof offers>;
export type OfferRule = Pick<InferInsertModel<typeof priceRules>, 'startsAt' | 'endsAt' | 'price' | 'name'>;
export type OfferPlace = Omit<InferInsertModel<typeof offerLocalizations>, 'offerId' | 'main'> & { rules: readonly OfferRule[] };

/** Everything about an offer that a publisher decides, but for its kind: that is in its id. */
export type OfferTerms = Partial<Omit<Row, 'id' | 'publisherId' | 'createdAt' | 'updatedAt'>> & {
  /** The first one is the main one. */
  localizations?: readonly OfferPlace[];
};
export type OfferDraft = OfferTerms & { letter: 'S' | 'P' | 'E' | 'R' | 'A'; localizations: readonly OfferPlace[] };

/** @returns the new offer's short id */
export async function createOffer(
  tx: Db,
  publisherId: number,
  { letter, localizations, ...terms }: OfferDraft,
  now: number,
): Promise<string> {
  const [number] = await takeNumbers(tx, 'offer_numbers', 1);
  const id = `${letter}${number}`;
  await tx
    .insert(offers)
    .values({ active: true, giftable: false, geoCountries: [], ...terms, id, publisherId, createdAt: now, updatedAt: now });
  await place(tx, id, localizations);
  await record(tx, { type: 'offerCreated', at: now, publisherId, offerId: id, data: { createdAt: now } });
  return id;
}

/** Changes what is named of an offer and leaves the rest; localisations are replaced as a whole. What was bought stays as it was bought. */
export async function changeOffer(
  tx: Db,
  publisherId: number,
  id: string,
  { localizations, ...terms }: OfferTerms,
  now: number,
): Promise<void> {
  const own = and(eq(offers.id, id), eq(offers.publisherId, publisherId));
  const [before] = await tx.select({ active: offers.active }).from(offers).where(own).for('update');
  if (!before) throw refusals.unknownOffer(id);
  await tx
    .update(offers)
    .set({ ...terms, updatedAt: now })
    .where(own);
  const type = before.active && terms.active === false ? 'offerDeactivated' : 'offerUpdated';
  await record(tx, { type, at: now, publisherId, offerId: id, data: { updatedAt: now } });
  if (!localizations) return;
  await refuseToWithdraw(tx, id, localizations);
  await tx.delete(offerLocalizations).where(eq(offerLocalizations.offerId, id));
  await tx.delete(priceRules).where(eq(priceRules.offerId, id));
  await place(tx, id, localizations);
}

/** Where somebody has bought an offer, or is about to, it stays described. */
async function refuseToWithdraw(tx: Db, id: string, localizations: readonly OfferPlace[]): Promise<void> {
  const kept = new Set(localizations.map(({ country }) => country));
  const places = await tx
    .select({ country: offerLocalizations.country })
    .from(offerLocalizations)
    .where(eq(offerLocalizations.offerId, id));
  const gone = places.map(({ country }) => `${id}_${country}`).filter((longId) => !kept.has(longId.split('_')[1]!));
  if (gone.length === 0) return;
  const [sold] = [
    ...(await tx.select({ offerId: holdings.offerId }).from(holdings).where(inArray(holdings.offerId, gone)).limit(1)),
    ...(await tx.select({ offerId: orders.offerId }).from(orders).where(inArray(orders.offerId, gone)).limit(1)),
  ];
  if (sold) throw refuse(`Localisation ${sold.offerId} is in use and cannot be removed: deactivate the offer instead`);
}

async function place(tx: Db, offerId: string, localizations: readonly OfferPlace[]): Promise<void> {
  await tx.insert(offerLocalizations).values(localizations.map(({ rules: _, ...here }, i) => ({ ...here, offerId, main: i === 0 })));
  const rules = localizations.flatMap(({ country, rules }) => rules.map((rule) => ({ ...rule, offerId, country })));
  if (rules.length > 0) await tx.insert(priceRules).values(rules);
}
