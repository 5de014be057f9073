import { z } from '@hono/zod-openapi';
import { CountryCode, CurrencyCode, idParam } from './envelope.js';
import { Email, Password } from './identity.js';
import { sandboxOperation } from './sandbox-operation.js';

const tag = 'Publisher account';
const unix = z.number().int();

/** What has a name that somebody gives it. */
const Name = z.string().trim().min(1).max(100);

export const PublisherSession = z
  .object({
    account: z.object({ id: z.number().int(), email: z.string() }),
    publisher: z.object({ id: z.number().int(), name: z.string() }),
  })
  .openapi('PublisherSession', { description: 'Who is signed in at the dashboard, and for which publisher' });

export const signUpPublisher = sandboxOperation({
  id: 'signUpPublisher',
  method: 'post',
  path: '/sandbox/publishers',
  tag,
  summary:
    'Open an account with a publisher of its own, and sign in: it has payment methods, consents, dunning and a few offers from the start',
  body: z.object({
    name: Name,
    email: Email,
    password: Password,
    country: CountryCode.default('DE').openapi({ description: 'Where the first offers are sold' }),
    currency: CurrencyCode.default('EUR').openapi({ description: 'Of the first offers' }),
  }),
  answer: PublisherSession,
});

export const logInPublisher = sandboxOperation({
  id: 'logInPublisher',
  method: 'post',
  path: '/sandbox/publisher/session',
  tag,
  summary: 'Sign in at the dashboard, with a cookie; after ten wrong passwords an address has to wait',
  body: z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(200) }),
  answer: PublisherSession,
});

export const getPublisherSession = sandboxOperation({
  id: 'getPublisherSession',
  method: 'get',
  path: '/sandbox/publisher/session',
  tag,
  session: true,
  summary: 'Who is signed in at the dashboard',
  answer: PublisherSession,
});

export const logOutPublisher = sandboxOperation({
  id: 'logOutPublisher',
  method: 'delete',
  path: '/sandbox/publisher/session',
  tag,
  summary: 'Sign out of the dashboard',
  answer: z.object({ signedIn: z.literal(false) }),
});

export const ApiKey = z
  .object({
    id: z.number().int(),
    name: z.string(),
    hint: z.string().openapi({ description: 'The last characters of the token' }),
    createdAt: unix,
    lastUsedAt: unix.nullable().openapi({ description: 'To the minute' }),
    revokedAt: unix.nullable(),
  })
  .openapi('ApiKey');

export const listApiKeys = sandboxOperation({
  id: 'listApiKeys',
  method: 'get',
  path: '/sandbox/publisher/api-keys',
  tag,
  session: true,
  summary: 'The publisher’s API keys, newest first',
  answer: z.object({ keys: z.array(ApiKey) }),
});

export const createApiKey = sandboxOperation({
  id: 'createApiKey',
  method: 'post',
  path: '/sandbox/publisher/api-keys',
  tag,
  session: true,
  summary: 'Make an API key. Its token, for the header X-Publisher-Token, is shown this once',
  body: z.object({ name: Name }),
  answer: z.object({ key: ApiKey, token: z.string() }).openapi('NewApiKey'),
});

export const revokeApiKey = sandboxOperation({
  id: 'revokeApiKey',
  method: 'delete',
  path: '/sandbox/publisher/api-keys/{keyId}',
  tag,
  session: true,
  summary: 'Revoke an API key, at once and for good',
  params: z.object({ keyId: idParam('keyId') }),
  answer: z.object({ key: ApiKey }),
});
