import { readdirSync, readFileSync } from 'node:fs';

export type Schema = Readonly<Record<string, unknown>>;

/** An operation of the contract, as the OpenAPI document tells it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Where our knowledge of it comes from. */
  readonly evidence: readonly string[];
  /** Whether a customer's token is needed. */
  readonly auth: boolean;
  /** Whether a request has a body. */
  readonly hasBody: boolean;
  /** Schemas of the answers by status. */
  readonly answers: ReadonlyMap<number, Schema>;
}

interface DocumentedOperation {
  operationId: string;
  'x-evidence': string[];
  security?: unknown[];
  requestBody?: unknown;
  responses: Record<string, { content: { 'application/json': { schema: Schema } } }>;
}

export interface ContractDocument {
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: { schemas: Record<string, Schema> };
}

export function readDocument(): ContractDocument {
  return JSON.parse(readFileSync(new URL('../../sandbox/openapi.json', import.meta.url), 'utf8')) as ContractDocument;
}

/** What is under `/sandbox` is the sandbox's own: no other host has it. The Core API is on a host of its own, for publishers' servers. */
const isPlatforms = ([path]: [string, unknown]): boolean => !/^\/(?:sandbox|3\.1)\//.test(path);

/** Every operation of the platform. */
export function operationsOf(document: ContractDocument): Operation[] {
  return Object.entries(document.paths)
    .filter(isPlatforms)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): Operation => {
        const answers = Object.entries(operation.responses).map(
          ([status, { content }]) => [Number(status), content['application/json'].schema] as const,
        );
        return {
          id: operation.operationId,
          method: method.toUpperCase(),
          path,
          evidence: operation['x-evidence'],
          auth: Boolean(operation.security?.length),
          hasBody: operation.requestBody !== undefined,
          answers: new Map(answers),
        };
      }),
    );
}

/** The operation that a request is for. A fixed path wins over one with a parameter. */
export function operationFor(operations: readonly Operation[], method: string, path: string): Operation | undefined {
  return operations
    .filter((operation) => operation.method === method && pattern(operation.path).test(path))
    .sort((a, b) => parametersIn(a.path) - parametersIn(b.path))[0];
}

const pattern = (path: string) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
const parametersIn = (path: string) => path.split('{').length;

/** Whether the kit calls an operation: its client names the verb and the path. */
export function isCalledByKit({ method, path }: Operation): boolean {
  return KIT_CALLS.has(`${method} ${path}`);
}

const KIT_API = new URL('../../src/api/', import.meta.url);
const KIT_CALLS: ReadonlySet<string> = new Set(
  readdirSync(KIT_API)
    .map((file) => readFileSync(new URL(file, KIT_API), 'utf8'))
    .flatMap((source) =>
      [...source.matchAll(/client\('(\w+)',\s*'([^']+)'/g)].map(([, verb = '', path = '']) => `${verb.toUpperCase()} ${path}`),
    ),
);
