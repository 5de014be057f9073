import { boolean, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { id, whole } from './columns.js';

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
  /** All tokens that came from one login: when a used one comes again, the whole family is dead. */
  family: text('family').notNull(),
  usedAt: whole('used_at'),
  expiresAt: whole('expires_at').notNull(),
});

export const passwordResets = pgTable('password_resets', {
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
  {
    customerId: whole('customer_id').notNull(),
    key: text('key').notNull(),
    answer: jsonb('answer').notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.key] })],
);
