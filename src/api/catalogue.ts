import type { Client } from './client.js';
import type { components } from './contract.js';

export type ApiOffer = components['schemas']['Offer'];
export type ApiOfferDetails = components['schemas']['OfferV2'];
export type ApiEntitlement = components['schemas']['Entitlement'];

/** Public, and without any header: the browser needs no preflight for it. */
export const getOffer = (client: Client, offerId: string, signal?: AbortSignal): Promise<ApiOffer> =>
  client('get', '/offers/{offerId}', { params: { offerId }, signal });

/** The newer endpoint, which knows price rules and gifts; it wants the short id. */
export const getOfferDetails = (client: Client, offerId: string): Promise<ApiOfferDetails> =>
  client('get', '/v2/offers/{offerId}', { params: { offerId: offerId.split('_', 1)[0]! } });

export const getEntitlement = (client: Client, offerId: string): Promise<ApiEntitlement> =>
  client('get', '/entitlements/{offerId}', { params: { offerId } });
