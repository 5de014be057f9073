import type { Client } from './client.js';
import type { components } from './contract.js';

export type ApiOrder = components['schemas']['Order'];
export type ApiPaymentMethod = components['schemas']['PaymentMethod'];

export const createOrder = async (client: Client, order: { offerId: string; customerId: string }): Promise<ApiOrder> =>
  (await client('post', '/orders', { body: { ...order, customerId: Number(order.customerId), paymentMethodId: 0, buyAsAGift: false } }))
    .order;

export const getOrder = async (client: Client, orderId: number): Promise<ApiOrder> =>
  (await client('get', '/orders/{orderId}', { params: { orderId } })).order;

/** Must come before any payment: a wrong method breaks renewals (platform contract, 5). */
export const chooseMethod = async (client: Client, orderId: number, paymentMethodId: number): Promise<ApiOrder> =>
  (await client('patch', '/orders/{orderId}', { params: { orderId }, body: { paymentMethodId } })).order;

export const listPaymentMethods = async (client: Client): Promise<ApiPaymentMethod[]> =>
  (await client('get', '/payment-methods')).paymentMethods;
