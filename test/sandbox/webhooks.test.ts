import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, afterEach, before, describe, test } from 'node:test';
import { coreUpdateOffer } from '../../sandbox/src/contract/core/catalogue.js';
import { coreGetCustomer } from '../../sandbox/src/contract/core/customers.js';
import * as contract from '../../sandbox/src/contract/core/webhooks.js';
import { addCustomer } from '../../sandbox/src/db/customers.js';
import type { EventType } from '../../sandbox/src/db/events.js';
import { webhookDeliveries } from '../../sandbox/src/db/schema.js';
import { claimDue } from '../../sandbox/src/db/webhooks.js';
import { openApp, type TestApp } from './app.js';
import { newCustomer, newPublisher, subscribe, type Publisher } from './core-operations.js';
import { listen, type Received } from './receiver.js';

const person = (email: string) => {
  const place = { country: 'DE', currency: 'EUR', locale: 'de_DE', lastIp: '' };
  return { ...place, email, passwordHash: '', registeredAt: 0, lastLoginAt: 0 };
};

describe('webhooks', () => {
  let app: TestApp;
  let publisher: Publisher;
  let receiver: Awaited<ReturnType<typeof listen>>;
  before(async () => {
    app = await openApp();
    receiver = await listen();
  });
  after(async () => {
    await app.close();
    await receiver.close();
  });
  afterEach(() => {
    receiver.received.length = 0;
    receiver.answers(() => 200);
  });

  const fresh = async () => (publisher = await newPublisher(app, 'Harbour'));
  const put = async (topic: EventType, endpoints: object[]) =>
    (await app.ok(contract.corePutWebhookSubscription, { headers: publisher.headers, params: { topic }, body: { endpoints } })).items;
  const flush = () => app.platform.webhooks.flush();
  const own = async <T>(operation: Parameters<TestApp['send']>[0], call = {}): Promise<T> => {
    const response = await app.send(operation, { headers: publisher.headers, ...call });
    assert.equal(response.status, 200);
    return (await response.json()) as T;
  };
  interface Delivery {
    id: number;
    status: string;
    attempts: number;
    attemptList: { at: number; status: number | null; error: string | null; answer: string }[];
  }
  const deliveries = () => own<{ items: Delivery[] }>(contract.listWebhookDeliveries).then(({ items }) => items);
  const delivery = (id: number) => own<Delivery>(contract.getWebhookDelivery, { params: { deliveryId: id } });

  test('a sale reaches the receiver as the contract says, signed so that it can be checked', async () => {
    await fresh();
    const [endpoint] = await put('transactionCreated', [{ url: receiver.url() }]);
    const customerId = await newCustomer(app, publisher);
    const { paymentId } = await subscribe(app, publisher, customerId, publisher.annual);
    await flush();
    const { email } = await app.ok(coreGetCustomer, { headers: publisher.headers, params: { customerId } });
    const [{ id, timestamp, signature, text, body }] = receiver.received as [Received];
    assert.deepEqual(Object.keys(body), ['broadcasterId', 'topic', 'data']);
    assert.deepEqual([body.broadcasterId, body.topic], [publisher.id, 'transactionCreated']);
    const { transactionId, ...data } = body.data;
    assert.match(String(transactionId), /^T\d{9}$/);
    assert.deepEqual(data, {
      offerId: publisher.annual,
      transactionCountry: 'DE',
      taxRate: '0.1900',
      transactionCurrency: 'EUR',
      transactionDate: app.now(),
      externalData: '',
      transactionPriceExclTax: '75.6200',
      transactionPriceInclTax: '89.9900',
      applicableTax: '14.3700',
      appliedExchangeRate: '1.0000',
      customerId,
      customerEmail: email,
      customerExternalId: '',
      paymentId,
      offerPrice: 75.6218,
      offerCurrency: 'EUR',
      discountRate: null,
      subscriptionPlanId: Number(publisher.annual.slice(1, 10)),
    });
    const key = Buffer.from(endpoint!.secret.replace('whsec_', ''), 'base64');
    assert.equal(signature, `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${text}`).digest('base64')}`);
    assert.ok(Math.abs(Number(timestamp) - Date.now() / 1000) < 60, 'signed by the wall clock');
  });

  test('goes to the endpoints of its topic and its publisher, from their subscription on', async () => {
    const other = await fresh();
    await put('transactionCreated', [{ url: receiver.url('/other') }]);
    await fresh();
    const customerId = await newCustomer(app, publisher);
    await put('customerRegistered', [{ url: receiver.url('/one') }, { url: receiver.url('/two') }]);
    await put('transactionCreated', [{ url: receiver.url('/sales') }]);
    await newCustomer(app, publisher);
    await subscribe(app, publisher, customerId, publisher.annual);
    await flush();
    assert.deepEqual(receiver.received.map(({ path, body }) => `${path} ${body.topic}`).sort(), [
      '/one customerRegistered',
      '/sales transactionCreated',
      '/two customerRegistered',
    ]);
    assert.ok(receiver.received.every(({ body }) => body.broadcasterId === publisher.id));
    const foreign = await app.send(contract.getWebhookDelivery, {
      headers: other.headers,
      params: { deliveryId: (await deliveries())[0]!.id },
    });
    assert.equal(foreign.status, 404);
  });

  test('putting replaces the endpoints of the topic; one that stays keeps its secret', async () => {
    await fresh();
    const [one] = await put('offerUpdated', [{ url: receiver.url('/one') }, { url: receiver.url('/two') }]);
    const after_ = await put('offerUpdated', [{ url: receiver.url('/one'), retryPolicy: {} }]);
    assert.deepEqual(
      after_.map(({ id, secret, retryPolicy }) => [id, secret, retryPolicy]),
      [[one!.id, one!.secret, { maxAttempts: 6 }]],
    );
    const { items } = await app.ok(contract.coreListWebhookSubscriptions, { headers: publisher.headers });
    assert.deepEqual(items, after_);
    const params = { offerId: publisher.annual };
    await app.ok(coreUpdateOffer, { headers: publisher.headers, params, body: { title: 'Renamed' } });
    await flush();
    const data = { offerId: publisher.annual.split('_')[0], updatedAt: new Date(app.now() * 1000).toISOString().replace('.000', '') };
    assert.deepEqual(
      receiver.received.map(({ path, body }) => [path, body.data]),
      [['/one', data]],
    );
    assert.deepEqual(await put('offerUpdated', []), []);
  });

  test('without a retry policy a failure is final; with one it is tried again, later and later, on the sandbox’s clock', async () => {
    await fresh();
    await put('customerRegistered', [{ url: receiver.url('/once') }, { url: receiver.url('/again'), retryPolicy: { maxAttempts: 4 } }]);
    receiver.answers(() => 500);
    await newCustomer(app, publisher);
    const start = app.now();
    await flush();
    assert.deepEqual(receiver.received.map(({ path }) => path).sort(), ['/again', '/once']);
    await app.pass('PT59S');
    await flush();
    assert.equal(receiver.received.length, 2);
    await app.pass('PT1S');
    await flush();
    assert.equal(receiver.received.length, 3);
    // A long jump makes the attempts that lie on its way, and then gives up.
    await app.pass('P1M');
    await flush();
    const [again, once] = await deliveries();
    assert.deepEqual([once!.status, once!.attempts], ['failed', 1]);
    const { status, attemptList } = await delivery(again!.id);
    assert.equal(status, 'failed');
    assert.deepEqual(
      attemptList.map(({ at, status: answered, answer }) => [at - start, answered, answer]),
      [0, 60, 360, 2160].map((at) => [at, 500, 'No']),
    );
    const ids = receiver.received.filter(({ path }) => path === '/again').map(({ id, text }) => id + text);
    assert.equal(new Set(ids).size, 1, 'every attempt is the same message');
  });

  test('what failed arrives once the receiver is well again, and what arrived can be sent again', async () => {
    await fresh();
    await put('customerRegistered', [{ url: receiver.url(), retryPolicy: {} }]);
    receiver.answers(() => 503);
    await newCustomer(app, publisher);
    await flush();
    receiver.answers(() => 200);
    await app.pass('PT1M');
    await flush();
    const [row] = await deliveries();
    assert.deepEqual([row!.status, row!.attempts], ['delivered', 2]);
    await own(contract.resendWebhook, { params: { deliveryId: row!.id } });
    await flush();
    assert.equal(receiver.received.length, 3);
    assert.equal(new Set(receiver.received.map(({ id }) => id)).size, 1);
    assert.deepEqual([(await delivery(row!.id)).status, (await delivery(row!.id)).attempts], ['delivered', 3]);
  });

  test('comes twice and in another order, where that was asked for', async () => {
    await fresh();
    await put('customerRegistered', [{ url: receiver.url() }]);
    await own(contract.changeWebhookDisorder, { body: { duplicates: true, reordering: true } });
    receiver.answers(() => new Promise((resolve) => setImmediate(() => resolve(200))));
    const ids: number[] = [];
    // One after the other and none sent in between: all are due together.
    await app.platform.lifecycle.alone(async () => {
      for (const name of ['one', 'two', 'three']) {
        const row = { ...person(`${name}@order.example`), publisherId: publisher.id };
        ids.push((await addCustomer(app.db, row, app.now()))!.id);
      }
    });
    await flush();
    const got = receiver.received.map(({ body }) => body.data['customerId']);
    assert.deepEqual(
      got,
      [...ids].reverse().flatMap((id) => [id, id]),
    );
    assert.ok((await deliveries()).every(({ status, attempts }) => status === 'delivered' && attempts === 1));
  });

  test('only the payments with a method go to an endpoint that asks for them', async () => {
    await fresh();
    await put('transactionCreated', [
      { url: receiver.url('/card'), paymentMethodId: publisher.card },
      { url: receiver.url('/paypal'), paymentMethodId: publisher.card + 1 },
    ]);
    await subscribe(app, publisher, await newCustomer(app, publisher), publisher.annual);
    await flush();
    assert.deepEqual(
      receiver.received.map(({ path }) => path),
      ['/card'],
    );
    const foreign = { url: receiver.url(), paymentMethodId: 140960101 };
    const call = { headers: publisher.headers, params: { topic: 'transactionCreated' }, body: { endpoints: [foreign] } };
    assert.equal((await app.no(contract.corePutWebhookSubscription, call)).status, 422);
  });

  test('a receiver may ask the sandbox back before it answers', async () => {
    await fresh();
    await put('customerRegistered', [{ url: receiver.url() }]);
    receiver.answers(async () => {
      const customerId = Number(receiver.received.at(-1)!.body.data['customerId']);
      return (await app.send(coreGetCustomer, { headers: publisher.headers, params: { customerId } })).status;
    });
    await newCustomer(app, publisher);
    const response = await app.send(contract.flushWebhooks, {});
    assert.equal(response.status, 200);
    assert.deepEqual(
      (await deliveries()).map(({ status }) => status),
      ['delivered'],
    );
  });

  test('a redirect is not followed, and a receiver that is not there is told in the log', async () => {
    await fresh();
    await put('customerRegistered', [{ url: receiver.url() }, { url: 'http://127.0.0.1:1/' }]);
    receiver.answers(() => 302);
    await newCustomer(app, publisher);
    await flush();
    assert.deepEqual(
      receiver.received.map(({ path }) => path),
      ['/hooks'],
    );
    const [gone, moved] = await Promise.all((await deliveries()).map(({ id }) => delivery(id)));
    assert.equal(moved!.attemptList[0]!.status, 302);
    assert.match(gone!.attemptList[0]!.error ?? '', /ECONNREFUSED/);
    assert.deepEqual([gone!.status, moved!.status], ['failed', 'failed']);
  });

  test('what a process had in hand when it died goes out again, and not before', async () => {
    await fresh();
    await put('customerRegistered', [{ url: receiver.url() }]);
    const wall = app.platform.clock.wall();
    await app.platform.lifecycle.alone(async () => {
      await addCustomer(app.db, { ...person('lost@order.example'), publisherId: publisher.id }, app.now());
      assert.equal((await claimDue(app.db, { now: app.now(), wall }, 10)).length, 1);
    });
    await flush();
    assert.equal(receiver.received.length, 0);
    await app.db.update(webhookDeliveries).set({ claimedUntil: wall });
    await flush();
    assert.deepEqual(
      (await deliveries()).map(({ status, attempts }) => [status, attempts]),
      [['delivered', 1]],
    );
  });

  test('an address that can be no receiver’s is refused', async () => {
    await fresh();
    for (const url of [
      'ftp://example.com/',
      'javascript:alert(1)',
      'nonsense',
      'http://user:password@example.com/',
      'http://169.254.169.254/latest/meta-data/',
      'http://[fe80::1]/',
      'http://2852039166/',
      'http://[::ffff:169.254.169.254]/',
      'http://sandbox.test/sandbox/reset',
    ]) {
      const call = { headers: publisher.headers, params: { topic: 'offerUpdated' }, body: { endpoints: [{ url }] } };
      const { status, text } = await app.no(contract.corePutWebhookSubscription, call);
      assert.equal(status, 400, url);
      assert.match(text, /Invalid param endpoints/);
    }
  });
});
