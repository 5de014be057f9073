import type { Client } from './client.js';
import type { components } from './contract.js';

export type ApiPayment = components['schemas']['Payment'];
export type AdyenMethods = components['schemas']['AdyenPaymentMethods'];
/** A payment, or something the shopper has to do first. */
export type AdyenAnswer = components['schemas']['AdyenOutcome'];

/** Which of the three addresses PayPal, or the platform behind it, has sent the viewer back to. */
export const PAYPAL_OUTCOMES = ['success', 'cancel', 'error'] as const;
export type PayPalOutcome = (typeof PAYPAL_OUTCOMES)[number];

/** What a publisher may ask for wherever a payment begins. */
interface Captcha {
  captchaValue?: string;
}

/** What the Drop-in hands over on submit. */
export interface AdyenSubmission {
  paymentMethod: { type: string; [name: string]: unknown };
  browserInfo?: Record<string, unknown>;
  billingAddress?: Record<string, unknown>;
}

export const getAdyenMethods = (client: Client, orderId: number): Promise<AdyenMethods> =>
  client('post', '/connectors/adyen/payment-methods', { body: { orderId } });

export const payWithAdyen = (
  client: Client,
  payment: AdyenSubmission & { orderId: number; returnUrl: string; origin: string } & Captcha,
): Promise<AdyenAnswer> => client('post', '/connectors/adyen/initial-payment', { body: payment });

export const finalizeAdyen = (client: Client, orderId: number, details: object): Promise<AdyenAnswer> =>
  client('post', '/connectors/adyen/initial-payment/finalize', { body: { orderId, details: { ...details } } });

export const createPayPalToken = async (
  client: Client,
  payment: { orderId: number; successUrl: string; cancelUrl: string; errorUrl: string } & Captcha,
): Promise<string> => (await client('post', '/connectors/paypal/v1/tokens', { body: payment })).redirectUrl;

/** Finishes a purchase that costs nothing and needs no payment details. */
export const payNothing = (client: Client, orderId: number, captcha: Captcha = {}): Promise<ApiPayment> =>
  client('post', '/payments', { body: { orderId, ...captcha } });
