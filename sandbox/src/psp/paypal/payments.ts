import type { PspSession, PspStore } from '../store.js';

export interface PayPalPayment {
  /** What is paid for: an order, or, when null, new payment details. */
  orderId: number | null;
  customerId: number;
  paymentMethodId: number;
  amount: { currency: string; value: number };
  successUrl: string;
  cancelUrl: string;
  errorUrl: string;
}

/** What PayPal calls an approval: an Express Checkout payment, a payment of the newer Orders API, or an agreement about later payments. */
export type TokenKind = 'express' | 'orders' | 'agreement';

const PREFIX = { express: 'EC-', orders: '', agreement: 'BA-' } as const;
const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789';

/** Starts an approval: a token, and the page where the buyer gives it. */
export async function createPayPalSession(
  host: { store: PspStore; origin: string },
  payment: PayPalPayment,
  kind: TokenKind,
): Promise<{ redirectUrl: string }> {
  const token = PREFIX[kind] + lettersOf(await host.store.newId());
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
  const path = {
    express: `cgi-bin/webscr?cmd=_express-checkout&token=${token}`,
    orders: `checkoutnow?token=${token}`,
    agreement: `agreements/approve?ba_token=${token}`,
  }[kind];
  return { redirectUrl: `${host.origin}/paypal/${path}` };
}

/** Seventeen letters and digits, as PayPal's tokens have. */
const lettersOf = (id: string): string =>
  [...Buffer.from(id, 'hex').subarray(0, 17)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');

/** The payment token that PayPal's script makes of an agreement's. */
export const paymentTokenOf = (agreement: string): string => agreement.replace(/^BA-/, 'EC-');

/** The approval a token stands for. That of an agreement has two: its own, and the payment token made of it. */
export async function payPalSession(store: PspStore, token: string): Promise<PspSession | undefined> {
  const session = (await store.get(token)) ?? (await store.get(token.replace(/^EC-/, 'BA-')));
  return session?.gateway === 'paypal' ? session : undefined;
}
