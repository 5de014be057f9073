import { randomBytes } from 'node:crypto';
import type { PspStore } from '../store.js';

export interface PayPalPayment {
  orderId: number | null;
  customerId: number;
  paymentMethodId: number;
  amount: { currency: string; value: number };
  successUrl: string;
  cancelUrl: string;
  errorUrl: string;
}

/** Starts an Express Checkout payment: a token, and the page where the buyer approves it. */
export async function createPayPalSession(
  host: { store: PspStore; origin: string },
  payment: PayPalPayment,
): Promise<{ redirectUrl: string; token: string }> {
  const token = `EC-${randomBytes(12).toString('hex').toUpperCase()}`;
  await host.store.create({
    ...payment,
    id: token,
    gateway: 'paypal',
    method: 'paypal',
    state: 'created',
    card: null,
    returnUrl: null,
    challenge: false,
  });
  return { token, redirectUrl: `${host.origin}/paypal/cgi-bin/webscr?cmd=_express-checkout&token=${token}` };
}
