import { createRoute, z } from '@hono/zod-openapi';
import { FAULT_KINDS } from '../tools/faults.js';
import { ErrorBody } from './envelope.js';

const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } });

interface ToolOptions<P extends string, Data extends z.ZodType, Query extends z.ZodObject, Body extends z.ZodType> {
  id: string;
  method: 'get' | 'post' | 'put' | 'delete';
  path: P;
  summary: string;
  query?: Query;
  body?: Body;
  data: Data;
}

/** One of the sandbox's own operations: no JWT, and the answer is the data itself, without the platform's envelope. */
export function tool<
  const P extends string,
  Data extends z.ZodType,
  Query extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Body extends z.ZodType = z.ZodUndefined,
>(o: ToolOptions<P, Data, Query, Body>) {
  return createRoute({
    operationId: o.id,
    method: o.method,
    path: o.path,
    tags: ['Sandbox'],
    summary: o.summary,
    request: {
      ...(o.query ? { query: o.query } : {}),
      ...(o.body ? { body: { required: true, content: json(o.body) } } : {}),
    } as { query: Query; body: { required: true; content: { 'application/json': { schema: Body } } } },
    responses: {
      200: { description: 'Success', content: json(o.data) },
      400: { description: 'The request is not of the documented form', content: json(ErrorBody) },
    },
  });
}

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

export const listFaults = tool({
  id: 'listFaults',
  method: 'get',
  path: '/sandbox/faults',
  summary: 'What is set to go wrong, and how often it has',
  data: FaultList,
});

export const setFaults = tool({
  id: 'setFaults',
  method: 'put',
  path: '/sandbox/faults',
  summary: 'Let requests to the platform go wrong; replaces what was set, and lets hanging requests go on',
  body: z.object({ faults: z.array(Fault).max(50) }),
  data: FaultList,
});

export const clearFaults = tool({
  id: 'clearFaults',
  method: 'delete',
  path: '/sandbox/faults',
  summary: 'Nothing goes wrong any more; hanging requests go on',
  data: FaultList,
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

export const listRequests = tool({
  id: 'listRequests',
  method: 'get',
  path: '/sandbox/requests',
  summary: 'The last 500 requests to the platform and to the payment providers’ stand-ins, secrets masked, oldest first',
  data: RequestList,
});

export const clearRequests = tool({
  id: 'clearRequests',
  method: 'delete',
  path: '/sandbox/requests',
  summary: 'Forget the requests',
  data: RequestList,
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

export const listMail = tool({
  id: 'listMail',
  method: 'get',
  path: '/sandbox/mail',
  summary: 'The e-mails the platform would have sent, newest first, with what a test needs of them in data',
  query: z.object({
    recipient: z.string().max(200).optional(),
    kind: z.string().max(40).optional(),
    limit: z.coerce.number().int().min(1).max(1000).optional(),
  }),
  data: z.object({ mail: z.array(Mail) }).openapi('MailList'),
});

export const listCards = tool({
  id: 'listCards',
  method: 'get',
  path: '/sandbox/cards',
  summary: 'The test cards, and the cardholder names that decide an outcome',
  data: z
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

export const getSettings = tool({
  id: 'getSettings',
  method: 'get',
  path: '/sandbox/settings',
  summary: 'The switches of the sandbox',
  query: ofPublisher,
  data: z.object(settings).openapi('SandboxSettings'),
});

export const changeSettings = tool({
  id: 'changeSettings',
  method: 'put',
  path: '/sandbox/settings',
  summary: 'Change the switches that are named, leave the others',
  query: ofPublisher,
  body: z.object(settings).partial().strict(),
  data: z.object(settings).openapi('SandboxSettings'),
});
