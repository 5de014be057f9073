import type { Client } from './client.js';
import type { components } from './contract.js';
import type { AdyenMethods, AdyenSubmission } from './payments.js';

export type ApiPaymentDetails = components['schemas']['PaymentDetails'];
/** New payment details, or something the viewer has to do first. */
export type DetailsAnswer = components['schemas']['AdyenDetailsOutcome'];

export const listPaymentDetails = async (client: Client, customerId: string, signal?: AbortSignal): Promise<ApiPaymentDetails[]> =>
  (await client('get', '/customers/{customerId}/payment_details', { params: { customerId }, signal })).paymentDetails;

export async function deletePaymentDetails(client: Client, paymentDetailsId: number): Promise<void> {
  await client('delete', '/payment_details/{paymentDetailsId}', { params: { paymentDetailsId } });
}

/** Data for the Drop-in, without an order. */
export const getAdyenMethodsForDetails = (client: Client): Promise<AdyenMethods> =>
  client('post', '/connectors/adyen/payment-methods', { body: {} });

export const addByAdyen = (
  client: Client,
  details: AdyenSubmission & { paymentMethodId: number; returnUrl: string; origin: string },
): Promise<DetailsAnswer> => client('post', '/connectors/adyen/payment-details', { body: details });

export const finalizeDetails = (client: Client, paymentMethodId: number, details: object): Promise<DetailsAnswer> =>
  client('post', '/connectors/adyen/payment-details/finalize', { body: { paymentMethodId, details: { ...details } } });

export const createPayPalDetailsToken = async (
  client: Client,
  pages: { paymentMethodId: number; successUrl: string; cancelUrl: string; errorUrl: string },
): Promise<string> => (await client('post', '/connectors/paypal/v1/payment_details/tokens', { body: pages })).redirectUrl;
