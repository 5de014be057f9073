import { createRoute, z } from '@hono/zod-openapi';
import { ErrorBody } from './envelope.js';

interface SandboxOperation<
  P extends string,
  Answer extends z.ZodType,
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
> {
  id: string;
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: P;
  summary: string;
  /** What belongs together; `Sandbox` unless said otherwise. */
  tag?: string;
  /** Whether somebody has to be signed in at the dashboard. */
  session?: boolean;
  /** Whether it is about one publisher: whose key it bears, or who is signed in at the dashboard. */
  publisher?: boolean;
  params?: Params;
  query?: Query;
  body?: Body;
  answer: Answer;
}

const failure = (description: string) => ({ description, content: { 'application/json': { schema: ErrorBody } } });

/** An operation of the sandbox itself, which the platform does not have: its answers have no envelope. */
export function sandboxOperation<
  const P extends `/sandbox/${string}`,
  Answer extends z.ZodType,
  Params extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Query extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Body extends z.ZodType = z.ZodUndefined,
>(o: SandboxOperation<P, Answer, Params, Query, Body>) {
  return createRoute({
    operationId: o.id,
    method: o.method,
    path: o.path,
    tags: [o.tag ?? 'Sandbox'],
    summary: o.summary,
    ...(o.session ? { security: [{ dashboard: [] }] } : {}),
    ...(o.publisher ? { security: [{ publisher: [] }, { dashboard: [] }] } : {}),
    request: {
      ...(o.params ? { params: o.params } : {}),
      ...(o.query ? { query: o.query } : {}),
      ...(o.body ? { body: { required: true, content: { 'application/json': { schema: o.body } } } } : {}),
    } as { params: Params; query: Query; body: { required: true; content: { 'application/json': { schema: Body } } } },
    responses: {
      200: { description: 'Success', content: { 'application/json': { schema: o.answer } } },
      400: failure('The request is not of the documented form'),
      ...(o.session || o.publisher ? { 401: failure('Nobody is signed in at the dashboard, or the key is wrong') } : {}),
      ...(o.params ? { 404: failure('There is no such thing') } : {}),
      422: failure('The sandbox refuses'),
    },
  });
}
