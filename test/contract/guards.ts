import assert from 'node:assert/strict';
import type { Case } from './case.js';
import type { Exchange } from './exchanges.js';
import type { TestedPlatform } from './platform.js';

interface Refused {
  status: number;
  code: string;
}

/**
 * What holds for every operation alike, asked by sending its own successful request once more with one thing wrong. So a new operation is
 * guarded as soon as it has a case.
 */
export function guardsOf(exchanges: readonly Exchange[]): Case[] {
  const samples = new Map<string, Exchange>();
  for (const exchange of exchanges) if (exchange.operation && exchange.status === 200) samples.set(exchange.operation.id, exchange);
  return [...samples.values()].flatMap(({ operation, request }): Case[] => {
    const { id, auth, hasBody, path } = operation!;
    const { token, url } = request;
    const guard = (says: string, run: Case['run']): Case => ({ operation: id, says, need: 'sandbox', run });
    const changed = (change: Partial<Exchange['request']>) => ({ ...request, ...change });
    return [
      ...(auth
        ? [
            guard('without a token', () => isRefused(changed({ token: undefined }), { status: 401, code: 'AUTH0001' })),
            guard('with a forged token', () => isRefused(changed({ token: forged(token) }), { status: 401, code: 'AUTH0002' })),
          ]
        : []),
      ...(path.startsWith('/customers/{customerId}')
        ? [
            guard('with another customer’s token', async (platform: TestedPlatform) => {
              const stranger = await platform.newcomer();
              await isRefused(changed({ token: stranger.tokens.jwt }), { status: 401, code: 'AUTH0002' });
            }),
            guard('with a customer that is no number', () =>
              isRefused(changed({ url: url.replace(/\/customers\/\d+/, '/customers/me') }), { status: 400, code: 'REQ0003' }),
            ),
          ]
        : []),
      ...(hasBody ? [guard('with a body that is no JSON', () => isRefused(changed({ body: '{' }), { status: 400, code: 'REQ0001' }))] : []),
    ];
  });
}

async function isRefused({ method, url, token, body }: Exchange['request'], expected: Refused): Promise<void> {
  const headers = { ...(token ? { Authorization: `Bearer ${token}` } : {}), ...(body ? { 'Content-Type': 'application/json' } : {}) };
  const response = await fetch(url, { method, headers, ...(body ? { body } : {}) });
  const { code, errors } = (await response.json()) as { code?: string; errors?: string[] };
  assert.deepEqual({ status: response.status, code }, expected, errors?.join('; '));
}

/** The token with another customer in it: only its signature gives it away. */
function forged(token = ''): string {
  const [header, payload = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { customerId: number };
  const other = Buffer.from(JSON.stringify({ ...claims, customerId: claims.customerId + 1 })).toString('base64url');
  return [header, other, signature].join('.');
}
