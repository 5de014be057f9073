import type { ApiListedOffer, ApiOffer } from '../api/catalogue.js';
import { moneyFromDecimal, type Money } from '../money.js';
import { featuresOf, type Feature } from './features.js';
import { shortId } from './offer-id.js';

export type PeriodUnit = 'hour' | 'day' | 'week' | 'month' | 'year' | 'season';

export interface Period {
  readonly unit: PeriodUnit;
  readonly count: number;
}

/** How often is paid, or how long what is bought once lasts. Times are unix seconds. */
export type Term =
  | { readonly kind: 'recurring'; readonly every: Period }
  | { readonly kind: 'span'; readonly period: Period }
  | { readonly kind: 'until'; readonly at: number }
  | { readonly kind: 'event'; readonly startsAt: number; readonly timeZone: string }
  | { readonly kind: 'unlimited' };

/** A price below the regular one, for a while. */
export interface Promotion {
  readonly name: string;
  readonly regular: Money;
  /** Unix seconds. */
  readonly until: number;
}

/** One of a publisher's offers, as a viewer in some country sees it before anything is ordered. */
export interface ListedOffer {
  /** The long id of the localisation the price belongs to: what a checkout is opened for. */
  readonly id: string;
  readonly type: ApiListedOffer['type'];
  readonly title: string;
  readonly description: string;
  /** What is paid now, with tax. */
  readonly price: Money;
  readonly promotion: Promotion | undefined;
  readonly term: Term;
  /** The free trial, for those who have not had it yet. */
  readonly trial: Period | undefined;
  /** Whether it is sold in the viewer's country. */
  readonly available: boolean;
  readonly features: readonly Feature[];
  /** The publisher's own word for it, such as "popular". */
  readonly badge: string | undefined;
}

/** An offer for one country: the localisation made for it, or else the offer's main one. */
interface Local {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly price: ApiListedOffer['price'];
  readonly freeTrial?: ApiListedOffer['freeTrial'];
  readonly geoRestriction: ApiListedOffer['geoRestriction'];
  /** Whether it was made for the country. */
  readonly own: boolean;
}

function localize(offer: ApiListedOffer, country: string): Local {
  const own = offer.localizations.find((localization) => localization.countryCode === country);
  if (own) return { ...own, own: true };
  return { ...offer, id: offer.longId, own: offer.longId.endsWith(`_${country}`) };
}

function isSold({ geoRestriction }: Pick<ApiListedOffer, 'geoRestriction'>, country: string): boolean {
  return geoRestriction.every(({ type, countries }) => countries.includes(country) === (type === 'whitelist'));
}

/**
 * Whether the list itself does not say what a viewer pays: the price is without tax, or was made for another country, whose currency and
 * tax are not theirs. The platform is asked about such an offer by its id.
 */
export function needsQuote(offer: ApiListedOffer, country: string): boolean {
  const local = localize(offer, country);
  if (local.price.amount === 0 || !isSold(local, country)) return false;
  return !local.own || !local.price.taxIncluded;
}

/**
 * @param country the viewer's, two letters
 * @param quote the platform's price for the viewer, where the list's own is not it
 * @param now unix seconds
 */
export function listedOffer(offer: ApiListedOffer, country: string, quote: ApiOffer | undefined, now: number): ListedOffer {
  const local = localize(offer, country);
  const price = priceIn(local.price, quote);
  // The first that is on: rules that overlap are the publisher's mistake.
  const rule = local.price.rules?.find(({ from, to }) => from <= now && now < to);
  return {
    id: local.id,
    type: offer.type,
    title: local.title,
    description: local.description,
    price: price(rule ? rule.amount : local.price.amount),
    promotion:
      rule && rule.amount < local.price.amount ? { name: rule.name, regular: price(local.price.amount), until: rule.to } : undefined,
    term: termOf(offer),
    trial: trialOf(local.freeTrial ?? offer.freeTrial, offer.billingCycle),
    available: isSold(local, country),
    ...featuresOf(offer.externalProperties),
  };
}

/** Amounts of a price list as the viewer pays them: the platform's quote says how its tax and currency change one of them, and so all. */
function priceIn({ currency }: ApiListedOffer['price'], quote: ApiOffer | undefined): (amount: number) => Money {
  if (!quote?.offerPrice) return (amount) => moneyFromDecimal(amount, currency);
  const { customerPriceInclTax, offerPrice, customerCurrency } = quote;
  return (amount) => moneyFromDecimal((amount * customerPriceInclTax) / offerPrice, customerCurrency);
}

function termOf({ billingCycle, entitlement, event }: ApiListedOffer): Term {
  if (billingCycle) return { kind: 'recurring', every: { unit: billingCycle.periodUnit, count: billingCycle.amount } };
  if (event) return { kind: 'event', startsAt: event.startsAt, timeZone: event.timezone };
  if (entitlement?.expiresAt) return { kind: 'until', at: entitlement.expiresAt };
  const { duration } = entitlement ?? {};
  return duration ? { kind: 'span', period: { unit: duration.periodUnit, count: duration.amount } } : { kind: 'unlimited' };
}

/** Trials by periods are as long as so many billing cycles. */
function trialOf(trial: ApiListedOffer['freeTrial'], cycle: ApiListedOffer['billingCycle']): Period | undefined {
  if (!trial?.duration) return undefined;
  if (trial.type === 'day') return { unit: 'day', count: trial.duration };
  return cycle && { unit: cycle.periodUnit, count: cycle.amount * trial.duration };
}

/** Which of the offers are shown, and in which order. */
export interface Selection {
  /** Long or short ids, in the order wanted; all when empty. */
  readonly ids: readonly string[];
  /** Kinds; all when empty. */
  readonly types: readonly string[];
}

export function selectOffers(offers: readonly ListedOffer[], { ids, types }: Selection): ListedOffer[] {
  const wanted = ids.length
    ? ids.map((id) => offers.find((offer) => shortId(offer.id) === shortId(id))).filter((offer) => offer !== undefined)
    : offers;
  return wanted.filter((offer) => types.length === 0 || types.includes(offer.type));
}
