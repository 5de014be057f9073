import { sql } from 'drizzle-orm';
import { boolean, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { id, whole } from './columns.js';

/**
 * What a customer has: subscriptions (offer letter S), and passes and single purchases beside them. A row stays for good; `status` says
 * whether it still counts. Grace is not a status: it is `active` with `expiresAt` in the past (contract, 11.4).
 */
export const holdings = pgTable('holdings', {
  id: id(),
  publisherId: whole('publisher_id').notNull(),
  customerId: whole('customer_id').notNull(),
  offerId: text('offer_id').notNull(),
  offerTitle: text('offer_title').notNull(),
  status: text('status').$type<'active' | 'cancelled' | 'paused' | 'expired' | 'terminated' | 'switched'>().notNull(),
  startedAt: whole('started_at').notNull(),
  /** When the period paid for began; moves with every renewal. */
  periodStartedAt: whole('period_started_at').notNull(),
  expiresAt: whole('expires_at'),
  nextPaymentAt: whole('next_payment_at'),
  trialEndsAt: whole('trial_ends_at'),
  endedAt: whole('ended_at'),
  endReason: text('end_reason').$type<'voluntary' | 'payment' | 'publisher' | 'switch'>(),
  /** Gross price of a period without any coupon, or of the purchase. */
  price: whole('price').notNull(),
  /** What was last paid for the period that runs now, gross; the base of every proration. */
  periodPaid: whole('period_paid').notNull(),
  currency: text('currency').notNull(),
  country: text('country').notNull(),
  taxRate: integer('tax_rate').notNull(),
  period: text('period'),
  gateway: text('gateway').notNull(),
  method: text('method').notNull(),
  externalPaymentId: text('external_payment_id').notNull(),
  /** The store an in-app purchase came from; null for those of the web. */
  store: text('store').$type<'apple' | 'android' | 'roku' | 'amazon' | 'samsung' | 'vizio'>(),
  /** False for what was paid once for a whole period, such as a redeemed gift. */
  renews: boolean('renews').notNull(),
  couponCode: text('coupon_code'),
  /** In basis points, for `couponPeriodsLeft` more renewals (999 = without end). */
  couponRate: integer('coupon_rate').notNull().default(0),
  couponPeriodsLeft: integer('coupon_periods_left').notNull().default(0),
  cancelledAt: whole('cancelled_at'),
  cancellationReason: text('cancellation_reason'),
  /** Refused attempts to charge the renewal that is due. */
  failedAttempts: integer('failed_attempts').notNull().default(0),
  nextAttemptAt: whole('next_attempt_at'),
  graceEndsAt: whole('grace_ends_at'),
  pause: jsonb('pause').$type<{ requestedAt: number; pauseDate: number; resumeDate: number; failedResumes: number[] }>(),
  pendingSwitchId: text('pending_switch_id'),
  /** A retention offer is given once. */
  extensionUsed: boolean('extension_used').notNull().default(false),
  /** When something happens next by itself; the database derives it from the other columns, so that nobody can forget it. */
  dueAt: whole('due_at').generatedAlwaysAs(sql`see migrations`),
});

export const switches = pgTable('switches', {
  /** A UUID. */
  id: text('id').primaryKey(),
  publisherId: whole('publisher_id').notNull(),
  customerId: whole('customer_id').notNull(),
  subscriptionId: whole('subscription_id').notNull(),
  fromOfferId: text('from_offer_id').notNull(),
  toOfferId: text('to_offer_id').notNull(),
  direction: text('direction').$type<'upgrade' | 'downgrade' | 'unspecified'>().notNull(),
  algorithm: text('algorithm').notNull(),
  status: text('status').$type<'pending' | 'inprogress' | 'finished' | 'cancelled' | 'failed'>().notNull(),
  /** When it takes effect. */
  dueAt: whole('due_at').notNull(),
  newSubscriptionId: whole('new_subscription_id'),
  createdAt: whole('created_at').notNull(),
  updatedAt: whole('updated_at').notNull(),
});

export const gifts = pgTable('gifts', {
  id: id(),
  publisherId: whole('publisher_id').notNull(),
  buyerId: whole('buyer_id').notNull(),
  orderId: whole('order_id').notNull(),
  /** XXXX-XXXX */
  code: text('code').notNull(),
  offerId: text('offer_id').notNull(),
  recipientEmail: text('recipient_email').notNull(),
  deliveryDate: whole('delivery_date').notNull(),
  personalNote: text('personal_note').notNull(),
  sentAt: whole('sent_at'),
  redeemedAt: whole('redeemed_at'),
  redeemedBy: whole('redeemed_by'),
  subscriptionId: whole('subscription_id'),
  /** Its payment was given back before anybody redeemed it. */
  cancelledAt: whole('cancelled_at'),
  createdAt: whole('created_at').notNull(),
});
