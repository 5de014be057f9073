import type { Client } from './client.js';
import type { components } from './contract.js';

export type ApiOffer = components['schemas']['Offer'];
/** An offer of the list, with all its localisations. */
export type ApiListedOffer = components['schemas']['OfferV2'];

/** How many offers one page of the list holds. */
export const OFFERS_PER_PAGE = 100;

/** Signed out it is public, and without any header: the browser needs no preflight for it. */
export const listOffers = (client: Client, publisherId: string, page: number, signal?: AbortSignal): Promise<ApiListedOffer[]> =>
  client('get', '/offers', { query: { pageLimit: OFFERS_PER_PAGE, page, publisherId: Number(publisherId) }, signal });
export type ApiEntitlement = components['schemas']['Entitlement'];

/** Public, and without any header: the browser needs no preflight for it. */
export const getOffer = (client: Client, offerId: string, signal?: AbortSignal): Promise<ApiOffer> =>
  client('get', '/offers/{offerId}', { params: { offerId }, signal });

/** The newer endpoint, which knows price rules and gifts; it wants the short id. */
export const getOfferDetails = (client: Client, offerId: string, signal?: AbortSignal): Promise<ApiListedOffer> =>
  client('get', '/v2/offers/{offerId}', { params: { offerId: offerId.split('_', 1)[0]! }, signal });

export const getEntitlement = (client: Client, offerId: string, signal?: AbortSignal): Promise<ApiEntitlement> =>
  client('get', '/entitlements/{offerId}', { params: { offerId }, signal });
