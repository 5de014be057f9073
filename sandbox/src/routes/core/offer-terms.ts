import type { z } from '@hono/zod-openapi';
import type { OfferChange, OfferInput } from '../../contract/core/catalogue.js';
import type { OfferDraft, OfferPlace, OfferTerms } from '../../db/offer-editing.js';
import type { StoredOffer } from '../../db/offers.js';
import { invalidBody } from '../../refusal.js';
import { toMinor } from '../../rules/money.js';

type Change = z.infer<typeof OfferChange>;
type Letter = OfferDraft['letter'];
type Place = Pick<z.infer<typeof OfferInput>, 'title' | 'countryCode' | 'price' | 'description'>;

/** The billing cycles that the platform knows. */
const CYCLES: Readonly<Record<string, readonly number[]>> = { week: [1], month: [1, 3, 6], year: [1], season: [1] };

const invalid = (param: string, why: string) => invalidBody(`Invalid param ${param}: ${why}`);

/** What a publisher sends of a new offer, as it is kept. @throws {Refusal} for what does not go together */
export function draftOf(input: z.infer<typeof OfferInput>, now: number): OfferDraft {
  const letter = letterOf(input);
  if (letter === 'S' && !input.billingCycle) throw invalid('billingCycle', 'a subscription needs one');
  if (['P', 'R', 'A'].includes(letter) && !input.entitlement) throw invalid('entitlement', `an offer of type ${input.type} needs one`);
  if (letter === 'E' && !input.event) throw invalid('event', 'a live event needs one');
  const localizations = placesOf([input, ...(input.localizations ?? [])]);
  const draft = { ...plainTerms(input, letter, now), letter, localizations };
  refuseContradictions(letter, draft, localizations);
  return draft;
}

/** What a publisher changes of an offer. @throws {Refusal} for what does not go together with the rest */
export function changeOf(input: Change, offer: StoredOffer, now: number): OfferTerms {
  const letter = offer.letter as Letter;
  const terms = plainTerms(input, letter, now);
  const main = offer.localizations.find((place) => place.main) ?? offer.here;
  const described = input.title ?? input.description ?? input.countryCode ?? input.price ?? input.localizations;
  if (described === undefined) {
    refuseContradictions(letter, { ...offer, ...terms }, offer.localizations);
    return terms;
  }
  const country = input.countryCode ?? main.country;
  const mainPlace: OfferPlace = {
    country,
    title: input.title ?? main.title,
    description: input.description ?? main.description,
    ...(input.price ? priceOf(input.price, country) : pricedAs(main)),
  };
  const others = input.localizations
    ? placesOf(input.localizations)
    : offer.localizations.filter((place) => !place.main).map((place) => ({ ...pricedAs(place), ...wordsOf(place) }));
  const localizations = [mainPlace, ...others];
  refuseDoubles(localizations);
  refuseContradictions(letter, { ...offer, ...terms }, localizations);
  return { ...terms, localizations };
}

function letterOf({ type, entitlement }: z.infer<typeof OfferInput>): Letter {
  if (type === 'vod') return entitlement?.expirationPolicy === 'duration' ? 'R' : 'A';
  return ({ subscription: 'S', pass: 'P', live: 'E' } as const)[type];
}

/** Everything but the texts and prices. What is absent stays absent. */
function plainTerms(input: Change, letter: Letter, now: number): OfferTerms {
  const { active, tags, externalProperties, appStoreProductIds, imageUrl, sessionsLimit, giftable } = input;
  const { freeTrial: trial, geoRestriction: geo, pause } = input;
  const plain = { active, tags, externalProperties, imageUrl, sessionsLimit, giftable };
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)) as OfferTerms;
  return {
    ...given,
    ...(appStoreProductIds ? { appStoreProductIds: productIds(appStoreProductIds) } : {}),
    ...(trial === undefined ? {} : { trialType: trial?.type ?? null, trialDuration: trial?.duration ?? null }),
    ...(geo === undefined ? {} : { geoType: geo[0]?.type ?? null, geoCountries: geo[0]?.countries ?? [] }),
    ...(pause === undefined ? {} : { pauseMaxCycles: pause?.maxBillingCycles ?? null }),
    ...cycleOf(input, letter),
    ...entitlementOf(input, letter, now),
    ...eventOf(input, letter, now),
  };
}

