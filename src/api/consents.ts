import type { Client } from './client.js';
import type { components } from './contract.js';

/** A consent a publisher asks for. `label` is HTML from a server: show it as text and safe links only. */
export type PublisherConsent = components['schemas']['Consent'];
export type CustomerConsent = components['schemas']['CustomerConsent'];
export type ConsentAnswer = { name: string; version: string; state: 'accepted' | 'declined' };

export const listPublisherConsents = async (client: Client, publisherId: string, signal?: AbortSignal): Promise<PublisherConsent[]> =>
  (await client('get', '/publishers/{publisherId}/consents', { params: { publisherId }, signal })).consents;

export const listCustomerConsents = async (client: Client, customerId: string, signal?: AbortSignal): Promise<CustomerConsent[]> =>
  (await client('get', '/customers/{customerId}/consents', { params: { customerId }, signal })).consents;

/** Stores the answers given; consents not named stay as they are. */
export async function saveConsents(client: Client, customerId: string, consents: ConsentAnswer[]): Promise<void> {
  await client('put', '/customers/{customerId}/consents', { params: { customerId }, body: { consents } });
}
