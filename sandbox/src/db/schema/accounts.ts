import { pgTable, text } from 'drizzle-orm/pg-core';
import { id, whole } from './columns.js';

/** Whoever works at a publisher's dashboard. Times of accounts and sessions are of the wall clock: moving the sandbox's time signs nobody out. */
export const accounts = pgTable('accounts', {
  id: id(),
  publisherId: whole('publisher_id').notNull(),
  /** Unique, whatever its case. */
  email: text('email').notNull(),
  passwordHash: text('password_hash').notNull(),
  createdAt: whole('created_at').notNull(),
});

export const accountSessions = pgTable('account_sessions', {
  /** Of the secret in the cookie. */
  hash: text('hash').primaryKey(),
  accountId: whole('account_id').notNull(),
  expiresAt: whole('expires_at').notNull(),
});

/** The secrets that publishers' servers send as X-Publisher-Token. */
export const apiKeys = pgTable('api_keys', {
  id: id(),
  publisherId: whole('publisher_id').notNull(),
  name: text('name').notNull(),
  hash: text('hash').notNull(),
  /** Its last characters, to tell one from another. */
  hint: text('hint').notNull(),
  createdAt: whole('created_at').notNull(),
  /** To the minute. */
  lastUsedAt: whole('last_used_at'),
  revokedAt: whole('revoked_at'),
});
