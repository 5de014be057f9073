import type { ApiOffer } from '../api/catalogue.js';
import { moneyFromDecimal, type Money } from '../money.js';

/** How long what is bought lasts, or how often it is paid. */
export type Term =
  | { readonly kind: 'recurring'; readonly unit: 'week' | 'month' | 'year' | 'season'; readonly count: number }
  | { readonly kind: 'hours'; readonly count: number }
  | { readonly kind: 'span'; readonly unit: 'week' | 'month' | 'year'; readonly count: number }
  | { readonly kind: 'until'; readonly at: number }
  | { readonly kind: 'event'; readonly startsAt: number }
  | { readonly kind: 'unlimited' };

/** What is for sale, as a viewer sees it before anything is ordered. */
export interface Offer {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** With tax, for the viewer's country. */
  readonly price: Money;
  readonly term: Term;
  /** Length of the free trial, when the offer has one. */
  readonly trial: { readonly unit: 'day' | 'period'; readonly count: number } | undefined;
}

export function offerFromApi(api: ApiOffer): Offer {
  const { freeDays, freePeriods } = api;
  return {
    id: api.offerId,
    title: api.offerTitle,
    description: api.offerDescription ?? '',
    price: moneyFromDecimal(api.customerPriceInclTax, api.customerCurrency),
    term: termOf(api),
    trial: freeDays ? { unit: 'day', count: freeDays } : freePeriods ? { unit: 'period', count: freePeriods } : undefined,
  };
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

/** `month`, `3months`, `weekly`, `annual` …: the platform spells periods in several ways. */
function parsePeriod(period: string | null): { unit: 'week' | 'month' | 'year' | 'season' | undefined; count: number } {
  const [, count, name = ''] = /^(\d*)([a-z]*)/.exec(period ?? '') ?? [];
  const unit = name.startsWith('week')
    ? 'week'
    : name.startsWith('month')
      ? 'month'
      : /^(year|annual)/.test(name)
        ? 'year'
        : name === 'season'
          ? 'season'
          : undefined;
  return { unit, count: Number(count) || 1 };
}
