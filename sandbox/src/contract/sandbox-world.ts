import { z } from '@hono/zod-openapi';
import { EVENT_TYPES } from '../db/events.js';
import { WORLDS } from '../db/seed/worlds.js';
import { parseDuration } from '../rules/duration.js';
import { sandboxOperation } from './sandbox-operation.js';

const unix = z.number().int();
const time = z.iso.datetime({ offset: true, error: 'Write a time as 2026-01-31T12:00:00Z' });

export const SandboxClock = z
  .object({
    now: z.string().openapi({ example: '2026-01-31T12:00:00.000Z' }),
    frozen: z.boolean(),
    /** How far it is ahead of the wall clock. */
    offsetSeconds: z.number().int(),
  })
  .openapi('SandboxClock');

export const getClock = sandboxOperation({
  id: 'getSandboxClock',
  method: 'get',
  path: '/sandbox/clock',
  summary: 'The sandbox’s time',
  answer: SandboxClock,
});

const ClockChange = z
  .object({
    advance: z
      .string()
      .refine((text) => parseDuration(text, 0) !== undefined, 'Write "advance" as an ISO 8601 duration, such as "P1M"')
      .optional()
      .openapi({ description: 'How far to go, as an ISO 8601 duration', example: 'P1M' }),
    to: time.optional().openapi({ description: 'Where to go' }),
    freeze: z.boolean().optional().openapi({ description: 'Stops the clock, or lets it run on' }),
  })
  .refine(
    ({ advance, to, freeze }) => (advance ?? to ?? freeze) !== undefined && (advance === undefined || to === undefined),
    'Send {"advance":"P1M"} or {"to":"2026-01-31T12:00:00Z"}, {"freeze":true}, or both',
  );

export const moveClock = sandboxOperation({
  id: 'moveSandboxClock',
  method: 'post',
  path: '/sandbox/clock',
  summary:
    'Move the time forward, as far as the year 9999, with everything that falls due on the way; stop it or let it run. What is too much for one call stops on the way, and is refused with the call to go on with',
  body: ClockChange,
  answer: SandboxClock,
});

export const resetWorld = sandboxOperation({
  id: 'resetSandbox',
  method: 'post',
  path: '/sandbox/reset',
  summary: 'Forget everything and start a world anew',
  body: z.object({
    world: z.enum(WORLDS).default('default'),
    at: time
      .optional()
      .openapi({ description: 'The time at which the world starts, with the clock stopped; else now, with the clock running' }),
  }),
  answer: SandboxClock.extend({ world: z.enum(WORLDS) }).openapi('SandboxReset'),
});

/** The whole state. What is in the tables is the database's affair; reading it back checks it against the database. */
export const SandboxWorld = z
  .object({
    format: z.literal('cleeng-sandbox-world', { error: 'is not a world exported by a sandbox' }),
    migrations: z.array(z.string()),
    // From the year 1 to 9999: time beyond cannot be written as a date, and what falls due up to it has no end.
    clock: z.object({ now: unix.min(-62_135_596_800).max(253_402_300_799), frozen: z.boolean() }),
    sequences: z.record(z.string(), z.number().int().nullable()),
    tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  })
  .openapi('SandboxWorld');

export const getWorld = sandboxOperation({
  id: 'exportSandboxWorld',
  method: 'get',
  path: '/sandbox/world',
  summary: 'The whole state as JSON, to go on from it elsewhere',
  answer: SandboxWorld,
});

export const putWorld = sandboxOperation({
  id: 'importSandboxWorld',
  method: 'put',
  path: '/sandbox/world',
  summary: 'Replace the whole state by an exported one; refused as a whole when it does not fit',
  body: SandboxWorld,
  answer: SandboxClock,
});

export const SandboxEvent = z
  .object({
    id: z.number().int(),
    schemaVersion: z.number().int(),
    type: z.enum(EVENT_TYPES),
    at: unix,
    publisherId: z.number().int(),
    customerId: z.number().int().nullable(),
    subscriptionId: z.number().int().nullable(),
    offerId: z.string().nullable(),
    amount: z.number().int().nullable().openapi({ description: 'In the smallest unit of the currency' }),
    currency: z.string().nullable(),
    country: z.string().nullable(),
    gateway: z.string().nullable(),
    channel: z.string().openapi({ description: '`web`, or the store' }),
    inTrial: z.boolean(),
    reason: z.enum(['voluntary', 'payment', 'publisher', 'switch']).nullable(),
    data: z.record(z.string(), z.unknown()),
  })
  .openapi('SandboxEvent');

const id = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

export const listEvents = sandboxOperation({
  id: 'listSandboxEvents',
  method: 'get',
  path: '/sandbox/events',
  summary: 'What happened, oldest first; `after` the last id you have gives what came since',
  query: z.object({
    customerId: id.optional(),
    type: z.enum(EVENT_TYPES).optional(),
    after: id.optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  }),
  answer: z.object({ items: z.array(SandboxEvent) }),
});

const Row = z.record(z.string(), z.unknown());
const ofCustomer = z.object({ customerId: id });

export const listStoredPayments = sandboxOperation({
  id: 'listSandboxPayments',
  method: 'get',
  path: '/sandbox/payments',
  summary: 'A customer’s payments as the database holds them',
  query: ofCustomer,
  answer: z.array(Row),
});

export const listStoredSubscriptions = sandboxOperation({
  id: 'listSandboxSubscriptions',
  method: 'get',
  path: '/sandbox/subscriptions',
  summary: 'All a customer has and had, as the database holds it',
  query: ofCustomer,
  answer: z.array(Row),
});
