import type { Client } from '../api/client.js';
import { toCleengError } from '../api/errors.js';
import { getOrder, type ApiOrder } from '../api/orders.js';
import { payNothing, type ApiPayment } from '../api/payments.js';

/** What the platform knows about an order: it is open, it was paid, or it is gone (expired, or somebody else's). */
export type OrderOutcome =
  | { readonly status: 'open'; readonly order: ApiOrder }
  | { readonly status: 'paid'; readonly payment: ApiPayment }
  | { readonly status: 'gone' };

/**
 * Asks what became of an order. A paid one can no longer be read, but answers every call to pay with the payment it has, so that a lost answer
 * can be had again and nothing is charged (platform contract, 11.2). Only an order that is not open is asked that way.
 */
export async function outcomeOf(client: Client, orderId: number): Promise<OrderOutcome> {
  try {
    return { status: 'open', order: await getOrder(client, orderId) };
  } catch (error) {
    if (toCleengError(error).code !== 'order-not-found') throw error;
  }
  try {
    return { status: 'paid', payment: await payNothing(client, orderId) };
  } catch (error) {
    if (toCleengError(error).retryable) throw error;
    return { status: 'gone' };
  }
}
