import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { startSandbox, type RunningSandbox } from '../../sandbox/src/server.js';
import { CARD } from './shop.js';

/** What a publisher's server hears of, in the twenty lines that its developer writes. */
async function receive() {
  const heard: { topic: string; data: Record<string, unknown> }[] = [];
  let waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      heard.push(JSON.parse(Buffer.concat(parts).toString()) as (typeof heard)[number]);
      response.end();
      for (const go of waiting.splice(0)) go();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}/`,
    heard,
    /** Waits until so much has been heard of. */
    async until(count: number): Promise<void> {
      while (heard.length < count) await new Promise<void>((go) => waiting.push(go));
    },
    close() {
      waiting = [];
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

let sandbox: RunningSandbox;
let receiver: Awaited<ReturnType<typeof receive>>;
before(async () => {
  sandbox = await startSandbox({ port: 0, data: 'memory', world: 'empty' });
  receiver = await receive();
});
after(async () => {
  await sandbox.close();
  await receiver.close();
});

async function send(method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<Response> {
  const all = { 'Content-Type': 'application/json', ...headers };
  return fetch(sandbox.url + path, { method, headers: all, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
}

/** Asks for what must succeed. @returns the data in the envelope, or an answer without one */
async function ask<T>(method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<T> {
  const response = await send(method, path, headers, body);
  const answer = (await response.json()) as { responseData?: T };
  assert.equal(response.status, 200, `${method} ${path}: ${JSON.stringify(answer)}`);
  return answer.responseData ?? (answer as T);
}

test('a new publisher signs up, sells, hears of it, sees the renewal, and gives the money back', { timeout: 120_000 }, async () => {
  const signUp = { name: 'Harbour Films', email: 'team@harbour.example', password: 'Lighthouse9' };
  const signedUp = await send('POST', '/sandbox/publishers', {}, signUp);
  const { publisher } = (await signedUp.json()) as { publisher: { id: number } };
  const dashboard = { Cookie: signedUp.headers.get('Set-Cookie')!.split(';')[0]!, Origin: sandbox.url };

  // At the dashboard: an offer with a trial, a coupon that is better than it, somewhere to hear of sales, and a key for the server.
  const offer = await ask<{ longId: string }>('POST', '/3.1/offers', dashboard, {
    type: 'subscription',
    title: 'Harbour Plus',
    countryCode: 'DE',
    price: { amount: 10, currency: 'EUR', taxIncluded: true },
    billingCycle: { periodUnit: 'month', amount: 1 },
    freeTrial: { type: 'day', duration: 7 },
  });
  await ask('POST', '/3.1/campaigns', dashboard, { name: 'Opening', discount: 0.5, couponCodes: ['HALF'] });
  await ask('PUT', '/3.1/webhook_subscriptions/transactionCreated', dashboard, { endpoints: [{ url: receiver.url }] });
  const { token } = await ask<{ token: string }>('POST', '/sandbox/publisher/api-keys', dashboard, { name: 'Server' });

  // A viewer buys it as anybody does.
  const person = { email: 'mara@viewer.example', password: 'Password12', locale: 'de_DE', country: 'DE', currency: 'EUR' };
  const viewer = await ask<{ jwt: string; customerId: number }>('POST', '/customers', {}, { ...person, publisherId: publisher.id });
  let as = { Authorization: `Bearer ${viewer.jwt}` };
  const { paymentMethods } = await ask<{ paymentMethods: { id: number; methodName: string }[] }>('GET', '/payment-methods', as);
  const card = paymentMethods.find(({ methodName }) => methodName === 'card')!.id;
  const wanted = { offerId: offer.longId, customerId: viewer.customerId, paymentMethodId: card, couponCode: 'HALF' };
  const { order } = await ask<{ order: { id: number; totalPrice: number } }>('POST', '/orders', as, wanted);
  assert.equal(order.totalPrice, 5);
  const payment = { orderId: order.id, paymentMethod: CARD, returnUrl: 'https://shop.example/' };
  await ask('POST', '/connectors/adyen/initial-payment', as, payment);

  await receiver.until(1);
  const [sale] = receiver.heard;
  assert.deepEqual(
    [sale!.topic, sale!.data['customerEmail'], sale!.data['transactionPriceInclTax']],
    ['transactionCreated', person.email, '5.0000'],
  );
  await ask('POST', '/sandbox/clock', {}, { advance: 'P1M' });
  await receiver.until(2);
  assert.equal(receiver.heard[1]!.data['transactionPriceInclTax'], '10.0000');

  // The server gives back what was renewed, and access ends.
  const server = { 'X-Publisher-Token': token };
  const renewal = Number(receiver.heard[1]!.data['paymentId']);
  const back = await ask<{ refundedAmount: number }>('PATCH', `/3.1/payments/${renewal}`, server, { status: 'refunded' });
  assert.equal(back.refundedAmount, 10);
  const { items } = await ask<{ items: { transactionPriceInclTax: string }[] }>('GET', '/3.1/transactions', dashboard);
  assert.deepEqual(
    items.map((line) => line.transactionPriceInclTax),
    ['-10.0000', '10.0000', '5.0000'],
  );
  const login = { email: person.email, password: person.password, publisherId: publisher.id };
  as = { Authorization: `Bearer ${(await ask<{ jwt: string }>('POST', '/auths', {}, login)).jwt}` };
  assert.deepEqual(await ask('GET', `/entitlements/${offer.longId}`, as), { accessGranted: false, expiresAt: null });

  // Another page, of the same machine or any other, gets nowhere with the cookie or a key; and nobody does after signing out.
  const elsewhere = { ...dashboard, Origin: 'http://localhost:1' };
  assert.equal((await send('PATCH', `/3.1/payments/${renewal}`, elsewhere, { status: 'refunded' })).status, 401);
  const asked = { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'GET' };
  const preflight = await send('OPTIONS', '/3.1/customers', { ...asked, 'Access-Control-Request-Headers': 'x-publisher-token' });
  assert.doesNotMatch(preflight.headers.get('Access-Control-Allow-Headers') ?? '', /publisher/i);
  assert.equal(preflight.headers.get('Access-Control-Allow-Credentials'), null);
  await ask('DELETE', '/sandbox/publisher/session', dashboard);
  assert.equal((await send('GET', '/3.1/transactions', dashboard)).status, 401);
});
