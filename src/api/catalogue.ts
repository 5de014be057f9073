import type { Client } from './client.js';
import type { components } from './contract.js';

export type ApiOffer = components['schemas']['Offer'];

/** Public, and without any header: the browser needs no preflight for it. */
export const getOffer = (client: Client, offerId: string, signal?: AbortSignal): Promise<ApiOffer> =>
  client('get', '/offers/{offerId}', { params: { offerId }, signal });

export const getEntitlement = (client: Client, offerId: string) => client('get', '/entitlements/{offerId}', { params: { offerId } });
