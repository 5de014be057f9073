import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CardData, PspSession } from '../psp/store.js';
import type { PeriodUnit } from '../rules/periods.js';

/** Unix seconds, ids, and amounts in the smallest unit of a currency: all whole numbers. */
const whole = (name: string) => bigint(name, { mode: 'number' });
/** An id the database gives; the sequences start at different nine-digit numbers, so that ids cannot be mixed up unnoticed. */
const id = () => whole('id').primaryKey().generatedByDefaultAsIdentity();

export const settings = pgTable('settings', { key: text('key').primaryKey(), value: jsonb('value').notNull() });

export const publishers = pgTable('publishers', {
  id: whole('id').primaryKey(),
  name: text('name').notNull(),
  captureEnabled: boolean('capture_enabled').notNull(),
});

export const paymentMethods = pgTable('payment_methods', {
  id: whole('id').primaryKey(),
  publisherId: whole('publisher_id').notNull(),
  methodName: text('method_name').notNull(),
  gateway: text('gateway').notNull(),
});

export const consents = pgTable(
  'consents',
  {
    publisherId: whole('publisher_id').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    version: text('version').notNull(),
    value: text('value').notNull(),
    label: text('label').notNull(),
    required: boolean('required').notNull(),
    enabledByDefault: boolean('enabled_by_default').notNull(),
  },
  (t) => [primaryKey({ columns: [t.publisherId, t.name] })],
);

export const captureSettings = pgTable(
  'capture_settings',
  {
    publisherId: whole('publisher_id').notNull(),
    position: integer('position').notNull(),
    key: text('key').notNull(),
    enabled: boolean('enabled').notNull(),
    required: boolean('required').notNull(),
    question: text('question'),
    value: text('value'),
  },
  (t) => [primaryKey({ columns: [t.publisherId, t.key] })],
);

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

export const customers = pgTable('customers', {
  id: id(),
  publisherId: whole('publisher_id').notNull(),
  email: text('email').notNull(),
  passwordHash: text('password_hash').notNull(),
  firstName: text('first_name').notNull().default(''),
  lastName: text('last_name').notNull().default(''),
  country: text('country').notNull(),
  currency: text('currency').notNull(),
  locale: text('locale').notNull(),
  registeredAt: whole('registered_at').notNull(),
  lastLoginAt: whole('last_login_at').notNull(),
  lastIp: text('last_ip').notNull(),
  externalId: text('external_id').notNull().default(''),
  externalData: jsonb('external_data').$type<Record<string, unknown>>(),
  captureSubmitted: boolean('capture_submitted').notNull().default(false),
});

export const refreshTokens = pgTable('refresh_tokens', {
  hash: text('hash').primaryKey(),
  customerId: whole('customer_id').notNull(),
  expiresAt: whole('expires_at').notNull(),
});

export const customerConsents = pgTable(
  'customer_consents',
  {
    customerId: whole('customer_id').notNull(),
    name: text('name').notNull(),
    version: text('version').notNull(),
    state: text('state').$type<'accepted' | 'declined'>().notNull(),
    date: whole('date').notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.name] })],
);

export const captureAnswers = pgTable(
  'capture_answers',
  { customerId: whole('customer_id').notNull(), key: text('key').notNull(), answer: jsonb('answer').notNull() },
  (t) => [primaryKey({ columns: [t.customerId, t.key] })],
);

export const orders = pgTable('orders', {
  id: id(),
  publisherId: whole('publisher_id').notNull(),
  customerId: whole('customer_id').notNull(),
  offerId: text('offer_id').notNull(),
  country: text('country').notNull(),
  currency: text('currency').notNull(),
  paymentMethodId: whole('payment_method_id').notNull(),
  couponCode: text('coupon_code'),
  discountType: text('discount_type').$type<'' | 'trial' | 'coupon'>().notNull(),
  discountPeriods: integer('discount_periods').notNull(),
  requiredPaymentDetails: boolean('required_payment_details').notNull(),
  buyAsAGift: boolean('buy_as_a_gift').notNull(),
  offerPrice: whole('offer_price').notNull(),
  discountAmount: whole('discount_amount').notNull(),
  taxAmount: whole('tax_amount').notNull(),
  total: whole('total').notNull(),
  /** In basis points. */
  taxRate: integer('tax_rate').notNull(),
  createdAt: whole('created_at').notNull(),
  expiresAt: whole('expires_at').notNull(),
});

export const payments = pgTable('payments', {
  id: id(),
  /** Unique: an order is paid once, whatever happens at the same time. */
  orderId: whole('order_id').notNull().unique(),
  customerId: whole('customer_id').notNull(),
  status: text('status').notNull(),
  total: whole('total').notNull(),
  tax: whole('tax').notNull(),
  currency: text('currency').notNull(),
  country: text('country').notNull(),
  gateway: text('gateway').notNull(),
  method: text('method').notNull(),
  externalId: text('external_id').notNull(),
  couponCode: text('coupon_code'),
  offerType: text('offer_type').notNull(),
  paymentDetailsId: whole('payment_details_id'),
  operation: text('operation').notNull(),
  createdAt: whole('created_at').notNull(),
});

export const paymentDetails = pgTable('payment_details', {
  id: id(),
  customerId: whole('customer_id').notNull(),
  paymentMethodId: whole('payment_method_id').notNull(),
  gateway: text('gateway').notNull(),
  method: text('method').notNull(),
  params: jsonb('params').$type<Record<string, string>>().notNull(),
  active: boolean('active').notNull(),
});

/** What a customer has bought: subscriptions, and passes and single purchases beside them. */
export const holdings = pgTable('holdings', {
  id: id(),
  customerId: whole('customer_id').notNull(),
  offerId: text('offer_id').notNull(),
  offerTitle: text('offer_title').notNull(),
  status: text('status').$type<'active' | 'cancelled'>().notNull(),
  startedAt: whole('started_at').notNull(),
  expiresAt: whole('expires_at'),
  nextPaymentAt: whole('next_payment_at'),
  trialEndsAt: whole('trial_ends_at'),
  /** Gross price of a period, or of the purchase. */
  price: whole('price').notNull(),
  currency: text('currency').notNull(),
  period: text('period'),
  gateway: text('gateway').notNull(),
  method: text('method').notNull(),
  externalPaymentId: text('external_payment_id').notNull(),
  cancellationReason: text('cancellation_reason'),
});

export const pspSessions = pgTable('psp_sessions', {
  id: text('id').primaryKey(),
  gateway: text('gateway').$type<PspSession['gateway']>().notNull(),
  orderId: whole('order_id').notNull(),
  amount: whole('amount').notNull(),
  currency: text('currency').notNull(),
  state: text('state').$type<PspSession['state']>().notNull(),
  card: jsonb('card').$type<CardData>(),
  returnUrl: text('return_url'),
  successUrl: text('success_url'),
  cancelUrl: text('cancel_url'),
  errorUrl: text('error_url'),
  challenge: boolean('challenge').notNull(),
});
