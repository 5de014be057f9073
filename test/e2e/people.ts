import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { newEmail, PASSWORD, SANDBOX } from './helpers.js';

const PUBLISHER = '204118605';
/** The publisher's payment method for cards. */
const CARD = 140960101;

interface Tokens {
  jwt: string;
  refreshToken: string;
  customerId: number;
}

/** Somebody who has registered and, so far, has agreed to nothing and answered nothing. */
export async function newcomer(request: APIRequestContext): Promise<{ email: string } & Tokens> {
  const email = newEmail();
  const data = { email, password: PASSWORD, publisherId: PUBLISHER, locale: 'de_DE', country: 'DE', currency: 'EUR' };
  const response = await request.post(`${SANDBOX}/customers`, { data });
  const { responseData } = (await response.json()) as { responseData: Tokens };
  return { email, ...responseData };
}

/** Somebody who has agreed and answered everything. */
export async function settled(request: APIRequestContext): Promise<{ email: string } & Tokens> {
  const somebody = await newcomer(request);
  const headers = { Authorization: `Bearer ${somebody.jwt}` };
  const base = `${SANDBOX}/customers/${somebody.customerId}`;
  const consents = [
    { name: 'broadcaster_terms', version: '3', state: 'accepted' },
    { name: 'broadcaster_marketing', version: '1', state: 'declined' },
  ];
  await request.put(`${base}/consents`, { headers, data: { consents } });
  const address = { address: 'Kai 1', city: 'Kiel', postCode: '24103', country: 'DE' };
  const customAnswers = [{ questionId: 'custom_2', question: 'Favourite club?', value: 'North' }];
  await request.put(`${base}/capture`, { headers, data: { firstName: 'Ida', lastName: 'Holm', ...address, customAnswers } });
  return somebody;
}

/** The code of a gift that somebody has bought for next week, with a card. */
export async function giftCode(request: APIRequestContext, offerId: string): Promise<string> {
  const { jwt, customerId } = await settled(request);
  const headers = { Authorization: `Bearer ${jwt}` };
  const ask = async <T>(method: 'get' | 'post', path: string, data?: object): Promise<T> => {
    const response = await request[method](SANDBOX + path, { headers, ...(data ? { data } : {}) });
    expect(response.status(), path).toBe(200);
    return ((await response.json()) as { responseData: T }).responseData;
  };
  const deliveryDetails = { recipientEmail: 'friend@example.com', deliveryDate: Math.floor(Date.now() / 1000) + 7 * 86_400 };
  const { order } = await ask<{ order: { id: number } }>('post', '/orders', {
    offerId,
    customerId,
    paymentMethodId: CARD,
    buyAsAGift: true,
    deliveryDetails,
  });
  const card = {
    encryptedCardNumber: '5555444433331111',
    encryptedExpiryMonth: '03',
    encryptedExpiryYear: '2030',
    encryptedSecurityCode: '737',
  };
  const typed = Object.fromEntries(Object.entries(card).map(([name, value]) => [name, `test_${value}`]));
  const paymentMethod = { type: 'scheme', ...typed };
  await ask('post', '/connectors/adyen/initial-payment', { orderId: order.id, paymentMethod, returnUrl: 'https://shop.example/' });
  const { items } = await ask<{ items: { targetId: number }[] }>('get', `/customers/${customerId}/transactions`);
  return (await ask<{ code: string }>('get', `/gifts/${items[0]!.targetId}`)).code;
}

interface StoredConsent {
  name: string;
  state: string;
  version: string;
}

/** What the platform holds of somebody's consents. */
export async function consentsOf(
  request: APIRequestContext,
  { jwt, customerId }: Pick<Tokens, 'jwt' | 'customerId'>,
): Promise<StoredConsent[]> {
  const response = await request.get(`${SANDBOX}/customers/${customerId}/consents`, { headers: { Authorization: `Bearer ${jwt}` } });
  const { responseData } = (await response.json()) as { responseData: { consents: StoredConsent[] } };
  return responseData.consents.map(({ name, state, version }) => ({ name, state, version }));
}

/** The link in the last e-mail to somebody. */
export async function resetLink(request: APIRequestContext, email: string): Promise<string> {
  const mails = async () => {
    const response = await request.get(`${SANDBOX}/sandbox/mail?recipient=${encodeURIComponent(email)}`);
    return ((await response.json()) as { mail: { data: { link: string } }[] }).mail;
  };
  await expect.poll(async () => (await mails()).length).toBeGreaterThan(0);
  return (await mails())[0]!.data.link;
}

/** Writes down the kit's events in a page, from its first moment on and across reloads. */
export async function recordEvents(page: Page): Promise<{ name: string; detail: unknown }[]> {
  const events: { name: string; detail: unknown }[] = [];
  await page.exposeFunction('recordEvent', (name: string, detail: string) => {
    events.push({ name, detail: JSON.parse(detail) as unknown });
  });
  await page.addInitScript(() => {
    const names = ['login', 'register', 'password', 'capture', 'consents'].flatMap((element) =>
      ['success', 'error', 'forgot', 'register', 'login', 'continue', 'requested', 'changed', 'complete', 'skip'].map(
        (fact) => `cleeng-${element}-${fact}`,
      ),
    );
    for (const name of names) {
      document.addEventListener(name, (event) => {
        const { recordEvent } = window as unknown as { recordEvent(name: string, detail: string): void };
        recordEvent(name, JSON.stringify((event as CustomEvent<unknown>).detail ?? null));
      });
    }
  });
  return events;
}
