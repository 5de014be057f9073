import { createRoute, z } from '@hono/zod-openapi';
import { ErrorBody } from './envelope.js';

interface SandboxOperation<P extends string, Answer extends z.ZodType, Query extends z.ZodObject, Body extends z.ZodType> {
  id: string;
  method: 'get' | 'post' | 'put' | 'delete';
  path: P;
  summary: string;
  query?: Query;
  body?: Body;
  answer: Answer;
}

const failure = (description: string) => ({ description, content: { 'application/json': { schema: ErrorBody } } });

/** An operation of the sandbox itself, which the platform does not have: its answers have no envelope. */
export function sandboxOperation<
  const P extends `/sandbox/${string}`,
  Answer extends z.ZodType,
  Query extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Body extends z.ZodType = z.ZodUndefined,
>(o: SandboxOperation<P, Answer, Query, Body>) {
  return createRoute({
    operationId: o.id,
    method: o.method,
    path: o.path,
    tags: ['Sandbox'],
    summary: o.summary,
    request: {
      ...(o.query ? { query: o.query } : {}),
      ...(o.body ? { body: { required: true, content: { 'application/json': { schema: o.body } } } } : {}),
    } as { query: Query; body: { required: true; content: { 'application/json': { schema: Body } } } },
    responses: {
      200: { description: 'Success', content: { 'application/json': { schema: o.answer } } },
      400: failure('The request is not of the documented form'),
      422: failure('The sandbox refuses'),
    },
  });
}
