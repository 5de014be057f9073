import { z } from '@hono/zod-openapi';
import { EVENT_TYPES } from '../../db/events.js';
import { idParam, NumberLike, operation } from '../envelope.js';
import { sandboxOperation } from '../sandbox-operation.js';
import { page } from './page.js';

const unix = z.number().int();

/** What can be subscribed to: the platform's topics where one fits, and the sandbox's own names for the rest of its log. */
const Topic = z.enum(EVENT_TYPES).openapi({
  description:
    'The platform’s: transactionCreated, customerRegistered, refundPayment, giftReadyForDelivery, subscriptionSwitchCancelled, offerCreated, offerUpdated, offerDeactivated. All others are this sandbox’s own.',
});

const RetryPolicy = z.object({ maxAttempts: z.number().int().min(1).max(20).default(6) });

export const WebhookEndpoint = z
  .object({
    id: z.number().int(),
    topic: Topic,
    url: z.string(),
    secret: z.string().openapi({ description: 'Signs what is sent, as the Standard Webhooks specification says' }),
    paymentMethodId: z.number().int().nullable(),
    retryPolicy: RetryPolicy.nullable(),
    createdAt: unix,
  })
  .openapi('WebhookEndpoint');

const Endpoints = z.object({ items: z.array(WebhookEndpoint) });

export const coreListWebhookSubscriptions = operation({
  id: 'coreListWebhookSubscriptions',
  method: 'get',
  path: '/3.1/webhook_subscriptions',
  tag: 'Core: webhooks',
  auth: 'publisher',
  evidence: ['DOC', 'INF'],
  summary: 'Where the publisher hears of what happens, by topic',
  data: Endpoints,
});

export const corePutWebhookSubscription = operation({
  id: 'corePutWebhookSubscription',
  method: 'put',
  path: '/3.1/webhook_subscriptions/{topic}',
  tag: 'Core: webhooks',
  auth: 'publisher',
  evidence: ['DOC', 'INF'],
  summary:
    'Replace the endpoints of a topic. One that stays keeps its secret. This being a sandbox, an endpoint may be on this machine or in its network; with a retryPolicy it has to be ready for what comes twice',
  params: z.object({ topic: Topic.openapi({ param: { name: 'topic', in: 'path' }, example: 'transactionCreated' }) }),
  body: z.object({
    endpoints: z
      .array(
        z.object({
          url: z.string().min(1).max(1000).openapi({ example: 'http://localhost:3000/webhooks' }),
          paymentMethodId: NumberLike.nullish(),
          retryPolicy: RetryPolicy.nullish(),
        }),
      )
      .max(10),
  }),
  data: Endpoints,
});

const tag = 'Webhook deliveries';
const Status = z.enum(['pending', 'delivered', 'failed', 'skipped']);

export const WebhookDelivery = z
  .object({
    id: z.number().int(),
    topic: z.string(),
    url: z.string(),
    status: Status.openapi({ description: 'skipped: its endpoint is gone, or wants other payments only' }),
    attempts: z.number().int(),
    maxAttempts: z.number().int(),
    nextAttemptAt: unix.nullable(),
    createdAt: unix,
  })
  .openapi('WebhookDelivery');

export const listWebhookDeliveries = sandboxOperation({
  id: 'listWebhookDeliveries',
  method: 'get',
  path: '/sandbox/webhooks/deliveries',
  tag,
  publisher: true,
  summary: 'What was sent and what will be, newest first',
  query: z.object({ topic: Topic.optional(), status: Status.optional(), ...page }),
  answer: z.object({ items: z.array(WebhookDelivery) }),
});

const deliveryParams = z.object({ deliveryId: idParam('deliveryId') });

const WithAttempts = WebhookDelivery.extend({
  body: z.string().nullable(),
  attemptList: z.array(
    z.object({
      at: unix.openapi({ description: 'When it was due, by the sandbox’s clock' }),
      status: z.number().int().nullable(),
      error: z.string().nullable(),
      answer: z.string().openapi({ description: 'The beginning of the receiver’s answer' }),
      ms: z.number().int(),
    }),
  ),
}).openapi('WebhookDeliveryWithAttempts');

export const getWebhookDelivery = sandboxOperation({
  id: 'getWebhookDelivery',
  method: 'get',
  path: '/sandbox/webhooks/deliveries/{deliveryId}',
  tag,
  publisher: true,
  summary: 'One delivery: what was sent, and how each attempt went',
  params: deliveryParams,
  answer: WithAttempts,
});

export const resendWebhook = sandboxOperation({
  id: 'resendWebhook',
  method: 'post',
  path: '/sandbox/webhooks/deliveries/{deliveryId}/resend',
  tag,
  publisher: true,
  summary: 'Send a delivery once more, now; whoever has seen its id knows that it is the same',
  params: deliveryParams,
  answer: WithAttempts,
});

const disorder = {
  duplicates: z.boolean().openapi({ description: 'Everything is sent twice' }),
  reordering: z.boolean().openapi({ description: 'What is due together is sent newest first' }),
};

export const getWebhookDisorder = sandboxOperation({
  id: 'getWebhookDisorder',
  method: 'get',
  path: '/sandbox/webhooks/disorder',
  tag,
  publisher: true,
  summary: 'Whether webhooks come as a network may bring them',
  answer: z.object(disorder).openapi('WebhookDisorder'),
});

export const changeWebhookDisorder = sandboxOperation({
  id: 'changeWebhookDisorder',
  method: 'put',
  path: '/sandbox/webhooks/disorder',
  tag,
  publisher: true,
  summary: 'Let webhooks come twice, or in another order, to see whether a receiver copes',
  body: z.object(disorder).partial().strict(),
  answer: z.object(disorder).openapi('WebhookDisorder'),
});

export const flushWebhooks = sandboxOperation({
  id: 'flushWebhooks',
  method: 'post',
  path: '/sandbox/webhooks/flush',
  tag,
  summary: 'Wait until everything that is due has been sent: for tests, after time was moved',
  answer: z.object({ flushed: z.literal(true) }),
});
