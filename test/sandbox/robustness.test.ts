import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SignJWT, generateKeyPair } from 'jose';
import { openApiDocument } from '../../sandbox/src/contract/document.js';
import { PUBLISHER_TOKEN } from '../../sandbox/src/db/seed/publishers.js';
import { BODIES, leavesOf, operationsOf, smallest, TEXTS, VALUES, type Operation } from './hostile.js';
import { ANNUAL, encoded, PUBLISHER_ID, Shop, type Answer, type Customer } from './till.js';

let shop: Shop;
let customer: Customer;
let orderId: number;
before(async () => {
  shop = await Shop.open();
  customer = await shop.persona('viewer@example.com');
  orderId = await customer.order('S274093615_DE');
});
after(() => shop.close());

const document = openApiDocument();
/** These replace the world under the test's feet. */
const REPLACING = ['resetSandbox', 'importSandboxWorld'];
const operations = operationsOf(document).filter(({ id }) => !REPLACING.includes(id));

/** Whatever was asked: an answer the contract knows, in its form. Never a failure of the server's own. */
function expectDocumented(answer: Answer, about: string, platform: boolean): void {
  const { status, body, text, headers } = answer;
  const said = `${about}: ${status} ${text.slice(0, 200)}`;
  assert.ok([200, 400, 401, 404, 413, 422, 429].includes(status), said);
  assert.ok(headers.get('X-Request-Id'), said);
  if (status === 200 && !platform) return;
  if (status === 429 && body.errors === undefined) return assert.equal(typeof body.message, 'string', said);
  assert.ok(Array.isArray(body?.errors), said);
  assert.equal(body.errors.length > 0, status !== 200, said);
  for (const error of body.errors) assert.equal(typeof error, 'string', said);
  if (status === 200) assert.equal(body.code, undefined, said);
}

/** An operation's path with real values where it names something. */
function pathOf({ path, parameters }: Operation, replaced: Record<string, string> = {}): string {
  const known: Record<string, string> = {
    customerId: String(customer.id),
    customerEmail: customer.email,
    offerId: ANNUAL,
    orderId: String(orderId),
    publisherId: String(PUBLISHER_ID),
  };
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => replaced[name] ?? encodeURIComponent(known[name] ?? '1'));
  const query = parameters.filter((p) => p.in === 'query' && (p.required === true || replaced[p.name] !== undefined));
  return filled + (query.length ? `?${query.map(({ name }) => `${name}=${replaced[name] ?? known[name] ?? '1'}`).join('&')}` : '');
}

/** As a customer, and as the server of their publisher: nothing is refused only because nobody asked. */
const ask = (operation: Operation, path: string, body?: string, headers: Record<string, string> = {}) =>
  shop.ask(operation.method, path, {
    jwt: customer.jwt,
    headers: { 'X-Publisher-Token': PUBLISHER_TOKEN, ...headers },
    ...(body === undefined ? {} : { body }),
  });

const escaped = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '')).slice(0, 3000);
/** The Core API is many operations of the same parts: a third of the values each, another third for each place, unless all are asked for. */
const some = <T>(values: readonly T[], path: string, place: number): T[] =>
  values.filter((_, i) => Boolean(process.env['FULL']) || !path.startsWith('/3.1/') || (i + place) % 3 === 0);
const RAW = ['%00', '%E0%A4%A', '%', '..%2f..%2f', '%27%20or%201=1'];

describe('every operation of the contract, asked badly', () => {
  for (const operation of operations) {
    const { id, method, path, parameters, body } = operation;
    const platform = !path.startsWith('/sandbox/');

    test(`${id}: ${method} ${path}`, async () => {
      for (const [place, { name }] of parameters.entries()) {
        for (const value of some([...TEXTS.map(escaped), ...RAW], path, place)) {
          const answer = await ask(operation, pathOf(operation, { [name]: value }), body ? '{}' : undefined);
          expectDocumented(answer, `${name}=${value.slice(0, 60)}`, platform);
        }
      }
      if (!body) return;
      for (const [place, leaf] of leavesOf(document, body).entries()) {
        for (const json of some([...TEXTS.map((text) => JSON.stringify(text)), ...VALUES], path, place)) {
          const answer = await ask(operation, pathOf(operation), leaf.body(json));
          expectDocumented(answer, `${leaf.name}: ${json.slice(0, 60)}`, platform);
        }
      }
      for (const sent of some(BODIES, path, path.length)) {
        const answer = await ask(operation, pathOf(operation), sent);
        expectDocumented(answer, `body ${sent.slice(0, 60)}`, platform);
        if (sent.startsWith('[[') || sent.startsWith('{"a"')) assert.equal(answer.status, 400, sent.slice(0, 20));
      }
      const large = await ask(operation, pathOf(operation), JSON.stringify({ padding: 'x'.repeat(300_000) }));
      expectDocumented(large, '300 kB', platform);
      assert.equal(large.status, 413);
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'application/octet-stream',
        'multipart/form-data',
        'nonsense',
      ]) {
        expectDocumented(await ask(operation, pathOf(operation), '{}', { 'Content-Type': type }), type, platform);
      }
    });
  }

  test('and everything still stands: tables, people, pages without anybody’s script', async () => {
    assert.equal((await customer.get(`/customers/${customer.id}`)).status, 200);
    await shop.settings({ captchaRequired: false });
    for (const path of ['/', '/mail', '/sandbox/phone']) {
      const page = await shop.ask('GET', path);
      assert.equal(page.status, 200);
      assert.equal(page.text.includes('<script>alert'), false, path);
    }
  });
});

