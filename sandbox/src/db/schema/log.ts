import { boolean, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { id, whole } from './columns.js';

/** Append-only: everything that happened to money, plans and people, rich enough to compute every retention figure from it alone. */
export const events = pgTable('events', {
  id: id(),
  schemaVersion: integer('schema_version').notNull(),
  type: text('type').notNull(),
  at: whole('at').notNull(),
  publisherId: whole('publisher_id').notNull(),
  customerId: whole('customer_id'),
  subscriptionId: whole('subscription_id'),
  offerId: text('offer_id'),
  /** In the smallest unit of `currency`. */
  amount: whole('amount'),
  currency: text('currency'),
  country: text('country'),
  gateway: text('gateway'),
  /** `web`, or the store. */
  channel: text('channel').notNull(),
  inTrial: boolean('in_trial').notNull(),
  reason: text('reason').$type<'voluntary' | 'payment' | 'publisher' | 'switch'>(),
  data: jsonb('data').$type<Record<string, unknown>>().notNull(),
});

/** Every e-mail the platform would send. */
export const mails = pgTable('mails', {
  id: id(),
  publisherId: whole('publisher_id').notNull(),
  customerId: whole('customer_id'),
  recipient: text('recipient').notNull(),
  kind: text('kind').$type<'password-reset' | 'gift' | 'gift-receipt' | 'receipt' | 'payment-failed' | 'subscription-ended'>().notNull(),
  subject: text('subject').notNull(),
  text: text('text').notNull(),
  /** What a test needs of it: the link, the code. */
  data: jsonb('data').$type<Record<string, string>>().notNull(),
  at: whole('at').notNull(),
});
