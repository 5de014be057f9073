import { boolean, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { CardData, PspSession } from '../../psp/store.js';
import { id, whole } from './columns.js';

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
  /** For whom a gift is, and when it is handed over. */
  delivery: jsonb('delivery').$type<{ recipientEmail: string; deliveryDate: number; personalNote: string }>(),
  billingAddress: jsonb('billing_address').$type<Record<string, string>>(),
  offerPrice: whole('offer_price').notNull(),
  discountAmount: whole('discount_amount').notNull(),
  taxAmount: whole('tax_amount').notNull(),
  methodFee: whole('method_fee').notNull().default(0),
  serviceFee: whole('service_fee').notNull().default(0),
  total: whole('total').notNull(),
  /** In basis points. */
  taxRate: integer('tax_rate').notNull(),
  createdAt: whole('created_at').notNull(),
  expiresAt: whole('expires_at').notNull(),
});

/** Money taken, or refused to be given. */
export const payments = pgTable('payments', {
  id: id(),
  /** Unique but for attempts that failed: an order is paid once, whatever happens at the same time. Renewals and switches have none. */
  orderId: whole('order_id'),
  /** The subscription a renewal or a switch pays for. */
  subscriptionId: whole('subscription_id'),
  customerId: whole('customer_id').notNull(),
  status: text('status').$type<'authorized' | 'captured' | 'rejected' | 'cancelled' | 'refunded'>().notNull(),
  total: whole('total').notNull(),
  tax: whole('tax').notNull(),
  methodFee: whole('method_fee').notNull().default(0),
  serviceFee: whole('service_fee').notNull().default(0),
  currency: text('currency').notNull(),
  country: text('country').notNull(),
  gateway: text('gateway').notNull(),
  method: text('method').notNull(),
  externalId: text('external_id').notNull(),
  couponCode: text('coupon_code'),
  offerType: text('offer_type').notNull(),
  paymentDetailsId: whole('payment_details_id'),
  operation: text('operation').$type<'initial-payment' | 'initial-free-transaction' | 'recurring-payment'>().notNull(),
  rejectedReason: text('rejected_reason'),
  refundedReason: text('refunded_reason'),
  refundedAmount: whole('refunded_amount').notNull().default(0),
  createdAt: whole('created_at').notNull(),
});

/** What the viewer's list of purchases shows: one row for each time money or access changed hands. Refunds are negative. */
export const transactions = pgTable('transactions', {
  /** The number behind the T of the id. */
  id: id(),
  publisherId: whole('publisher_id').notNull(),
  customerId: whole('customer_id').notNull(),
  paymentId: whole('payment_id'),
  kind: text('kind').$type<'initial' | 'renewal' | 'switch' | 'refund'>().notNull(),
  date: whole('date').notNull(),
  offerId: text('offer_id').notNull(),
  offerTitle: text('offer_title').notNull(),
  offerType: text('offer_type').notNull(),
  offerPeriod: text('offer_period'),
  /** Net price of the offer in its own currency. */
  offerPrice: whole('offer_price').notNull(),
  offerCurrency: text('offer_currency').notNull(),
  priceExclTax: whole('price_excl_tax').notNull(),
  tax: whole('tax').notNull(),
  priceInclTax: whole('price_incl_tax').notNull(),
  currency: text('currency').notNull(),
  taxRate: integer('tax_rate').notNull(),
  discount: whole('discount').notNull().default(0),
  discountRate: integer('discount_rate').notNull().default(0),
  couponCode: text('coupon_code'),
  campaignId: whole('campaign_id'),
  campaignName: text('campaign_name').notNull().default(''),
  country: text('country').notNull(),
  paymentMethod: text('payment_method').notNull(),
  targetType: text('target_type').$type<'subscriptionId' | 'giftId' | 'passId'>().notNull(),
  targetId: whole('target_id').notNull(),
});

export const paymentDetails = pgTable('payment_details', {
  id: id(),
  customerId: whole('customer_id').notNull(),
  paymentMethodId: whole('payment_method_id'),
  gateway: text('gateway').notNull(),
  method: text('method').notNull(),
  params: jsonb('params').$type<Record<string, string>>().notNull(),
  active: boolean('active').notNull(),
  /** Paid through a store: it cannot be changed here. */
  bound: boolean('bound').notNull().default(false),
  /** What happens when a renewal is charged: accepted, refused, or refused until the viewer authenticates. */
  renewals: text('renewals').$type<'accepted' | 'refused' | 'needs-authentication'>().notNull().default('accepted'),
});

/** What an app has handed in of a store's. It is validated some time after it came in. */
export const receipts = pgTable('receipts', {
  id: id(),
  publisherId: whole('publisher_id').notNull(),
  customerId: whole('customer_id').notNull(),
  store: text('store').$type<'android' | 'apple' | 'roku' | 'amazon'>().notNull(),
  offerId: text('offer_id').notNull(),
  /** What tells one purchase in the store from another. */
  reference: text('reference').notNull(),
  receipt: jsonb('receipt').$type<Record<string, unknown> | string>().notNull(),
  country: text('country').notNull(),
  couponCode: text('coupon_code'),
  status: text('status').$type<'received' | 'accepted' | 'refused'>().notNull(),
  dueAt: whole('due_at').notNull(),
  /** What came of it. */
  holdingId: whole('holding_id'),
});

export const pspSessions = pgTable('psp_sessions', {
  id: text('id').primaryKey(),
  gateway: text('gateway').$type<PspSession['gateway']>().notNull(),
  /** What is paid for: an order, or, when null, new payment details of a customer. */
  orderId: whole('order_id'),
  customerId: whole('customer_id').notNull(),
  paymentMethodId: whole('payment_method_id').notNull(),
  method: text('method').notNull(),
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
