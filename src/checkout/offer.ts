import type { ApiOffer, ApiListedOffer } from '../api/catalogue.js';
import { moneyFromDecimal, type Money } from '../money.js';

export type PeriodUnit = 'day' | 'week' | 'month' | 'year' | 'season';

/** How long what is bought lasts, or how often it is paid. */
export type Term =
  | { readonly kind: 'recurring'; readonly unit: PeriodUnit; readonly count: number }
  | { readonly kind: 'hours'; readonly count: number }
  | { readonly kind: 'span'; readonly unit: Exclude<PeriodUnit, 'season'>; readonly count: number }
  | { readonly kind: 'until'; readonly at: number }
  | { readonly kind: 'event'; readonly startsAt: number }
  | { readonly kind: 'unlimited' };

/** A price that is lower for a while. */
export interface Promotion {
  /** What it costs otherwise, and again afterwards. */
  readonly regular: Money;
  /** When it ends, in unix seconds, if the platform says so. */
  readonly until: number | undefined;
}

/** What is for sale, as a viewer sees it before anything is ordered. */
export interface Offer {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** With tax, for the viewer's country, as it is now. */
  readonly price: Money;
  readonly term: Term;
  /** Length of the free trial, when the offer has one. */
  readonly trial: { readonly unit: 'day' | 'period'; readonly count: number } | undefined;
  readonly promotion: Promotion | undefined;
  /** Whether it can be bought for somebody else. */
  readonly giftable: boolean;
}

/** @param details what only the newer endpoint knows; without them an offer is neither giftable nor known to be reduced until a day */
export function offerFromApi(api: ApiOffer, details?: ApiListedOffer): Offer {
  const { freeDays, freePeriods, customerCurrency } = api;
  const listed = moneyFromDecimal(api.customerPriceInclTax, customerCurrency);
  const reduced = api.discountedCustomerPriceInclTax;
  const price = reduced === null ? listed : moneyFromDecimal(reduced, customerCurrency);
  return {
    id: api.offerId,
    title: api.offerTitle,
    description: api.offerDescription ?? '',
    price,
    term: termOf(api),
    trial: freeDays ? { unit: 'day', count: freeDays } : freePeriods ? { unit: 'period', count: freePeriods } : undefined,
    promotion:
      (details && promotionOf(api, details, price)) ?? (price.minor < listed.minor ? { regular: listed, until: undefined } : undefined),
    giftable: details?.giftable ?? false,
  };
}

/**
 * The rule behind today's price. Which one applies is told by the price that the platform names, never by this device's clock.
 */
function promotionOf(api: ApiOffer, details: ApiListedOffer, price: Money): Promotion | undefined {
  const local = details.localizations.find(({ id }) => id === api.offerId);
  const { amount, currency, taxIncluded, rules = [] } = (local ?? details).price;
  if (currency !== price.currency) return undefined;
  const gross = (value: number) => moneyFromDecimal(taxIncluded ? value : value * (1 + api.applicableTaxRate), currency);
  const regular = gross(amount);
  const rule = rules.find((candidate) => gross(candidate.amount).minor === price.minor);
  return rule && price.minor < regular.minor ? { regular, until: rule.to } : undefined;
}

/** The kind of an offer is the first letter of its id (platform contract, 1.8). */
function termOf({ offerId, period, expiresAt, startTime }: ApiOffer): Term {
  const { unit, count } = parsePeriod(period);
  switch (offerId.charAt(0)) {
    case 'S':
      return { kind: 'recurring', unit: unit ?? 'month', count };
    case 'P':
      if (expiresAt) return { kind: 'until', at: expiresAt };
      return unit && unit !== 'season' ? { kind: 'span', unit, count } : { kind: 'unlimited' };
    case 'E':
      return startTime ? { kind: 'event', startsAt: startTime } : { kind: 'unlimited' };
    case 'R':
      return { kind: 'hours', count: Number(period) || 48 };
    default:
      return { kind: 'unlimited' };
  }
}

const UNITS: readonly (readonly [RegExp, PeriodUnit])[] = [
  [/^(day|daily)/, 'day'],
  [/^week/, 'week'],
  [/^month/, 'month'],
  [/^(year|annual)/, 'year'],
  [/^season/, 'season'],
];

/** `month`, `3months`, `3-months`, `weekly`, `annual` …: the platform spells periods in several ways. */
function parsePeriod(period: string | null): { unit: PeriodUnit | undefined; count: number } {
  const [, count, name = ''] = /^(\d*)-?([a-z]*)/.exec(period ?? '') ?? [];
  return { unit: UNITS.find(([pattern]) => pattern.test(name))?.[1], count: Number(count) || 1 };
}