const productIds = ({ apple, android }: { apple?: string | undefined; android?: string | undefined }) => ({
  ...(apple === undefined ? {} : { apple }),
  ...(android === undefined ? {} : { android }),
});

function cycleOf({ billingCycle }: Change, letter: Letter): OfferTerms {
  if (!billingCycle) return {};
  if (letter !== 'S') throw invalid('billingCycle', 'only a subscription has one');
  const { periodUnit, amount } = billingCycle;
  if (!CYCLES[periodUnit]?.includes(amount)) throw invalid('billingCycle', `there is no cycle of ${amount} ${periodUnit}`);
  return { periodUnit, periodAmount: amount };
}

function entitlementOf({ entitlement }: Change, letter: Letter, now: number): OfferTerms {
  if (!entitlement) return {};
  const { expirationPolicy: policy } = entitlement;
  const fits = { P: ['fixed', 'duration'], R: ['duration'], A: ['never'], S: [], E: [] }[letter] as string[];
  if (!fits.includes(policy)) throw invalid('entitlement', `this kind of offer has none that is ${policy}`);
  if (policy === 'never') return {};
  if (policy === 'fixed') {
    if (entitlement.expiresAt <= now) throw invalid('entitlement', 'its end has passed');
    return { expiresAt: entitlement.expiresAt, periodUnit: null, periodAmount: null };
  }
  const { amount, periodUnit } = entitlement.duration;
  if (letter === 'R' ? !['hour', 'day'].includes(periodUnit) : periodUnit === 'hour')
    throw invalid('entitlement', letter === 'R' ? 'a video is rented for hours or days' : 'a pass lasts for days or longer');
  return { expiresAt: null, periodUnit, periodAmount: amount };
}

function eventOf({ event }: Change, letter: Letter, now: number): OfferTerms {
  if (!event) return {};
  if (letter !== 'E') throw invalid('event', 'only a live event has one');
  if (event.endsAt <= event.startsAt || event.endsAt <= now) throw invalid('event', 'it ends before it begins, or has ended');
  if (!isTimeZone(event.timezone)) throw invalid('event', `there is no time zone ${event.timezone}`);
  return { startsAt: event.startsAt, endsAt: event.endsAt, timeZone: event.timezone };
}

function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
}

function placesOf(input: readonly Place[]): OfferPlace[] {
  const places = input.map(({ countryCode: country, title, description, price }) => ({
    country,
    title,
    description,
    ...priceOf(price, country),
  }));
  refuseDoubles(places);
  return places;
}

function refuseDoubles(places: readonly OfferPlace[]): void {
  const double = places.find(({ country }, i) => places.findIndex((other) => other.country === country) !== i);
  if (double) throw invalid('localizations', `${double.country} is there twice`);
}

function priceOf({ amount, currency, taxIncluded, rules }: Place['price'], country: string) {
  const minor = (value: number) => {
    const whole = toMinor(value, currency);
    if (whole === undefined) throw invalid('price', `${value} has more decimals than ${currency}`);
    return whole;
  };
  if (rules.some(({ from, to }) => to <= from)) throw invalid('price', `a rule for ${country} ends before it begins`);
  const kept = rules.map(({ from, to, amount: promoted, name }) => ({ startsAt: from, endsAt: to, price: minor(promoted), name }));
  return { price: minor(amount), currency, taxIncluded, rules: kept };
}

const pricedAs = ({ price, currency, taxIncluded, rules }: StoredOffer['here']) => ({
  price,
  currency,
  taxIncluded,
  rules: rules.map(({ startsAt, endsAt, price: promoted, name }) => ({ startsAt, endsAt, price: promoted, name })),
});
const wordsOf = ({ country, title, description }: StoredOffer['here']) => ({ country, title, description });

/** Only subscriptions have trials, pauses and gifts; what costs nothing has no trial. */
function refuseContradictions(letter: Letter, terms: OfferTerms, places: readonly { price: number }[]): void {
  if (letter !== 'S') {
    if (terms.trialType) throw invalid('freeTrial', 'only a subscription has one');
    if (terms.pauseMaxCycles) throw invalid('pause', 'only a subscription can be paused');
    if (terms.giftable) throw invalid('giftable', 'only a subscription can be a gift');
  }
  if (terms.trialType && places.some(({ price }) => price === 0)) throw invalid('freeTrial', 'what costs nothing has none');
}
