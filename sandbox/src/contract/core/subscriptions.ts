import { z } from '@hono/zod-openapi';
import { customerParams, idParam, NumberLike, operation } from '../envelope.js';
import { offerIdPattern, offerParams } from '../offers.js';
import { CouponCode } from '../orders.js';
import { CustomerOffer, PauseAnswer } from '../subscriptions.js';
import { Direction, Status, Switch, SwitchAvailability, switchParams } from '../switches.js';

const tag = 'Core: subscriptions';
const auth = 'publisher';
const unix = z.number().int();
const subscriptionParams = z.object({ subscriptionId: idParam('subscriptionId') });

export const coreListSubscriptions = operation({
  id: 'coreListSubscriptions',
  method: 'get',
  path: '/3.1/customers/{customerId}/subscriptions',
  tag,
  auth,
  evidence: ['INF'],
  summary: 'All a customer has and had: subscriptions and passes, newest first',
  params: customerParams,
  data: z.object({ items: z.array(CustomerOffer.extend({ id: z.number().int(), endedAt: unix.nullable() }).openapi('CoreHolding')) }),
});

export const coreUpdateSubscription = operation({
  id: 'coreUpdateSubscription',
  method: 'patch',
  path: '/3.1/subscriptions/{subscriptionId}',
  tag,
  auth,
  evidence: ['DOC', 'INF'],
  summary: 'Cancel a subscription at the end of its period, resume it, end it at once, move its end, or put a coupon on it',
  params: subscriptionParams,
  body: z
    .object({
      status: z.enum(['active', 'cancelled', 'terminated']).optional(),
      cancellationReason: z.string().max(500).optional(),
      expiresAt: unix.positive().optional().openapi({ description: 'Later or earlier, but not in the past' }),
      couponCode: CouponCode.min(1).optional(),
    })
    .refine(({ status, expiresAt, couponCode }) => [status, expiresAt, couponCode].filter((wish) => wish !== undefined).length === 1, {
      error: 'Invalid request body: send one of status, expiresAt and couponCode',
    }),
  data: CustomerOffer,
});

export const corePauseSubscription = operation({
  id: 'corePauseSubscription',
  method: 'post',
  path: '/3.1/subscriptions/{subscriptionId}/pause',
  tag,
  auth,
  evidence: ['DOC', 'INF'],
  summary: 'Pause from the end of the period, for some billing cycles',
  params: subscriptionParams,
  body: z.object({ pauseDate: z.literal('anniversary-date'), resumesAfterBillingCycles: z.number().int().min(1).max(100) }),
  data: PauseAnswer,
});

export const coreResumeSubscription = operation({
  id: 'coreResumeSubscription',
  method: 'post',
  path: '/3.1/subscriptions/{subscriptionId}/resume',
  tag,
  auth,
  evidence: ['DOC', 'INF'],
  summary: 'End a pause before its time, or drop one that has not begun',
  params: subscriptionParams,
  data: PauseAnswer,
});

export const coreGetSwitchAvailability = operation({
  id: 'coreGetSwitchAvailability',
  method: 'get',
  path: '/3.1/subscription_switches/availability',
  tag,
  auth,
  evidence: ['DOC', 'INF'],
  summary: 'Where a subscription can be switched to',
  query: z.object({ customerId: NumberLike, offerId: z.string().regex(offerIdPattern) }),
  data: SwitchAvailability,
});

export const coreRequestSwitch = operation({
  id: 'coreRequestSwitch',
  method: 'post',
  path: '/3.1/subscription_switches',
  tag,
  auth,
  evidence: ['DOC', 'INF'],
  summary: 'Switch a subscription to another plan',
  body: z.object({
    customerId: NumberLike,
    fromOfferId: z.string().regex(offerIdPattern),
    toOfferId: z.string().regex(offerIdPattern),
    switchDirection: Direction,
  }),
  data: Switch,
});

export const coreListSwitches = operation({
  id: 'coreListSwitches',
  method: 'get',
  path: '/3.1/subscription_switches',
  tag,
  auth,
  evidence: ['DOC', 'INF'],
  summary: 'A customer’s switches, newest first',
  query: z.object({ customerId: NumberLike, subscriptionId: NumberLike.optional(), status: Status.optional() }),
  data: z.array(Switch),
});

export const coreGetSwitch = operation({
  id: 'coreGetSwitch',
  method: 'get',
  path: '/3.1/subscription_switches/{switchId}',
  tag,
  auth,
  evidence: ['DOC'],
  summary: 'One switch',
  params: switchParams,
  data: Switch,
});

export const coreCancelSwitch = operation({
  id: 'coreCancelSwitch',
  method: 'patch',
  path: '/3.1/subscription_switches/{switchId}',
  tag,
  auth,
  evidence: ['DOC'],
  summary: 'Give up a pending switch',
  params: switchParams,
  body: z.object({ status: z.literal('cancelled') }),
  data: Switch,
});

const CoreEntitlement = z
  .object({
    offerId: z.string(),
    offerType: z.string(),
    status: z.string(),
    expiresAt: unix.nullable(),
    tags: z.array(z.string()),
  })
  .openapi('CoreEntitlement');

export const coreListEntitlements = operation({
  id: 'coreListEntitlements',
  method: 'get',
  path: '/3.1/customers/{customerId}/entitlements',
  tag,
  auth,
  evidence: ['DOC', 'INF'],
  summary: 'What a customer may watch: by the status of subscriptions and passes, not by their date',
  params: customerParams,
  query: z.object({ tag: z.string().min(1).max(100).optional() }),
  data: z.object({ items: z.array(CoreEntitlement) }),
});

export const coreGetEntitlement = operation({
  id: 'coreGetEntitlement',
  method: 'get',
  path: '/3.1/customers/{customerId}/entitlements/{offerId}',
  tag,
  auth,
  evidence: ['DOC', 'INF'],
  summary: 'Whether a customer has access to an offer',
  params: customerParams.extend(offerParams.shape),
  data: z.object({ accessGranted: z.boolean(), expiresAt: unix.nullable() }),
});
