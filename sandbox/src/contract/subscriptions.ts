import { z } from '@hono/zod-openapi';
import { customerParams, idParam, operation } from './envelope.js';
import { offerParams } from './offers.js';
import { CouponCode } from './orders.js';
import { SwitchOption } from './switches.js';

const tag = 'Subscriptions';
const unix = z.number().int();

export const Pause = z
  .object({ requestedAt: unix, pauseDate: unix, resumeDate: unix, failedResumes: z.array(unix) })
  .openapi('Pause', { description: 'A pause: scheduled before its pauseDate, running until its resumeDate' });

const subscriptionFields = {
  subscriptionId: z.number().int(),
  nextPaymentPrice: z.number(),
  nextPaymentCurrency: z.string(),
  nextPaymentAt: unix.openapi({
    description: 'When the next payment is attempted: in the grace period the next attempt, 0 when none is left',
  }),
  paymentGateway: z.string(),
  paymentMethod: z.string(),
  externalPaymentId: z.string(),
  inTrial: z.boolean(),
  pendingSwitchId: z.string().nullable(),
  isExternallyManaged: z.boolean(),
};
const offerFields = {
  offerId: z.string(),
  offerTitle: z.string(),
  status: z.string(),
  startedAt: unix,
  expiresAt: unix.nullable(),
  totalPrice: z.number(),
  period: z.string().nullable(),
};

/** Something a customer has: a subscription, or a pass, which has no subscription fields. */
export const CustomerOffer = z
  .object({
    ...offerFields,
    offerType: z.string(),
    customerCurrency: z.string(),
    ...z.object(subscriptionFields).partial().shape,
    pause: Pause.optional(),
  })
  .openapi('CustomerOffer');

export const Subscription = z.object({ ...offerFields, expiresAt: unix, ...subscriptionFields }).openapi('Subscription');

export const listCustomerOffers = operation({
  id: 'listCustomerOffers',
  method: 'get',
  path: '/customers/{customerId}/offers',
  tag,
  auth: true,
  evidence: ['SDK'],
  summary: 'What the customer has bought and still may use, and paused subscriptions',
  params: customerParams,
  data: z.object({ items: z.array(CustomerOffer) }),
});

export const listSubscriptions = operation({
  id: 'listSubscriptions',
  method: 'get',
  path: '/customers/{customerId}/subscriptions',
  tag,
  auth: true,
  evidence: ['OTT', 'DOC'],
  summary: 'The customer’s active and cancelled subscriptions',
  params: customerParams,
  data: z.object({ items: z.array(Subscription) }),
});

const SubscriptionUpdate = z
  .object({ offerId: z.string(), status: z.enum(['active', 'cancelled']), expiresAt: unix })
  .openapi('SubscriptionUpdate');

export const updateSubscription = operation({
  id: 'updateSubscription',
  method: 'patch',
  path: '/customers/{customerId}/subscriptions',
  tag,
  auth: true,
  evidence: ['SDK', 'OTT'],
  summary: 'Cancel at the end of the period, or resume',
  params: customerParams,
  body: z.object({
    offerId: z.string().min(1).max(100),
    status: z.enum(['cancelled', 'active']),
    cancellationReason: z.string().max(500).nullish(),
  }),
  data: SubscriptionUpdate,
});

export const applyCoupon = operation({
  id: 'applyCoupon',
  method: 'patch',
  path: '/customers/{customerId}/subscriptions/{subscriptionId}',
  tag,
  auth: true,
  evidence: ['SDK', 'DOC'],
  summary: 'Put a coupon on a subscription, for its next payments',
  params: customerParams.extend({ subscriptionId: idParam('subscriptionId') }),
  body: z.object({ couponCode: CouponCode.min(1) }),
  data: z
    .object({ subscriptionId: z.number().int(), offerId: z.string(), status: z.string(), expiresAt: unix, nextPaymentPrice: z.number() })
    .openapi('CouponedSubscription'),
});

const subscriptionParams = z.object({ subscriptionId: idParam('subscriptionId') });
export const PauseAnswer = z.object({ pause: z.union([Pause, z.null()]) }).openapi('PauseAnswer');

export const pauseSubscription = operation({
  id: 'pauseSubscription',
  method: 'post',
  path: '/subscriptions/{subscriptionId}/pause',
  tag,
  auth: true,
  evidence: ['DOC', 'SDK'],
  summary: 'Pause from the end of the period, for some billing cycles',
  params: subscriptionParams,
  body: z.object({ pauseDate: z.literal('anniversary-date'), resumesAfterBillingCycles: z.number().int().min(1).max(100) }),
  data: PauseAnswer,
});

export const resumeSubscription = operation({
  id: 'resumeSubscription',
  method: 'post',
  path: '/subscriptions/{subscriptionId}/resume',
  tag,
  auth: true,
  evidence: ['DOC', 'INF'],
  summary: 'End a pause before its time, or drop one that has not begun',
  params: subscriptionParams,
  data: PauseAnswer,
});

export const RetentionAction = z
  .object({
    offerId: z.string(),
    type: z.enum(['', 'FREE_EXTENSION', 'DOWNGRADE', 'PAUSE']),
    extensionDetails: z.object({ periodUnit: z.enum(['day', 'week', 'month']), amount: z.number().int() }).nullable(),
    downgradeDetails: z.object({ offers: z.array(SwitchOption) }),
    pauseDetails: z.object({}),
  })
  .openapi('RetentionAction');

export const getRetentionAction = operation({
  id: 'getRetentionAction',
  method: 'get',
  path: '/customers/retention_actions/{offerId}',
  tag,
  auth: true,
  evidence: ['SDK'],
  summary: 'What to offer before a cancellation',
  params: offerParams,
  data: RetentionAction,
});

export const takeRetentionAction = operation({
  id: 'takeRetentionAction',
  method: 'post',
  path: '/customers/retention_actions',
  tag,
  auth: true,
  evidence: ['SDK'],
  summary: 'Take the free extension',
  body: z.object({ offerId: z.string().min(1).max(100) }),
  data: SubscriptionUpdate,
});
