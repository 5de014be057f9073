import type { openApiDocument } from '../../sandbox/src/contract/document.js';

/** Text that breaks what takes it for code, for a number, or for storable. */
export const TEXTS: readonly string[] = [
  '',
  "'; drop table customers; --",
  "' or '1'='1",
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'a\u0000b',
  '\ud800',
  '𝕏‮\u200b🎬',
  '../../../etc/passwd',
  '${7*7}{{7*7}}%s%n',
  '__proto__',
  '99999999999999999999999',
  '-1',
  'NaN',
  'x'.repeat(20_000),
];

/** What is no text, or no number anybody expects. As JSON, for some cannot be written otherwise. */
export const VALUES: readonly string[] = [
  'null',
  'true',
  '[]',
  '{}',
  '[[]]',
  '-1',
  '0',
  '1.5',
  '1e308',
  '9007199254740993',
  '99999999999999999999',
];

/** Bodies that are no request at all. */
export const BODIES: readonly string[] = [
  'null',
  '5',
  '"x"',
  '[]',
  '{',
  '{"a":',
  '{"a":1}}',
  '\u0000',
  '<xml/>',
  'a=b&c=d',
  '[1e999]',
  '['.repeat(100_000),
  '['.repeat(100_000) + ']'.repeat(100_000),
  `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
  `{"__proto__":{"orderId":1},"constructor":{"prototype":{}}}`,
];

/** The parts of a JSON schema the contract uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  example?: unknown;
  minimum?: number;
}

interface Parameter {
  name: string;
  in: 'path' | 'query';
  required?: boolean;
}

export interface Operation {
  id: string;
  method: string;
  path: string;
  parameters: Parameter[];
  body: Schema | undefined;
}

type Document = ReturnType<typeof openApiDocument>;

export function operationsOf(document: Document): Operation[] {
  const paths = document.paths as Record<string, Record<string, unknown>>;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, definition]) => {
      const {
        operationId,
        parameters = [],
        requestBody,
      } = definition as {
        operationId: string;
        parameters?: Parameter[];
        requestBody?: { content: { 'application/json': { schema: Schema } } };
      };
      return { id: operationId, method: method.toUpperCase(), path, parameters, body: requestBody?.content['application/json'].schema };
    }),
  );
}

/** Every leaf of a body, each with a body that is right but for a place to put something there. */
export function leavesOf(document: Document, schema: Schema): { name: string; body(json: string): string }[] {
  const here = resolve(document, schema);
  const required = smallest(document, schema);
  const places = (at: Schema, path: string[]): string[][] => {
    const { properties } = resolve(document, at);
    return properties ? Object.entries(properties).flatMap(([name, inner]) => places(inner, [...path, name])) : [path];
  };
  return places(here, []).map((path) => ({ name: path.join('.'), body: (json) => put(required, path, json) }));
}

/** A body with what is required, and nothing else. */
export function smallest(document: Document, schema: Schema): Record<string, unknown> {
  const here = resolve(document, schema);
  return Object.fromEntries((here.required ?? []).map((name) => [name, sample(document, here.properties?.[name] ?? {})]));
}

const HERE = '\u0001here\u0001';

function put(required: Record<string, unknown>, path: string[], json: string): string {
  const body = structuredClone(required);
  let at = body;
  for (const name of path.slice(0, -1)) at = (at[name] ??= {}) as Record<string, unknown>;
  if (path.length > 0) at[path.at(-1)!] = HERE;
  return JSON.stringify(body).replace(JSON.stringify(HERE), () => json);
}

function resolve(document: Document, schema: Schema): Schema {
  if (!schema.$ref) return schema;
  const name = schema.$ref.split('/').at(-1)!;
  return resolve(document, (document.components!.schemas as unknown as Record<string, Schema>)[name]!);
}

/** A value the contract takes. */
function sample(document: Document, schema: Schema): unknown {
  const s = resolve(document, schema);
  if (s.example !== undefined) return s.example;
  if (s.const !== undefined) return s.const;
  if (s.enum) return s.enum[0];
  const either = s.anyOf ?? s.oneOf;
  if (either) return sample(document, either[0]!);
  switch ([s.type].flat()[0]) {
    case 'integer':
    case 'number':
      return s.minimum ?? 1;
    case 'boolean':
      return false;
    case 'array':
      return [];
    case 'string':
      return s.format === 'uri' ? 'https://shop.example/x' : s.format === 'email' ? 'a@example.org' : 'Password1';
    default:
      return Object.fromEntries((s.required ?? []).map((name) => [name, sample(document, s.properties?.[name] ?? {})]));
  }
}
