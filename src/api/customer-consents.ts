import type { Client } from './client.js';
import type { components } from './contract.js';

export type CustomerConsent = components['schemas']['CustomerConsent'];
export type ConsentAnswer = { name: string; version: string; state: 'accepted' | 'declined' };

export const listCustomerConsents = async (client: Client, customerId: string, signal?: AbortSignal): Promise<CustomerConsent[]> =>
  (await client('get', '/customers/{customerId}/consents', { params: { customerId }, signal })).consents;

/** Stores the answers given; consents not named stay as they are. */
export async function saveConsents(client: Client, customerId: string, consents: ConsentAnswer[]): Promise<void> {
  await client('put', '/customers/{customerId}/consents', { params: { customerId }, body: { consents } });
}
