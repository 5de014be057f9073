import type { Client } from './client.js';
import type { components } from './contract.js';

/** A consent a publisher asks for. `label` is HTML from a server: show it as text and safe links only. */
export type PublisherConsent = components['schemas']['Consent'];

export const listPublisherConsents = async (client: Client, publisherId: string, signal?: AbortSignal): Promise<PublisherConsent[]> =>
  (await client('get', '/publishers/{publisherId}/consents', { params: { publisherId }, signal })).consents;
