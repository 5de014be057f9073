import { createRoute, z } from '@hono/zod-openapi';

/** A failure: at least one text, and a machine code where the platform has one (contract, 1.3). */
export const ErrorBody = z
  .object({ errors: z.array(z.string()), code: z.string().optional(), message: z.string().optional() })
  .openapi('ErrorBody');

/** What the gateway in front of the platform answers with: a text and nothing else (contract, 1.3). */
const GatewayError = z.object({ message: z.string() }).openapi('GatewayError');

/** Where a fact about the platform comes from: its SDK, its documentation, JW's app, or an inference of ours. */
export type Evidence = 'SDK' | 'DOC' | 'OTT' | 'INF';

interface OperationOptions<
  P extends string,
  Data extends z.ZodType,
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
> {
  id: string;
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: P;
  tag: string;
  summary: string;
  evidence: Evidence[];
  /** Whether a customer's JWT is needed, or a publisher's key. */
  auth: boolean | 'publisher';
  params?: Params;
  query?: Query;
  body?: Body;
  data: Data;
}

const failure = (description: string, schema: z.ZodType = ErrorBody) => ({ description, content: { 'application/json': { schema } } });

const failures = {
  400: failure('The request is not of the documented form'),
  401: failure('No customer is signed in, or the credentials or the publisher’s key are wrong'),
  404: failure('There is no such thing'),
  422: failure('The platform refuses'),
  429: failure('Too many requests, or a captcha is needed', z.union([ErrorBody, GatewayError])),
  500: failure('Internal server error'),
};

/** One operation of the platform: its success wrapped in the envelope, its failures as everywhere. */
export function operation<
  const P extends string,
  Data extends z.ZodType,
  Params extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Query extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Body extends z.ZodType = z.ZodUndefined,
>(o: OperationOptions<P, Data, Params, Query, Body>) {
  const success = z.object({ responseData: o.data, errors: z.array(z.string()).length(0) });
  return createRoute({
    operationId: o.id,
    method: o.method,
    path: o.path,
    tags: [o.tag],
    summary: o.summary,
    'x-evidence': o.evidence,
    ...(o.auth ? { security: o.auth === 'publisher' ? [{ publisher: [] }, { dashboard: [] }] : [{ customer: [] }] } : {}),
    request: {
      ...(o.params ? { params: o.params } : {}),
      ...(o.query ? { query: o.query } : {}),
      ...(o.body ? { body: { required: true, content: { 'application/json': { schema: o.body } } } } : {}),
    } as {
      params: Params;
      query: Query;
      body: { required: true; content: { 'application/json': { schema: Body } } };
    },
    responses: {
      200: { description: 'Success', content: { 'application/json': { schema: success } } },
      ...failures,
    },
  });
}

export const Done = z.object({ success: z.literal(true) }).openapi('Done');

/** Ids have nine digits today; more than fifteen no number holds exactly. */
const DIGITS = /^\d{1,15}$/;

/** A number, or the same number as text: clients send both. */
export const NumberLike = z.union([z.number().int().nonnegative(), z.string().regex(DIGITS)]).transform(Number);

/** A numeric id in a path. */
export const idParam = (name: string) =>
  z
    .string()
    .regex(DIGITS)
    .openapi({ param: { name, in: 'path' }, example: '318204771' });

export const CountryCode = z.string().regex(/^[A-Z]{2}$/);
export const CurrencyCode = z.string().regex(/^[A-Z]{3}$/);
export const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;

/** For whom a gift is, when it is handed over (unix seconds), and a greeting. */
export const DeliveryDetails = z.object({
  recipientEmail: z.string().max(254).regex(EMAIL),
  deliveryDate: z.number().int().nonnegative(),
  personalNote: z.string().max(150).nullish(),
});

export const customerParams = z.object({ customerId: idParam('customerId') });
