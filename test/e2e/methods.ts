import { type Page } from '@playwright/test';
import { SANDBOX } from './helpers.js';

/** A method as Adyen lists it. */
export interface Listed {
  readonly type: string;
  readonly name: string;
  readonly configuration?: Readonly<Record<string, string>>;
}

interface Answer<T> {
  readonly responseData: T;
}

/**
 * The platform offers methods that its publisher has not turned on, to this page alone: first in Adyen's list, and in the platform's own by
 * the id of one that is turned on, which is what is then paid with.
 * @param as the platform's name of that one, and what is sent instead
 * @param only whether nothing else of Adyen's is offered
 * @returns what the page sent
 */
export async function offerMethods(
  page: Page,
  methods: readonly Listed[],
  as: { name: string; paymentMethod: Readonly<Record<string, string>> },
  only = false,
): Promise<{ type: string }[]> {
  await page.route(`${SANDBOX}/connectors/adyen/payment-methods`, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    const response = await route.fetch();
    const { responseData } = (await response.json()) as Answer<{ paymentMethods: Listed[] }>;
    const paymentMethods = [...methods, ...(only ? [] : responseData.paymentMethods)];
    await route.fulfill({ response, json: { responseData: { ...responseData, paymentMethods }, errors: [] } });
  });
  await page.route(`${SANDBOX}/payment-methods`, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    const response = await route.fetch();
    const { responseData } = (await response.json()) as Answer<{ paymentMethods: { methodName: string }[] }>;
    const turnedOn = responseData.paymentMethods.find(({ methodName }) => methodName === as.name);
    responseData.paymentMethods.push(...methods.map(({ type }) => ({ ...turnedOn, methodName: type })));
    await route.fulfill({ response, json: { responseData, errors: [] } });
  });
  const sent: { type: string }[] = [];
  await page.route('**/initial-payment', (route) => {
    const payment = route.request().postDataJSON() as { paymentMethod: { type: string } } | null;
    if (!payment || !methods.some(({ type }) => type === payment.paymentMethod.type)) return route.fallback();
    sent.push(payment.paymentMethod);
    return route.fallback({ postData: JSON.stringify({ ...payment, paymentMethod: as.paymentMethod }) });
  });
  return sent;
}

/** What a good card sends. */
export const GOOD_CARD = {
  name: 'card',
  paymentMethod: {
    type: 'scheme',
    encryptedCardNumber: 'test_5555444433331111',
    encryptedExpiryMonth: 'test_03',
    encryptedExpiryYear: 'test_2030',
    encryptedSecurityCode: 'test_737',
  },
} as const;
