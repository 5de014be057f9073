import type { z } from '@hono/zod-openapi';
import type { Offer, OfferV2 } from '../../contract/offers.js';
import { longId, periodOf, priceAt, priceOf, promotionOf, trialOf, type Localization, type StoredOffer } from '../../db/offers.js';
import { PROMOTION_PERIODS } from '../../inferences.js';
import { mayBeGift } from '../../rules/gifts.js';
import { BASIS, toDecimal } from '../../rules/money.js';
import { periodName } from '../../rules/periods.js';
import { splitPrice } from '../../rules/pricing.js';
import { taxRateOf } from '../../rules/tax.js';

export const symbolOf = (currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).formatToParts(0).find((part) => part.type === 'currency')?.value ?? currency;

/** An offer as the older endpoints show it. A promotional price is a discount of the first period. */
export function offerV1(offer: StoredOffer, viewerCountry: string, now: number): z.infer<typeof Offer> {
  const { here } = offer;
  const taxRate = taxRateOf(viewerCountry);
  const { net, gross } = splitPrice(priceOf(here), taxRate);
  const promotion = promotionOf(here, now) ? splitPrice(priceAt(here, now), taxRate) : null;
  const trial = trialOf(offer);
  const money = (minor: number) => toDecimal(minor, here.currency);
  return {
    offerId: longId(offer, here),
    offerTitle: here.title,
    offerDescription: here.description,
    offerUrl: null,
    offerPrice: money(here.price),
    offerCurrency: here.currency,
    offerCurrencySymbol: symbolOf(here.currency),
    offerCountry: here.country,
    customerPriceInclTax: money(gross),
    customerPriceExclTax: money(net),
    customerCurrency: here.currency,
    customerCurrencySymbol: symbolOf(here.currency),
    customerCountry: viewerCountry,
    discountedCustomerPriceInclTax: promotion && money(promotion.gross),
    discountedCustomerPriceExclTax: promotion && money(promotion.net),
    discountPeriods: promotion && PROMOTION_PERIODS,
    applicableTaxRate: taxRate / BASIS,
    applyServiceFeeOnCustomer: false,
    period: offer.expiresAt ? null : periodName(offer.letter, periodOf(offer)),
    freePeriods: trial?.type === 'period' ? trial.duration : 0,
    freeDays: trial?.type === 'day' ? trial.duration : 0,
    trialAvailable: null,
    active: offer.active,
    createdAt: offer.createdAt,
    updatedAt: offer.updatedAt,
    expiresAt: offer.expiresAt,
    startTime: offer.startsAt,
    endTime: offer.endsAt,
    timeZone: offer.timeZone,
    accessToTags: ['(all)'],
    geoRestrictionEnabled: offer.geoType !== null,
    geoRestrictionType: offer.geoType,
    geoRestrictionCountries: offer.geoCountries,
    socialCommissionRate: 0,
    averageRating: 4,
    contentType: null,
    contentExternalId: null,
    contentExternalData: null,
    contentAgeRestriction: null,
    videoId: null,
  };
}

const TYPES = { S: 'subscription', P: 'pass', E: 'live' } as const;

/** An offer as the newer endpoint shows it. */
export function offerV2(offer: StoredOffer): z.infer<typeof OfferV2> {
  const main = offer.localizations.find((l) => l.main) ?? offer.here;
  const period = periodOf(offer);
  const trial = trialOf(offer);
  const type = TYPES[offer.letter as keyof typeof TYPES] ?? 'vod';
  const geoRestriction = offer.geoType ? [{ type: offer.geoType, countries: offer.geoCountries }] : [];
  const { startsAt, endsAt, timeZone } = offer;
  return {
    id: offer.id,
    longId: longId(offer, main),
    title: main.title,
    description: main.description,
    type,
    active: offer.active,
    price: priceView(main),
    ...(type === 'subscription' && period ? { billingCycle: { periodUnit: period.unit, amount: period.amount } } : {}),
    ...(type === 'subscription' ? {} : { entitlement: entitlementView(offer) }),
    ...(startsAt !== null && endsAt !== null ? { event: { startsAt, endsAt, timezone: timeZone ?? 'UTC' } } : {}),
    ...(trial ? { freeTrial: trial } : {}),
    geoRestriction,
    tags: offer.tags,
    externalProperties: offer.externalProperties,
    appStoreProductIds: offer.appStoreProductIds,
    imageUrl: offer.imageUrl,
    hasLandingPage: false,
    sessionsLimit: offer.sessionsLimit,
    giftable: mayBeGift(offer, period),
    localizations: offer.localizations
      .filter((l) => !l.main)
      .map((l) => ({
        id: longId(offer, l),
        title: l.title,
        description: l.description,
        countryCode: l.country,
        price: priceView(l),
        ...(trial ? { freeTrial: trial } : {}),
        geoRestriction,
      })),
    ...(offer.pauseMaxCycles === null ? {} : { pause: { maxBillingCycles: offer.pauseMaxCycles } }),
    createdAt: offer.createdAt,
    updatedAt: offer.updatedAt,
  };
}

const priceView = ({ price, currency, taxIncluded, rules }: Localization) => ({
  amount: toDecimal(price, currency),
  currency,
  taxIncluded,
  rules: rules.map((rule) => ({ from: rule.startsAt, to: rule.endsAt, amount: toDecimal(rule.price, currency), name: rule.name })),
});

function entitlementView(offer: StoredOffer) {
  const period = periodOf(offer);
  if (offer.expiresAt) return { expirationPolicy: 'fixed' as const, expiresAt: offer.expiresAt };
  if (period) return { expirationPolicy: 'duration' as const, duration: { amount: period.amount, periodUnit: period.unit } };
  return { expirationPolicy: 'never' as const };
}
