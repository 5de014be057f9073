import { boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { whole } from './columns.js';

/** What the sandbox itself keeps: its clock, its signing key, its switches. */
export const settings = pgTable('settings', { key: text('key').primaryKey(), value: jsonb('value').notNull() });

export const publishers = pgTable('publishers', {
  id: whole('id').primaryKey(),
  name: text('name').notNull(),
  captureEnabled: boolean('capture_enabled').notNull(),
  captchaRequired: boolean('captcha_required').notNull().default(false),
  /** Where a gift's recipient goes: the page with the checkout. */
  checkoutUrl: text('checkout_url').notNull().default('https://publisher.example/checkout'),
  /** Webhooks are sent twice, or newest first: as a network may bring them. */
  webhookDuplicates: boolean('webhook_duplicates').notNull().default(false),
  webhookReordering: boolean('webhook_reordering').notNull().default(false),
  /** Countries the publisher does not serve at all. */
  blockedCountries: jsonb('blocked_countries').$type<string[]>().notNull().default([]),
});

export const paymentMethods = pgTable('payment_methods', {
  id: whole('id').primaryKey(),
  publisherId: whole('publisher_id').notNull(),
  methodName: text('method_name').notNull(),
  gateway: text('gateway').notNull(),
  /** What paying this way costs the customer, in basis points of the discounted net price. */
  feeRate: integer('fee_rate').notNull().default(0),
  /** Wallets are off unless somebody turns them on. */
  enabled: boolean('enabled').notNull().default(true),
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

/** How long after a refused renewal access lasts, and when it is tried again; one row for each billing cycle. */
export const dunningSettings = pgTable(
  'dunning_settings',
  {
    publisherId: whole('publisher_id').notNull(),
    cycle: text('cycle').$type<'weekly' | 'monthly' | '3-months' | '6-months' | 'annual' | 'seasonal'>().notNull(),
    graceHours: integer('grace_hours').notNull(),
    /** Hours relative to the due date, ascending; negative ones lie before it. */
    attempts: jsonb('attempts').$type<number[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.publisherId, t.cycle] })],
);
