import type { paths } from './contract.js';
import type { HttpRequest, Method, Send } from './http.js';

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Path = keyof paths;

/** The operation the contract describes under a path and verb. */
type Operation<P extends Path, V extends Verb> = NonNullable<paths[P][V]>;

/** What a successful answer of an operation holds in its envelope. */
export type Answer<P extends Path, V extends Verb> =
  Operation<P, V> extends { responses: { 200: { content: { 'application/json': { responseData: infer Data } } } } } ? Data : never;

type BodyOf<O> = O extends { requestBody?: { content: { 'application/json': infer B } } } ? B : undefined;
type PathParams<O> = O extends { parameters: { path: infer T } } ? { [K in keyof T]: string | number } : undefined;
type Query<O> = O extends { parameters: { query?: infer T } } ? T : undefined;

export interface Input<O> {
  params?: PathParams<O>;
  query?: Query<O>;
  body?: BodyOf<O>;
  signal?: AbortSignal | undefined;
}

/** The same, for the code that does not care which operation it is. */
interface LooseInput {
  params?: Record<string, string | number> | undefined;
  query?: object | undefined;
  body?: unknown;
  signal?: AbortSignal | undefined;
}

/** A typed caller of the platform: paths, bodies and answers are those of the contract. */
export type Client = <P extends Path, V extends Verb>(verb: V, path: P, input?: Input<Operation<P, V>>) => Promise<Answer<P, V>>;

/** Turns contract calls into HTTP requests. */
export function createClient(send: Send): Client {
  return async (verb, path, input = {}) => {
    const { params, query, body, signal }: LooseInput = input;
    const request: HttpRequest = { method: verb.toUpperCase() as Method, path: fill(path, params) + search(query), body, signal };
    return (await send(request)) as never;
  };
}

function fill(path: string, params: Record<string, string | number> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

function search(query: object = {}): string {
  const pairs = Object.entries(query).map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`);
  return pairs.length ? `?${pairs.join('&')}` : '';
}
