import { z } from '@hono/zod-openapi';
import { EVENT_TYPES } from '../db/events.js';
import { QUESTIONS } from '../db/publisher-defaults.js';
import { ALGORITHMS } from '../rules/switches.js';
import { CountryCode } from './envelope.js';
import { sandboxOperation } from './sandbox-operation.js';
import { SandboxEvent } from './sandbox-world.js';

const tag = 'Publisher account';
const shortOffer = z.string().regex(/^S\d{9}$/);

const PaymentMethod = z.object({
  id: z.number().int(),
  methodName: z.string(),
  gateway: z.string(),
  feeRate: z.number().int().min(0).max(10_000).openapi({ description: 'What paying this way costs, in basis points of the net price' }),
  enabled: z.boolean(),
});

const Consent = z.object({
  name: z.string().regex(/^\w{1,60}$/),
  version: z.string().min(1).max(20).openapi({ description: 'A new one asks everybody again' }),
  value: z.string().max(2000),
  label: z.string().min(1).max(2000).openapi({ description: 'HTML: text and links' }),
  required: z.boolean(),
  enabledByDefault: z.boolean(),
});

const Question = z.object({
  key: z.union([z.enum(QUESTIONS), z.string().regex(/^custom_([1-9]|1\d|20)$/)]),
  enabled: z.boolean(),
  required: z.boolean(),
  question: z.string().max(300).nullable().openapi({ description: 'Of questions of the publisher’s own' }),
  value: z.string().max(1000).nullable().openapi({ description: 'The answers to choose from, joined with ";"; empty for free text' }),
});

const Dunning = z.object({
  cycle: z.enum(['weekly', 'monthly', '3-months', '6-months', 'annual', 'seasonal']),
  graceHours: z.number().int().min(0).max(2400),
  attempts: z
    .array(z.number().int().min(-240).max(2400))
    .min(1)
    .max(20)
    .openapi({ description: 'Hours relative to the due date, ascending; negative ones lie before it' }),
});

const Switch = z.object({
  fromOfferId: shortOffer,
  toOfferId: shortOffer,
  direction: z.enum(['upgrade', 'downgrade', 'unspecified']),
  algorithm: z.enum(ALGORITHMS),
});

const Retention = z
  .object({
    offerId: shortOffer,
    type: z.enum(['FREE_EXTENSION', 'DOWNGRADE', 'PAUSE']),
    extensionUnit: z.enum(['day', 'week', 'month']).nullable(),
    extensionAmount: z.number().int().min(1).max(100).nullable(),
  })
  .refine(({ type, extensionUnit, extensionAmount }) => type !== 'FREE_EXTENSION' || Boolean(extensionUnit && extensionAmount), {
    error: 'Invalid param retention: a free extension needs extensionUnit and extensionAmount',
  });

const settings = {
  name: z.string().trim().min(1).max(100),
  checkoutUrl: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .openapi({ description: 'The page with the checkout, where the recipient of a gift is led' }),
  captchaRequired: z.boolean(),
  captureEnabled: z.boolean(),
  blockedCountries: z.array(CountryCode).max(250).openapi({ description: 'Countries that are not served at all' }),
  consents: z.array(Consent).max(20),
  capture: z.array(Question).max(26),
  dunning: z.array(Dunning).max(6),
  switches: z.array(Switch).max(500),
  retention: z.array(Retention).max(500),
};

export const PublisherSettings = z.object({ ...settings, paymentMethods: z.array(PaymentMethod) }).openapi('PublisherSettings');

export const PublisherSettingsChange = z
  .object({
    ...settings,
    paymentMethods: z.array(PaymentMethod.pick({ id: true, feeRate: true, enabled: true }).partial({ feeRate: true })),
  })
  .partial()
  .strict()
  .openapi('PublisherSettingsChange');

export const getPublisherSettings = sandboxOperation({
  id: 'getPublisherSettings',
  method: 'get',
  path: '/sandbox/publisher/settings',
  tag,
  publisher: true,
  summary: 'All a publisher has set: consents, questions, ways to pay, dunning, switches, what to offer before a cancellation',
  answer: PublisherSettings,
});

export const changePublisherSettings = sandboxOperation({
  id: 'changePublisherSettings',
  method: 'put',
  path: '/sandbox/publisher/settings',
  tag,
  publisher: true,
  summary: 'Replace the lists and values that are named; payment methods are changed one by one, by their id',
  body: PublisherSettingsChange,
  answer: PublisherSettings,
});

export const listPublisherEvents = sandboxOperation({
  id: 'listPublisherEvents',
  method: 'get',
  path: '/sandbox/publisher/events',
  tag,
  publisher: true,
  summary: 'What happened at a publisher, newest first; `before` the last id you have goes on',
  query: z.object({
    type: z.enum(EVENT_TYPES).optional(),
    customerId: z.coerce.number().int().positive().optional(),
    before: z.coerce.number().int().positive().optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  }),
  answer: z.object({ items: z.array(SandboxEvent) }),
});
