import { boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { PeriodUnit } from '../../rules/periods.js';
import { id, whole } from './columns.js';

export const offers = pgTable('offers', {
  /** The short id; its first letter is the kind. */
  id: text('id').primaryKey(),
  publisherId: whole('publisher_id').notNull(),
  active: boolean('active').notNull(),
  giftable: boolean('giftable').notNull(),
  periodUnit: text('period_unit').$type<PeriodUnit>(),
  periodAmount: integer('period_amount'),
  /** End of access of a pass with a fixed end. */
  expiresAt: whole('expires_at'),
  startsAt: whole('starts_at'),
  endsAt: whole('ends_at'),
  timeZone: text('time_zone'),
  trialType: text('trial_type').$type<'day' | 'period'>(),
  trialDuration: integer('trial_duration'),
  geoType: text('geo_type').$type<'whitelist' | 'blacklist'>(),
  geoCountries: jsonb('geo_countries').$type<string[]>().notNull(),
  tags: jsonb('tags').$type<string[]>().notNull().default(['all']),
  externalProperties: jsonb('external_properties').$type<Record<string, string | number>>().notNull().default({}),
  appStoreProductIds: jsonb('app_store_product_ids').$type<{ apple?: string; android?: string }>().notNull().default({}),
  imageUrl: text('image_url').notNull().default(''),
  sessionsLimit: integer('sessions_limit').notNull().default(3),
  /** For how many billing cycles a subscription may be paused at most; null = not at all. */
  pauseMaxCycles: integer('pause_max_cycles'),
  createdAt: whole('created_at').notNull(),
  updatedAt: whole('updated_at').notNull(),
});

export const offerLocalizations = pgTable(
  'offer_localizations',
  {
    offerId: text('offer_id').notNull(),
    country: text('country').notNull(),
    /** The first one, where a viewer's country has none of its own. */
    main: boolean('main').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    price: whole('price').notNull(),
    currency: text('currency').notNull(),
    taxIncluded: boolean('tax_included').notNull(),
  },
  (t) => [primaryKey({ columns: [t.offerId, t.country] })],
);

/** A promotional price of one localisation, valid from `startsAt` until `endsAt`. */
export const priceRules = pgTable('price_rules', {
  id: id(),
  offerId: text('offer_id').notNull(),
  country: text('country').notNull(),
  startsAt: whole('starts_at').notNull(),
  endsAt: whole('ends_at').notNull(),
  price: whole('price').notNull(),
  name: text('name').notNull(),
});

export const campaigns = pgTable('campaigns', {
  id: id(),
  publisherId: whole('publisher_id').notNull(),
  name: text('name').notNull(),
  status: text('status').$type<'active' | 'deactivated' | 'ended'>().notNull(),
  /** In basis points: 3000 takes 30 % off. */
  rate: integer('rate').notNull(),
  /** How often one coupon may be used; null = unlimited. */
  usagePerCoupon: integer('usage_per_coupon'),
  /** How often all coupons of the campaign may be used together; null = unlimited. */
  maxUsages: integer('max_usages'),
  /** On a new purchase, on an existing subscription, or both. */
  paymentType: text('payment_type').$type<'all' | 'initial' | 'renewal'>().notNull(),
  /** Kinds of offers; empty = all. */
  offerTypes: jsonb('offer_types').$type<('subscription' | 'pass' | 'live' | 'vod')[]>().notNull(),
  /** Short or long offer ids; empty = all. */
  offers: jsonb('offers').$type<string[]>().notNull(),
  tags: jsonb('tags').$type<string[]>().notNull(),
  /** For how many billing periods; 999 = without end. */
  appliedPeriods: integer('applied_periods').notNull(),
  /** Whether the first period is discounted, or only those after it. */
  firstPeriod: boolean('first_period').notNull().default(true),
  paymentDetailsRequired: boolean('payment_details_required').notNull(),
  expiresAt: whole('expires_at'),
});

export const coupons = pgTable(
  'coupons',
  {
    publisherId: whole('publisher_id').notNull(),
    /** Upper case. */
    code: text('code').notNull(),
    campaignId: whole('campaign_id').notNull(),
    /** Kept for somebody else: refused for everybody who asks. */
    reserved: boolean('reserved').notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.publisherId, t.code] })],
);

/** A coupon that was paid with, or put on a subscription. */
export const couponUses = pgTable('coupon_uses', {
  id: id(),
  publisherId: whole('publisher_id').notNull(),
  code: text('code').notNull(),
  campaignId: whole('campaign_id').notNull(),
  customerId: whole('customer_id').notNull(),
  orderId: whole('order_id'),
  subscriptionId: whole('subscription_id'),
  usedAt: whole('used_at').notNull(),
});

/** From which plan to which other one may switch, and how the difference is settled. Short offer ids. */
export const switchSettings = pgTable(
  'switch_settings',
  {
    publisherId: whole('publisher_id').notNull(),
    fromOfferId: text('from_offer_id').notNull(),
    toOfferId: text('to_offer_id').notNull(),
    direction: text('direction').$type<'upgrade' | 'downgrade' | 'unspecified'>().notNull(),
    algorithm: text('algorithm').notNull(),
  },
  (t) => [primaryKey({ columns: [t.publisherId, t.fromOfferId, t.toOfferId] })],
);

/** What to offer before a cancellation of an offer (short id). */
export const retentionActions = pgTable(
  'retention_actions',
  {
    publisherId: whole('publisher_id').notNull(),
    offerId: text('offer_id').notNull(),
    type: text('type').$type<'FREE_EXTENSION' | 'DOWNGRADE' | 'PAUSE'>().notNull(),
    extensionUnit: text('extension_unit').$type<'day' | 'week' | 'month'>(),
    extensionAmount: integer('extension_amount'),
  },
  (t) => [primaryKey({ columns: [t.publisherId, t.offerId] })],
);
