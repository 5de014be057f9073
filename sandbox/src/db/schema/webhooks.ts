import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, whole } from './columns.js';

/** Where a publisher's server wants to hear of a topic. */
export const webhookEndpoints = pgTable('webhook_endpoints', {
  id: id(),
  publisherId: whole('publisher_id').notNull(),
  topic: text('topic').notNull(),
  url: text('url').notNull(),
  /** Signs what is sent: kept as it is, for it is needed as it is. */
  secret: text('secret').notNull(),
  /** Only of payments with this method; null = of all. */
  paymentMethodId: whole('payment_method_id'),
  /** How often a delivery is tried. */
  maxAttempts: integer('max_attempts').notNull(),
  createdAt: whole('created_at').notNull(),
});

/** One event on its way to one endpoint. Written with the event, so that none is lost. */
export const webhookDeliveries = pgTable('webhook_deliveries', {
  id: id(),
  publisherId: whole('publisher_id').notNull(),
  endpointId: whole('endpoint_id').notNull(),
  eventId: whole('event_id').notNull(),
  topic: text('topic').notNull(),
  url: text('url').notNull(),
  /** What is sent; made at the first attempt, and the same from then on. */
  body: text('body'),
  status: text('status').$type<'pending' | 'delivered' | 'failed' | 'skipped'>().notNull().default('pending'),
  attempts: integer('attempts').notNull().default(0),
  maxAttempts: integer('max_attempts').notNull(),
  /** Of the sandbox's clock; null when nothing is tried any more. */
  nextAttemptAt: whole('next_attempt_at'),
  /** Of the wall clock: until then one process has it in hand. */
  claimedUntil: whole('claimed_until'),
  createdAt: whole('created_at').notNull(),
});

export const webhookAttempts = pgTable('webhook_attempts', {
  id: id(),
  publisherId: whole('publisher_id').notNull(),
  deliveryId: whole('delivery_id').notNull(),
  at: whole('at').notNull(),
  /** Of the receiver's answer; null without one. */
  status: integer('status'),
  error: text('error'),
  /** The beginning of the answer. */
  answer: text('answer').notNull().default(''),
  ms: integer('ms').notNull(),
});
