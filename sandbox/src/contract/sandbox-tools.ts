import { z } from '@hono/zod-openapi';
import { FAULT_KINDS } from '../tools/faults.js';
import { sandboxOperation } from './sandbox-operation.js';

const fault = {
  method: z
    .enum(['*', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
    .default('*')
    .openapi({ description: 'Of the requests it happens to; * for all.' }),
  path: z
    .string()
    .min(1)
    .max(200)
    .regex(/^(\/|\*)/)
    .openapi({ description: 'Of the platform’s own paths; * stands for anything.', example: '/connectors/adyen/*' }),
  kind: z.enum(FAULT_KINDS),
  delayMs: z.number().int().min(0).max(120_000).optional().openapi({ description: 'For delay.' }),
  status: z.number().int().min(400).max(599).optional().openapi({ description: 'For status.' }),
  afterCommit: z
    .boolean()
    .optional()
    .openapi({ description: 'For status: the platform does what it is asked, and only then answers with the status.' }),
  count: z.number().int().min(1).optional().openapi({ description: 'How often it happens; without it, until it is taken away.' }),
};

const Fault = z
  .object(fault)
  .strict()
  .refine(({ kind, delayMs }) => kind !== 'delay' || delayMs !== undefined, { error: 'A delay needs delayMs' })
  .refine(({ kind, status }) => kind !== 'status' || status !== undefined, { error: 'The kind status needs a status' })
  .openapi('Fault');

const FaultList = z.object({ faults: z.array(z.object({ ...fault, method: z.string(), hits: z.number().int() })) }).openapi('FaultList');

export const listFaults = sandboxOperation({
  id: 'listFaults',
  method: 'get',
  path: '/sandbox/faults',
  summary: 'What is set to go wrong, and how often it has',
  answer: FaultList,
});

export const setFaults = sandboxOperation({
  id: 'setFaults',
  method: 'put',
  path: '/sandbox/faults',
  summary: 'Let requests to the platform go wrong; replaces what was set, and lets hanging requests go on',
  body: z.object({ faults: z.array(Fault).max(50) }),
  answer: FaultList,
});

export const clearFaults = sandboxOperation({
  id: 'clearFaults',
  method: 'delete',
  path: '/sandbox/faults',
  summary: 'Nothing goes wrong any more; hanging requests go on',
  answer: FaultList,
});

const LoggedRequest = z
  .object({
    id: z.string(),
    at: z.string(),
    method: z.string(),
    path: z.string(),
    query: z.record(z.string(), z.string()),
    status: z.number().int(),
    ms: z.number(),
    unhandled: z.boolean(),
    fault: z.string().nullable(),
    request: z.unknown(),
    response: z.unknown(),
  })
  .openapi('LoggedRequest');

const RequestList = z.object({ requests: z.array(LoggedRequest) }).openapi('RequestList');

export const listRequests = sandboxOperation({
  id: 'listRequests',
  method: 'get',
  path: '/sandbox/requests',
  summary: 'The last 500 requests to the platform and to the payment providers’ stand-ins, secrets masked, oldest first',
  answer: RequestList,
});

export const clearRequests = sandboxOperation({
  id: 'clearRequests',
  method: 'delete',
  path: '/sandbox/requests',
  summary: 'Forget the requests',
  answer: RequestList,
});

const Mail = z
  .object({
    id: z.number().int(),
    publisherId: z.number().int(),
    customerId: z.number().int().nullable(),
    recipient: z.string(),
    kind: z.string(),
    subject: z.string(),
    text: z.string(),
    data: z.record(z.string(), z.string()),
    at: z.number().int(),
  })
  .openapi('Mail');

export const listMail = sandboxOperation({
  id: 'listMail',
  method: 'get',
  path: '/sandbox/mail',
  summary: 'The e-mails the platform would have sent, newest first, with what a test needs of them in data',
  query: z.object({
    recipient: z.string().max(200).optional(),
    kind: z.string().max(40).optional(),
    limit: z.coerce.number().int().min(1).max(1000).optional(),
  }),
  answer: z.object({ mail: z.array(Mail) }).openapi('MailList'),
});

export const listCards = sandboxOperation({
  id: 'listCards',
  method: 'get',
  path: '/sandbox/cards',
  summary: 'The test cards, and the cardholder names that decide an outcome',
  answer: z
    .object({
      expiry: z.string(),
      cards: z.array(
        z.object({
          number: z.string(),
          variant: z.string(),
          outcome: z.string(),
          code: z.string(),
          renewals: z.string(),
          origin: z.string(),
          says: z.string(),
        }),
      ),
      holderNames: z.array(z.object({ name: z.string(), outcome: z.string(), code: z.number().int(), reason: z.string() })),
    })
    .openapi('CardList'),
});

const settings = {
  entitlementDelay: z
    .number()
    .int()
    .min(0)
    .max(10)
    .openapi({ description: 'Seconds of the sandbox’s clock between a purchase and access.' }),
  payPalTokens: z.enum(['express', 'orders']).openapi({ description: 'What PayPal calls its payments: EC-…, or as the newer Orders API.' }),
  captchaRequired: z.boolean().openapi({ description: 'Whether registering and paying need a captcha; every value passes but "bad".' }),
  paymentMethods: z
    .record(z.string().max(40), z.boolean())
    .openapi({ description: 'Which of the publisher’s methods are offered.', example: { googlepay: true } }),
};

/** The publisher a setting is about; the first one without it. */
const ofPublisher = z.object({ publisherId: z.coerce.number().int().positive().optional() });

export const getSettings = sandboxOperation({
  id: 'getSettings',
  method: 'get',
  path: '/sandbox/settings',
  summary: 'The switches of the sandbox',
  query: ofPublisher,
  answer: z.object(settings).openapi('SandboxSettings'),
});

export const changeSettings = sandboxOperation({
  id: 'changeSettings',
  method: 'put',
  path: '/sandbox/settings',
  summary: 'Change the switches that are named, leave the others',
  query: ofPublisher,
  body: z.object(settings).partial().strict(),
  answer: z.object(settings).openapi('SandboxSettings'),
});