describe('who asks', () => {
  const guarded = operationsOf(document).filter(({ id, path }) => id === 'getCustomer' || path.startsWith('/connectors/'));
  const me = () => `/customers/${customer.id}`;
  const refusedAs = async (jwt: string, code: string) => {
    const { status, body } = await shop.ask('GET', me(), { headers: { Authorization: jwt } });
    assert.deepEqual([status, body.code], [401, code], jwt.slice(0, 40));
    assert.match(body.errors[0]!, /JWT/);
  };

  test('nobody', async () => {
    for (const operation of guarded) {
      const { status, body } = await shop.ask(
        operation.method,
        pathOf(operation),
        operation.body ? { body: smallest(document, operation.body) } : {},
      );
      assert.deepEqual([operation.id, status, body.code], [operation.id, 401, 'AUTH0001']);
    }
    await refusedAs('', 'AUTH0001');
    await refusedAs('Bearer ', 'AUTH0001');
  });

  test('a token of another key, without a signature, changed, or of another form', async () => {
    const claims = { customerId: customer.id, publisherId: PUBLISHER_ID, exp: Math.floor(Date.now() / 1000) + 900 };
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
    const [, payload, signature] = customer.jwt.split('.') as [string, string, string];
    const none = `${encoded({ alg: 'none', typ: 'JWT' })}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`;
    const secret = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode('x'.repeat(32)));
    const other = Buffer.from(JSON.stringify({ ...claims, customerId: customer.id + 1 })).toString('base64url');
    const changed = `${customer.jwt.split('.')[0]}.${other}.${signature}`;
    for (const jwt of [forged, none, secret, changed, payload, 'x', '..', '<script>', `${customer.jwt}x`])
      await refusedAs(`Bearer ${jwt}`, 'AUTH0002');
    await refusedAs('Basic dmlld2VyOlBhc3N3b3JkMQ==', 'AUTH0002');
  });

  test('somebody else', async () => {
    const other = await shop.newcomer();
    const { status, body } = await other.get(me());
    assert.deepEqual([status, body.code], [401, 'AUTH0002']);
  });

  test('somebody whose time is over', async () => {
    await shop.ask('POST', '/sandbox/clock', { body: { advance: 'PT16M' } });
    await refusedAs(`Bearer ${customer.jwt}`, 'AUTH0003');
    customer = await shop.persona('viewer@example.com');
  });

  test('a publisher nobody knows', async () => {
    for (const publisherId of [1, '1', 999_999_999_999]) {
      const { status, body } = await shop.ask('POST', '/auths', {
        body: { email: 'viewer@example.com', password: 'Password1', publisherId },
      });
      assert.deepEqual([status, body.code], [400, 'REQ0001']);
    }
  });
});

describe('the gates', () => {
  test('a live client key is refused wherever it comes', async () => {
    const key = `live_${'A1'.repeat(16)}`;
    for (const [method, path, body] of [
      ['GET', `/checkoutshopper/test/securedfields/${key}/6.3.0/securedFields.html`],
      ['POST', `/checkoutanalytics/v3/analytics?clientKey=${key}`, '{}'],
      ['POST', '/connectors/adyen/payment-methods', JSON.stringify({ clientKey: key })],
    ] as const) {
      const answer = await shop.ask(method, path, body ? { body } : {});
      assert.deepEqual([answer.status, answer.body.code], [400, 'REQ0001'], path);
      assert.match(answer.body.errors[0]!, /takes no live client key/);
    }
  });

  test('JSON is JSON, whatever it is called, on the calls that clients make without saying so', async () => {
    const body = JSON.stringify({ email: 'viewer@example.com', password: 'Password1', publisherId: PUBLISHER_ID });
    for (const type of ['text/plain;charset=UTF-8', 'application/x-www-form-urlencoded', '']) {
      const answer = await shop.ask('POST', '/auths', { body, headers: { 'Content-Type': type, Authorization: '' } });
      assert.equal(answer.status, 200, type);
    }
  });

  test('the stand-ins for the payment providers take nonsense too', async () => {
    for (const path of [
      '/checkoutshopper/x/v3/bin/binLookup',
      '/checkoutshopper/x/v1/submitThreeDS2Fingerprint',
      '/checkoutshopper/x/services/PaymentInitiation/v1/status',
      '/checkoutanalytics/v3/analytics',
      '/sandbox/3ds/method',
      '/sandbox/3ds/acs',
      '/sandbox/3ds/challenge-notification',
      '/sandbox/redirect',
      '/sandbox/redirect/decision',
      '/paypal/decision',
    ]) {
      for (const body of ['{', 'null', '[]', '"x"', 'creq=%00&MD=x&session=x&token=%27', '']) {
        for (const type of ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
          const { status, text } = await shop.ask('POST', path, { body, headers: { 'Content-Type': type } });
          assert.ok(status < 500, `${path} ${type} ${body}: ${status} ${text.slice(0, 100)}`);
        }
      }
    }
    for (const file of ['toString', '__proto__', '..%2f..%2fpackage.json', '%00']) {
      for (const folder of ['/sandbox/assets/', '/console/', '/paypal/browser/', '/checkoutshopper/sandbox/']) {
        assert.match(String((await shop.ask('GET', folder + file)).status), /^40[04]$/, folder + file);
      }
    }
    assert.equal((await shop.ask('GET', '/checkoutshopper/x/datasets/countries/a_b-.json')).status, 200);
  });

  test('every answer has an id, also those that nobody can give', async () => {
    for (const [method, path] of [
      ['GET', '/nothing/here'],
      ['OPTIONS', '/auths'],
      ['DELETE', '/auths'],
      ['GET', '/'],
    ] as const) {
      assert.match((await shop.ask(method, path)).headers.get('X-Request-Id') ?? '', /^[\da-f-]{36}$/, `${method} ${path}`);
    }
  });
});
