import { z } from '@hono/zod-openapi';
import { LARGEST_PAGE } from '../inferences.js';
import { operation } from './envelope.js';

const tag = 'Offers';
const unix = z.number().int();

/** An offer as the older endpoints show it, priced for the viewer's country. Prices are decimals of the currency named beside them. */
export const Offer = z
  .object({
    offerId: z.string(),
    offerTitle: z.string(),
    offerDescription: z.string().nullable(),
    offerUrl: z.string().nullable(),
    offerPrice: z.number(),
    offerCurrency: z.string(),
    offerCurrencySymbol: z.string(),
    offerCountry: z.string(),
    customerPriceInclTax: z.number(),
    customerPriceExclTax: z.number(),
    customerCurrency: z.string(),
    customerCurrencySymbol: z.string(),
    customerCountry: z.string(),
    discountedCustomerPriceInclTax: z.number().nullable(),
    discountedCustomerPriceExclTax: z.number().nullable(),
    discountPeriods: z.number().nullable(),
    applicableTaxRate: z.number(),
    applyServiceFeeOnCustomer: z.boolean(),
    period: z.string().nullable(),
    freePeriods: z.number().nullable(),
    freeDays: z.number().nullable(),
    trialAvailable: z.boolean().nullable(),
    accessGranted: z.boolean().optional(),
    active: z.boolean(),
    createdAt: unix,
    updatedAt: unix,
    expiresAt: unix.nullable(),
    startTime: unix.nullable(),
    endTime: unix.nullable(),
    timeZone: z.string().nullable(),
    accessToTags: z.array(z.string()),
    geoRestrictionEnabled: z.boolean(),
    geoRestrictionType: z.enum(['whitelist', 'blacklist']).nullable(),
    geoRestrictionCountries: z.array(z.string()),
    socialCommissionRate: z.number(),
    averageRating: z.number(),
    contentType: z.string().nullable(),
    contentExternalId: z.string().nullable(),
    contentExternalData: z.string().nullable(),
    contentAgeRestriction: z.string().nullable(),
    videoId: z.string().nullable(),
  })
  .openapi('Offer');

const Price = z.object({
  amount: z.number(),
  currency: z.string(),
  taxIncluded: z.boolean(),
  rules: z.array(z.object({ from: unix, to: unix, amount: z.number(), name: z.string() })).optional(),
});
const PeriodUnit = z.enum(['day', 'week', 'month', 'year', 'season', 'hour']);
const FreeTrial = z.object({ type: z.enum(['day', 'period']), duration: z.number().int() });
const GeoRestriction = z.array(z.object({ type: z.enum(['whitelist', 'blacklist']), countries: z.array(z.string()) }));

/** An offer as the newer endpoint shows it, with all its localisations. */
export const OfferV2 = z
  .object({
    id: z.string(),
    longId: z.string(),
    title: z.string(),
    description: z.string(),
    type: z.enum(['subscription', 'pass', 'live', 'vod']),
    active: z.boolean(),
    price: Price,
    billingCycle: z.object({ periodUnit: PeriodUnit, amount: z.number().int() }).optional(),
    entitlement: z
      .object({
        expirationPolicy: z.enum(['fixed', 'duration', 'never']),
        expiresAt: unix.optional(),
        duration: z.object({ amount: z.number().int(), periodUnit: PeriodUnit }).optional(),
      })
      .optional(),
    event: z.object({ startsAt: unix, endsAt: unix, timezone: z.string() }).optional(),
    freeTrial: FreeTrial.optional(),
    geoRestriction: GeoRestriction,
    tags: z.array(z.string()),
    externalProperties: z.record(z.string(), z.union([z.string(), z.number()])),
    appStoreProductIds: z.object({ apple: z.string().optional(), android: z.string().optional() }),
    imageUrl: z.string(),
    hasLandingPage: z.boolean(),
    sessionsLimit: z.number().int(),
    giftable: z.boolean(),
    localizations: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        description: z.string(),
        countryCode: z.string(),
        price: Price,
        freeTrial: FreeTrial.optional(),
        geoRestriction: GeoRestriction,
      }),
    ),
    pause: z.object({ maxBillingCycles: z.number().int() }).optional(),
    createdAt: unix,
    updatedAt: unix,
  })
  .openapi('OfferV2');

export const offerIdPattern = /^[A-Z]\d{9}(_[A-Z]{2})?$/;
export const offerParams = z.object({
  offerId: z
    .string()
    .regex(offerIdPattern)
    .openapi({ param: { name: 'offerId', in: 'path' }, example: 'S274093615_DE' }),
});

export const listOffers = operation({
  id: 'listOffers',
  method: 'get',
  path: '/offers',
  tag,
  auth: false,
  evidence: ['SDK'],
  summary: 'The publisher’s active offers',
  query: z.object({
    pageLimit: z.coerce.number().int().min(1).max(LARGEST_PAGE).optional(),
    page: z.coerce.number().int().min(1).max(LARGEST_PAGE).optional(),
    publisherId: z.coerce.number().int().nonnegative().optional(),
    offerType: z.enum(['subscription', 'pass', 'live', 'vod']).optional(),
  }),
  data: z.array(OfferV2),
});

export const getOffer = operation({
  id: 'getOffer',
  method: 'get',
  path: '/offers/{offerId}',
  tag,
  auth: false,
  evidence: ['DOC', 'OTT'],
  summary: 'One offer, priced for the viewer’s country',
  params: offerParams,
  query: z.object({ customerIP: z.string().optional() }),
  data: Offer,
});

export const getOfferV2 = operation({
  id: 'getOfferV2',
  method: 'get',
  path: '/v2/offers/{offerId}',
  tag,
  auth: false,
  evidence: ['SDK'],
  summary: 'One offer with all localisations',
  params: offerParams,
  data: OfferV2,
});

export const getOfferForCustomer = operation({
  id: 'getOfferForCustomer',
  method: 'get',
  path: '/offers/{offerId}/customers/{customerEmail}',
  tag,
  auth: true,
  evidence: ['SDK', 'DOC'],
  summary: 'One offer for a customer: whether a trial is available and access is granted already',
  params: offerParams.extend({ customerEmail: z.string().openapi({ param: { name: 'customerEmail', in: 'path' } }) }),
  data: Offer,
});

export const getEntitlement = operation({
  id: 'getEntitlement',
  method: 'get',
  path: '/entitlements/{offerId}',
  tag,
  auth: true,
  evidence: ['OTT', 'DOC'],
  summary: 'Whether the customer has access to an offer',
  params: offerParams,
  data: z.object({ accessGranted: z.boolean(), expiresAt: unix.nullable() }).openapi('Entitlement'),
});
