import type { Client } from './client.js';
import type { components } from './contract.js';

export type ApiCustomerOffer = components['schemas']['CustomerOffer'];

export const getCustomer = (client: Client, customerId: string, signal?: AbortSignal) =>
  client('get', '/customers/{customerId}', { params: { customerId }, signal });

export const listCustomerOffers = async (client: Client, customerId: string, signal?: AbortSignal): Promise<ApiCustomerOffer[]> =>
  (await client('get', '/customers/{customerId}/offers', { params: { customerId }, signal })).items;

/** Cancels at the end of the period, or resumes; the answer is the platform's word on how the subscription stands now. */
export const setSubscriptionStatus = (
  client: Client,
  customerId: string,
  change: { offerId: string; status: 'active' | 'cancelled'; cancellationReason?: string },
) => client('patch', '/customers/{customerId}/subscriptions', { params: { customerId }, body: change });
