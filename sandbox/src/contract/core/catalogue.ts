import { z } from '@hono/zod-openapi';
import { LARGEST_PAGE } from '../../inferences.js';
import { CountryCode, CurrencyCode, idParam, operation } from '../envelope.js';
import { OfferV2, offerIdPattern, offerParams } from '../offers.js';
import { Campaign, CouponCode } from '../orders.js';

const auth = 'publisher';
const unix = z.number().int().nonnegative();
const amount = z.number().nonnegative().max(1_000_000);
const OfferType = z.enum(['subscription', 'pass', 'live', 'vod']);

const Price = z
  .object({
    amount,
    currency: CurrencyCode,
    taxIncluded: z.boolean(),
    rules: z
      .array(z.object({ from: unix, to: unix, amount, name: z.string().max(100) }))
      .max(50)
      .default([])
      .openapi({ description: 'Promotional prices' }),
  })
  .openapi('PriceInput');
const words = { title: z.string().trim().min(1).max(200), description: z.string().max(5000) };
const place = { ...words, countryCode: CountryCode, price: Price };

/** What a publisher decides about an offer; the first country is the main one. */
const terms = {
  ...place,
  description: words.description.default(''),
  active: z.boolean(),
  billingCycle: z.object({ periodUnit: z.enum(['week', 'month', 'year', 'season']), amount: z.number().int() }),
  entitlement: z.discriminatedUnion('expirationPolicy', [
    z.object({ expirationPolicy: z.literal('fixed'), expiresAt: unix }),
    z.object({
      expirationPolicy: z.literal('duration'),
      duration: z.object({ amount: z.number().int().min(1).max(10_000), periodUnit: z.enum(['hour', 'day', 'week', 'month', 'year']) }),
    }),
    z.object({ expirationPolicy: z.literal('never') }),
  ]),
  event: z.object({ startsAt: unix, endsAt: unix, timezone: z.string().max(60) }),
  freeTrial: z.object({ type: z.enum(['day', 'period']), duration: z.number().int().min(1).max(365) }).nullable(),
  geoRestriction: z.array(z.object({ type: z.enum(['whitelist', 'blacklist']), countries: z.array(CountryCode).min(1).max(250) })).max(1),
  tags: z.array(z.string().min(1).max(100)).max(50),
  externalProperties: z.record(z.string().max(100), z.union([z.string().max(1000), z.number()])),
  appStoreProductIds: z.object({ apple: z.string().max(200).optional(), android: z.string().max(200).optional() }),
  imageUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(1000)]),
  sessionsLimit: z.number().int().min(1).max(100),
  giftable: z.boolean(),
  pause: z.object({ maxBillingCycles: z.number().int().min(1).max(100) }).nullable(),
  localizations: z
    .array(z.object({ ...place, description: words.description.default('') }))
    .max(100)
    .openapi({ description: 'Further countries' }),
};

const optional = z.object(terms).partial();

export const OfferInput = optional
  .extend({ ...place, description: words.description.default(''), type: OfferType })
  .strict()
  .openapi('OfferInput');
export const OfferChange = optional.extend({ description: words.description.optional() }).strict().openapi('OfferChange');

export const coreListOffers = operation({
  id: 'coreListOffers',
  method: 'get',
  path: '/3.1/offers',
  tag: 'Core: offers',
  auth,
  evidence: ['DOC', 'INF'],
  summary: 'All the publisher’s offers, those that are not sold any more among them',
  query: z.object({
    offerType: OfferType.optional(),
    active: z.enum(['true', 'false']).optional(),
    pageLimit: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(100),
    page: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(1),
  }),
  data: z.array(OfferV2),
});

export const coreCreateOffer = operation({
  id: 'coreCreateOffer',
  method: 'post',
  path: '/3.1/offers',
  tag: 'Core: offers',
  auth,
  evidence: ['DOC', 'INF'],
  summary: 'Sell something new: a subscription needs a billing cycle, a pass and a video an entitlement, a live event its times',
  body: OfferInput,
  data: OfferV2,
});

export const coreGetOffer = operation({
  id: 'coreGetOffer',
  method: 'get',
  path: '/3.1/offers/{offerId}',
  tag: 'Core: offers',
  auth,
  evidence: ['DOC'],
  summary: 'One of the publisher’s offers, with all localisations',
  params: offerParams,
  data: OfferV2,
});

export const coreUpdateOffer = operation({
  id: 'coreUpdateOffer',
  method: 'patch',
  path: '/3.1/offers/{offerId}',
  tag: 'Core: offers',
  auth,
  evidence: ['DOC', 'INF'],
  summary: 'Change what is named of an offer; localizations are replaced as a whole. What was bought stays as it was bought',
  params: offerParams,
  body: OfferChange,
  data: OfferV2,
});

export const CoreCampaign = Campaign.extend({ couponCodes: z.array(z.string()) }).openapi('CoreCampaign');

const campaignTerms = {
  name: z.string().trim().min(1).max(100),
  discount: z.number().min(0.01).max(1),
  usagePerCoupon: z.union([z.literal('unlimited'), z.string().regex(/^[1-9]\d{0,6}$/)]),
  maxUsages: z.number().int().positive().nullable(),
  status: z.enum(['active', 'deactivated']),
  offerTypes: z.array(OfferType).max(4),
  paymentType: z.enum(['all', 'initial', 'renewal']),
  offers: z.array(z.string().regex(offerIdPattern)).max(500),
  tags: z.array(z.string().min(1).max(100)).max(50),
  numberOfAppliedPeriods: z.number().int().min(1).max(999).openapi({ description: '999 = without end' }),
  applicableOnFirstPeriod: z.boolean(),
  paymentDetailsRequired: z.boolean(),
  expirationDate: unix.nullable(),
};
const couponCodes = z.array(CouponCode.trim().regex(/^[\w-]+$/)).max(1000);

export const coreListCampaigns = operation({
  id: 'coreListCampaigns',
  method: 'get',
  path: '/3.1/campaigns',
  tag: 'Core: campaigns',
  auth,
  evidence: ['DOC', 'INF'],
  summary: 'The publisher’s campaigns with their coupons, newest first; or the one behind a coupon',
  query: z.object({ couponCode: CouponCode.min(1).optional() }),
  data: z.object({ items: z.array(CoreCampaign) }),
});

export const coreCreateCampaign = operation({
  id: 'coreCreateCampaign',
  method: 'post',
  path: '/3.1/campaigns',
  tag: 'Core: campaigns',
  auth,
  evidence: ['INF'],
  summary: 'Start a campaign with its coupons',
  body: z
    .object({
      ...z.object(campaignTerms).partial().shape,
      name: campaignTerms.name,
      discount: campaignTerms.discount,
      couponCodes: couponCodes.min(1),
    })
    .strict(),
  data: CoreCampaign,
});

export const coreUpdateCampaign = operation({
  id: 'coreUpdateCampaign',
  method: 'patch',
  path: '/3.1/campaigns/{campaignId}',
  tag: 'Core: campaigns',
  auth,
  evidence: ['INF'],
  summary: 'Change what is named of a campaign, and add coupons to it',
  params: z.object({ campaignId: idParam('campaignId') }),
  body: z.object({ ...z.object(campaignTerms).partial().shape, couponCodes: couponCodes.optional() }).strict(),
  data: CoreCampaign,
});
