import { toCleengError } from '../api/errors.js';
import { getOrder, type ApiOrder } from '../api/orders.js';
import { payNothing, type ApiPayment } from '../api/payments.js';
import type { CheckoutPorts } from './ports.js';

/** What is needed to ask the platform about payments. */
export type Asker = Pick<CheckoutPorts, 'session' | 'captcha'>;

/** What the platform knows about an order: it is open, it was paid, or it is gone (expired, or somebody else's). */
export type OrderOutcome =
  | { readonly status: 'open'; readonly order: ApiOrder }
  | { readonly status: 'paid'; readonly payment: ApiPayment }
  | { readonly status: 'gone' };

/**
 * Asks what became of an order. A paid one can no longer be read, but answers every call to pay with the payment it has, so that a lost answer
 * can be had again and nothing is charged (platform contract, 11.2). Only an order that is not open is asked that way.
 */
export async function outcomeOf(asker: Asker, orderId: number): Promise<OrderOutcome> {
  try {
    return { status: 'open', order: await getOrder(asker.session.customer, orderId) };
  } catch (error) {
    if (toCleengError(error).code !== 'order-not-found') throw error;
  }
  try {
    return { status: 'paid', payment: await payNothing(asker.session.customer, orderId, await captchaOf(asker)) };
  } catch (thrown) {
    const error = toCleengError(thrown);
    // Who cannot ask knows nothing: an order that may have been paid is not replaced.
    if (error.retryable || error.code === 'captcha') throw error;
    return { status: 'gone' };
  }
}

/** The captcha's part of a payment, where the publisher wants one. */
export async function captchaOf({ captcha }: Pick<Asker, 'captcha'>): Promise<{ captchaValue?: string }> {
  const captchaValue = await captcha();
  return captchaValue ? { captchaValue } : {};
}
