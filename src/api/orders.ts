import type { Client } from './client.js';
import type { components, paths } from './contract.js';

export type ApiOrder = components['schemas']['Order'];
export type ApiPaymentMethod = components['schemas']['PaymentMethod'];

/** What may be changed on an open order. */
export type OrderChange = NonNullable<paths['/orders/{orderId}']['patch']['requestBody']>['content']['application/json'];

export interface NewOrder {
  offerId: string;
  customerId: string;
  buyAsAGift?: boolean;
  couponCode?: string;
}

export const createOrder = async (client: Client, order: NewOrder): Promise<ApiOrder> =>
  (await client('post', '/orders', { body: { buyAsAGift: false, ...order, customerId: Number(order.customerId), paymentMethodId: 0 } }))
    .order;

export const getOrder = async (client: Client, orderId: number): Promise<ApiOrder> =>
  (await client('get', '/orders/{orderId}', { params: { orderId } })).order;

/** The platform prices the order anew with every change. */
export const changeOrder = async (client: Client, orderId: number, change: OrderChange): Promise<ApiOrder> =>
  (await client('patch', '/orders/{orderId}', { params: { orderId }, body: change })).order;

/** Must come before any payment: a wrong method breaks renewals (platform contract, 5). */
export const chooseMethod = (client: Client, orderId: number, paymentMethodId: number): Promise<ApiOrder> =>
  changeOrder(client, orderId, { paymentMethodId });

export const listPaymentMethods = async (client: Client): Promise<ApiPaymentMethod[]> =>
  (await client('get', '/payment-methods')).paymentMethods;
