import type { Client } from './client.js';
import type { components } from './contract.js';

export type ApiTransaction = components['schemas']['Transaction'];
export type ApiGift = components['schemas']['Gift'];

/** A part of what the customer has bought, newest first. The platform tells no total: a page that is not full is the last. */
export const listTransactions = async (
  client: Client,
  customerId: string,
  query: { limit: number; offset: number },
  signal?: AbortSignal,
): Promise<ApiTransaction[]> =>
  (await client('get', '/customers/{customerId}/transactions', { params: { customerId }, query, signal })).items;

export const getGift = (client: Client, giftId: number, signal?: AbortSignal): Promise<ApiGift> =>
  client('get', '/gifts/{giftId}', { params: { giftId }, signal });

/** Changes for whom a gift is, and when; the answer is the gift as the platform has it now. */
export const updateGift = (
  client: Client,
  giftId: number,
  deliveryDetails: { recipientEmail: string; deliveryDate: number; personalNote: string },
): Promise<ApiGift> => client('patch', '/gifts/{giftId}', { params: { giftId }, body: { deliveryDetails } });
