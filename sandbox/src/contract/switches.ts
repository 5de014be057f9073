import { z } from '@hono/zod-openapi';
import { ALGORITHMS } from '../rules/switches.js';
import { customerParams, NumberLike, operation } from './envelope.js';
import { offerParams } from './offers.js';

const tag = 'Switches';
export const Direction = z.enum(['upgrade', 'downgrade', 'unspecified']);
const Reason = z.object({ code: z.string(), message: z.string() });
export const Status = z.enum(['pending', 'inprogress', 'finished', 'cancelled', 'failed']);

/** A plan to switch to. `reason` says why it is not available now. */
export const SwitchOption = z
  .object({
    toOfferId: z.string(),
    title: z.string(),
    switchDirection: Direction,
    algorithm: z.enum(ALGORITHMS),
    price: z.number(),
    currency: z.string(),
    currencySymbol: z.string(),
    period: z.string(),
    nextPaymentPrice: z.number(),
    nextPaymentPriceCurrency: z.string(),
    nextPaymentPriceCurrencySymbol: z.string(),
    couponNotApplicable: z.boolean().optional(),
    reason: Reason.optional(),
  })
  .openapi('SwitchOption');

export const SwitchAvailability = z
  .object({ available: z.array(SwitchOption), unavailable: z.array(SwitchOption), unavailableReason: Reason.optional() })
  .openapi('SwitchAvailability');

const params = customerParams.extend(offerParams.shape);

export const getSwitchAvailability = operation({
  id: 'getSwitchAvailability',
  method: 'get',
  path: '/customers/{customerId}/subscription_switches/{offerId}/availability',
  tag,
  auth: true,
  evidence: ['SDK'],
  summary: 'Where a subscription can be switched to',
  params,
  data: SwitchAvailability,
});

export const Switch = z
  .object({
    id: z.string(),
    customerId: z.number().int(),
    direction: Direction,
    algorithm: z.string(),
    fromOfferId: z.string(),
    toOfferId: z.string(),
    subscriptionId: z.string(),
    status: Status,
    createdAt: z.number().int(),
    updatedAt: z.number().int(),
  })
  .openapi('Switch');

export const requestSwitch = operation({
  id: 'requestSwitch',
  method: 'post',
  path: '/customers/{customerId}/subscription_switches/{offerId}',
  tag,
  auth: true,
  evidence: ['SDK', 'DOC'],
  summary: 'Switch a subscription to another plan',
  params,
  body: z.object({ toOfferId: z.string().min(1).max(100), switchDirection: Direction }),
  data: Switch,
});

export const switchParams = z.object({
  switchId: z
    .string()
    .max(100)
    .openapi({ param: { name: 'switchId', in: 'path' }, example: '3f0f2d0e-6f1d-4f7a-9c39-7a0b1d8c5e21' }),
});

export const getSwitch = operation({
  id: 'getSwitch',
  method: 'get',
  path: '/subscription_switches/{switchId}',
  tag,
  auth: true,
  evidence: ['SDK'],
  summary: 'One switch',
  params: switchParams,
  data: Switch,
});

export const listSwitches = operation({
  id: 'listSwitches',
  method: 'get',
  path: '/subscription_switches',
  tag,
  auth: true,
  evidence: ['SDK', 'DOC'],
  summary: 'The customer’s switches, newest first',
  query: z.object({ subscriptionId: NumberLike.optional(), status: Status.optional() }),
  data: z.array(Switch),
});

export const cancelSwitch = operation({
  id: 'cancelSwitch',
  method: 'patch',
  path: '/subscription_switches/{switchId}',
  tag,
  auth: true,
  evidence: ['SDK', 'DOC'],
  summary: 'Give up a pending switch',
  params: switchParams,
  body: z.object({ status: z.literal('cancelled') }),
  data: Switch,
});
