import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { ANNUAL, card, Shop, type Customer } from './till.js';

let shop: Shop;
let customer: Customer;
before(async () => {
  shop = await Shop.open();
  customer = await shop.newcomer();
});
after(() => shop.close());
afterEach(() => shop.ask('DELETE', '/sandbox/faults'));

interface Fault {
  method?: string;
  path: string;
  kind: string;
  [more: string]: unknown;
}

const set = async (...faults: Fault[]): Promise<void> => {
  const { status, text } = await shop.ask('PUT', '/sandbox/faults', { body: { faults } });
  assert.equal(status, 200, text);
};
const hits = async () => (await shop.read<{ faults: { hits: number }[] }>('/sandbox/faults')).faults.map((fault) => fault.hits);

describe('faults', () => {
  test('a status, as often as was said, and only where it was said', async () => {
    await set({ method: 'GET', path: '/customers/*', kind: 'status', status: 503, count: 2 });
    const path = `/customers/${customer.id}`;
    assert.equal((await customer.get('/payment-methods')).status, 200);
    for (const status of [503, 503, 200]) assert.equal((await customer.get(path)).status, status);
    const failed = await shop.ask('PATCH', path, { body: { firstName: 'Ida' }, jwt: customer.jwt });
    assert.equal(failed.status, 200);
    assert.deepEqual(await hits(), [2]);
  });

  test('a path with asterisks fits as a whole, whatever stands for them', async () => {
    const taken = async (path: string): Promise<boolean> => {
      await set({ path, kind: 'status', status: 503 });
      return (await customer.get('/payment-methods')).status === 503;
    };
    for (const path of ['*', '/*', '/payment*', '*methods', '/pay*-*s', '/*m*e*m*', '/payment-methods*', '/**payment-methods'])
      assert.ok(await taken(path), path);
    for (const path of ['/payment', '/ment*', '*method', '/payment-m*methods', '/*hods*-methods', '/payment.methods', '/PAYMENT*'])
      assert.ok(!(await taken(path)), path);
  });

  test('a pattern of many asterisks costs no time', async () => {
    await set({ path: `/${'a*'.repeat(90)}b`, kind: 'hang' });
    const started = performance.now();
    assert.equal((await shop.ask('GET', `/${'a'.repeat(120)}`)).status, 404);
    assert.ok(performance.now() - started < 1000);
  });

  test('too many requests, as the gateway says it', async () => {
    await set({ path: '/auths', kind: '429', count: 1 });
    const answer = await shop.ask('POST', '/auths', { body: {} });
    assert.deepEqual([answer.status, answer.body, answer.headers.get('Retry-After')], [429, { message: 'Too Many Requests' }, '10']);
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), '*');
    assert.equal((await shop.ask('POST', '/auths', { body: {} })).status, 400);
  });

  test('a delay', async () => {
    await set({ path: '/payment-methods', kind: 'delay', delayMs: 300 });
    const started = performance.now();
    assert.equal((await customer.get('/payment-methods')).status, 200);
    assert.ok(performance.now() - started >= 300);
  });

  test('a body that breaks off', async () => {
    await set({ path: '/payment-methods', kind: 'malformed', count: 1 });
    const answer = await customer.get('/payment-methods');
    assert.equal(answer.status, 200);
    assert.match(answer.text, /^\{"responseData/);
    assert.equal(answer.body, undefined);
  });

  test('an answer that is lost after the payment was taken: asked again, it is the same payment', async () => {
    const buyer = await shop.newcomer();
    const orderId = await buyer.order(ANNUAL);
    await set({ method: 'POST', path: '/connectors/adyen/initial-payment', kind: 'drop-after-commit', count: 1 });
    await assert.rejects(buyer.pay(orderId, card('5555444433331111')), TypeError);
    const [row, ...more] = await buyer.payments();
    assert.deepEqual([row?.status, more], ['captured', []]);
    const again = await buyer.pay(orderId, card('5555444433331111'));
    assert.equal(again.body.responseData.payment.id, row?.id);
    assert.equal((await buyer.payments()).length, 1);
  });

  test('an error after the order was made', async () => {
    const buyer = await shop.newcomer();
    await set({ path: '/connectors/adyen/initial-payment', kind: 'status', status: 500, afterCommit: true, count: 1 });
    const orderId = await buyer.order(ANNUAL);
    const answer = await buyer.pay(orderId, card('5555444433331111'));
    assert.deepEqual([answer.status, answer.body.code], [500, 'S0001']);
    assert.equal((await buyer.payments()).length, 1);
  });

  test('a request that hangs goes on when it is released; the clock does not wait for it', async () => {
    await set({ path: '/payment-methods', kind: 'hang', count: 1 });
    let answered = false;
    const hanging = customer.get('/payment-methods').finally(() => (answered = true));
    for (let seen = false; !seen;) seen = (await hits())[0] === 1;
    assert.equal((await shop.ask('POST', '/sandbox/clock', { body: { advance: 'PT1S' } })).status, 200);
    assert.equal(answered, false);
    await shop.ask('DELETE', '/sandbox/faults');
    assert.equal((await hanging).status, 200);
  });

  test('nobody waits for a hanging payment any more: it is not made', async () => {
    const buyer = await shop.newcomer();
    const orderId = await buyer.order(ANNUAL);
    await set({ path: '/connectors/*', kind: 'hang', count: 1 });
    const gone = new AbortController();
    const asked = fetch(`${shop.url}/connectors/adyen/initial-payment`, {
      method: 'POST',
      signal: gone.signal,
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${buyer.jwt}` },
      body: JSON.stringify({ orderId, paymentMethod: card('5555444433331111'), returnUrl: 'https://shop.example' }),
    });
    for (let seen = false; !seen;) seen = (await hits())[0] === 1;
    gone.abort();
    await assert.rejects(asked, { name: 'AbortError' });
    interface Noted {
      requests: { path: string; fault: string | null }[];
    }
    for (let noted = false; !noted;) {
      const { requests } = await shop.read<Noted>('/sandbox/requests');
      noted = requests.some(({ path, fault }) => fault === 'hang' && path.startsWith('/connectors'));
    }
    assert.deepEqual(await buyer.payments(), []);
  });

  test('the sandbox’s own controls, the stand-ins and the pages are spared', async () => {
    await set({ path: '*', kind: 'status', status: 500 });
    for (const path of [
      '/sandbox/clock',
      '/',
      '/mail',
      '/openapi.json',
      '/paypal/smart/buttons',
      '/checkoutshopper/x/datasets/phonenumbers.json',
    ]) {
      assert.equal((await shop.ask('GET', path)).status, 200, path);
    }
    assert.equal((await customer.get('/payment-methods')).status, 500);
  });

  test('a fault that makes no sense is refused', async () => {
    for (const fault of [
      { path: '/x', kind: 'delay' },
      { path: '/x', kind: 'status' },
      { path: 'x', kind: 'hang' },
      { path: '/x', kind: 'explode' },
      { path: '/x', kind: 'hang', count: 0 },
      { path: '/x', kind: 'hang', colour: 'red' },
    ]) {
      assert.equal((await shop.ask('PUT', '/sandbox/faults', { body: { faults: [fault] } })).status, 400, JSON.stringify(fault));
    }
  });

  test('starting over ends them', async () => {
    await set({ path: '*', kind: 'status', status: 500 });
    assert.equal((await shop.ask('POST', '/sandbox/reset', { body: {} })).status, 200);
    assert.deepEqual(await hits(), []);
    customer = await shop.newcomer();
  });
});

describe('requests', () => {
  interface Logged {
    id: string;
    method: string;
    path: string;
    query: Record<string, string>;
    status: number;
    unhandled: boolean;
    fault: string | null;
    request: unknown;
    response: unknown;
  }
  const list = async () => (await shop.read<{ requests: Logged[] }>('/sandbox/requests')).requests;

  test('are noted with their bodies and their id; secrets are not', async () => {
    const buyer = await shop.newcomer();
    const orderId = await buyer.order(ANNUAL);
    const { headers } = await buyer.pay(orderId, card('5212345678901234'));
    const requests = await list();
    const paid = requests.at(-1)!;
    assert.deepEqual(
      [paid.id, paid.method, paid.path, paid.status],
      [headers.get('X-Request-Id'), 'POST', '/connectors/adyen/initial-payment', 200],
    );
    assert.deepEqual((paid.request as { orderId: number }).orderId, orderId);
    const text = JSON.stringify(requests);
    for (const secret of ['Password1', buyer.jwt, '5212345678901234', 'test_737', 'session=0', 'test_03']) {
      assert.equal(text.includes(secret), false, secret);
    }
    assert.match(text, /"password":"\*\*\*"/);
    assert.match(text, /session=\*\*\*/);
  });

  test('what a stand-in does not play is marked', async () => {
    await shop.ask('GET', '/checkoutshopper/test/v9/newThing');
    await shop.ask('POST', '/checkoutshopper/test/v9/newThing', { body: '{' });
    await shop.ask('GET', '/paypal/newThing');
    const marked = (await list()).filter(({ unhandled }) => unhandled).map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual(marked, ['GET /checkoutshopper/test/v9/newThing', 'POST /checkoutshopper/test/v9/newThing', 'GET /paypal/newThing']);
  });

  test('the last 500 are kept, until they are forgotten', async () => {
    for (let i = 0; i < 510; i++) await shop.ask('GET', '/locales');
    assert.equal((await list()).length, 500);
    await shop.ask('DELETE', '/sandbox/requests');
    assert.deepEqual(await list(), []);
  });
});
