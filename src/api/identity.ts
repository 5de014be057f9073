import type { components } from './contract.js';
import type { Client } from './client.js';

/** What the platform hands out when somebody registers or logs in. */
export interface TokenPair {
  jwt: string;
  refreshToken: string;
}

export interface Credentials {
  email: string;
  password: string;
}

/** A consent a publisher asks for. `label` is HTML from a server: show it as text and safe links only. */
export type PublisherConsent = components['schemas']['Consent'];
export type CustomerConsent = components['schemas']['CustomerConsent'];
export type ConsentAnswer = { name: string; version: string; state: 'accepted' | 'declined' };

/** Country, currency and language the platform guesses from the viewer's address. */
export const getLocales = (client: Client, signal?: AbortSignal) => client('get', '/locales', { signal });

export const login = (client: Client, publisherId: string, credentials: Credentials): Promise<TokenPair> =>
  client('post', '/auths', { body: { ...credentials, publisherId } });

export async function register(client: Client, publisherId: string, credentials: Credentials): Promise<TokenPair> {
  const { country, currency, locale } = await getLocales(client);
  return client('post', '/customers', { body: { ...credentials, publisherId, country, currency, locale } });
}

export const refreshTokens = (client: Client, refreshToken: string): Promise<TokenPair> =>
  client('post', '/auths/refresh_token', { body: { refreshToken } });

export const listPublisherConsents = async (client: Client, publisherId: string, signal?: AbortSignal): Promise<PublisherConsent[]> =>
  (await client('get', '/publishers/{publisherId}/consents', { params: { publisherId }, signal })).consents;

/** Stores the answers given; consents not named stay as they are. */
export async function saveConsents(client: Client, customerId: string, consents: ConsentAnswer[]): Promise<void> {
  await client('put', '/customers/{customerId}/consents', { params: { customerId }, body: { consents } });
}
