import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { createOrder } from '../../sandbox/src/contract/orders.js';
import { listOffers } from '../../sandbox/src/contract/offers.js';
import { ssoLogin } from '../../sandbox/src/contract/passwords.js';
import { listPublisherConsents } from '../../sandbox/src/contract/consents.js';
import { accountSessions, apiKeys, publishers } from '../../sandbox/src/db/schema.js';
import { PUBLISHER_ID } from '../../sandbox/src/db/seed/publishers.js';
import { openApp, type TestApp } from './app.js';

interface Session {
  account: { id: number; email: string };
  publisher: { id: number; name: string };
}

let accounts = 0;

describe('a publisher’s account', () => {
  let app: TestApp;
  let own: Awaited<ReturnType<typeof signUp>>;
  before(async () => {
    app = await openApp();
    own = await signUp();
  });
  after(() => app.close());

  /** Asks the sandbox's own area, as a page of it does, with a cookie or without. */
  async function ask<T>(method: string, path: string, how: { cookie?: string; body?: unknown; headers?: Record<string, string> } = {}) {
    const { cookie, body, headers } = how;
    const response = await app.fetch(`/sandbox/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...(cookie ? { Cookie: cookie } : {}), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = response.headers.get('Set-Cookie');
    return { status: response.status, set, cookie: set?.split(';')[0] ?? '', body: (await response.json()) as T & { errors?: string[] } };
  }

  async function signUp(name = 'Harbour Films') {
    const body = { name, email: `team${++accounts}@example.com`, password: 'Lighthouse9' };
    const { cookie, body: session } = await ask<Session>('POST', 'publishers', { body });
    return { ...session, cookie, email: body.email, password: body.password };
  }

  test('signing up opens a publisher that sells at once, and signs in with a cookie no script reads', async () => {
    const email = 'first@example.com';
    const body = { name: 'Reef & Co <b>', email, password: 'Lighthouse9', country: 'GB', currency: 'GBP' };
    const { status, set, cookie, body: session } = await ask<Session>('POST', 'publishers', { body });
    assert.equal(status, 200);
    assert.match(set ?? '', /HttpOnly/);
    assert.match(set ?? '', /SameSite=Strict/);
    const publisherId = session.publisher.id;
    assert.notEqual(publisherId, PUBLISHER_ID);
    assert.deepEqual((await ask<Session>('GET', 'publisher/session', { cookie })).body, session);

    const offers = await app.ok(listOffers, { query: { publisherId } });
    assert.deepEqual(offers.map(({ type }) => type).sort(), ['pass', 'subscription', 'subscription']);
    assert.ok(offers.every(({ price }) => price.currency === 'GBP'));
    const { consents } = await app.ok(listPublisherConsents, { params: { publisherId } });
    assert.deepEqual(
      consents.map(({ required }) => required),
      [true, false],
    );
    assert.match(consents[0]!.label, /Reef &#38; Co &#60;b&#62;$/);

    const viewer = await app.register({ publisherId, country: 'GB', currency: 'GBP' });
    const monthly = offers.find(({ freeTrial }) => freeTrial)!;
    const { order } = await app.ok(createOrder, { as: viewer, body: { offerId: monthly.longId, customerId: viewer.customerId } });
    assert.deepEqual([order.publisherId, order.totalPrice, order.discount.type], [publisherId, 0, 'trial']);
    const foreign = await app.register();
    const refused = await app.no(createOrder, { as: foreign, body: { offerId: monthly.longId, customerId: foreign.customerId } });
    assert.match(refused.text, /doesn't exist/);
  });

  test('an address has one account, whatever its case', async () => {
    const { email } = own;
    const before = (await app.db.select().from(publishers)).length;
    const body = { name: 'Second', email: email.toUpperCase(), password: 'Lighthouse9' };
    assert.equal((await ask('POST', 'publishers', { body })).status, 422);
    assert.equal((await app.db.select().from(publishers)).length, before);
  });

  test('a weak password is refused', async () => {
    for (const password of ['short1', 'onlyletters', 'Password1'])
      assert.notEqual((await ask('POST', 'publishers', { body: { name: 'Weak', email: 'weak@example.com', password } })).status, 200);
  });

  test('logging in begins a session, logging out ends it', async () => {
    const { email, password, publisher } = own;
    const body = { email: ` ${email.toUpperCase()} `, password };
    const { status, cookie, body: session } = await ask<Session>('POST', 'publisher/session', { body });
    assert.deepEqual([status, session.publisher.id], [200, publisher.id]);
    assert.notEqual(cookie, own.cookie);
    assert.equal((await ask('DELETE', 'publisher/session', { cookie })).status, 200);
    assert.equal((await ask('GET', 'publisher/session', { cookie })).status, 401);
    assert.equal((await ask('GET', 'publisher/session')).status, 401);
  });

  test('the secret in the cookie is not in the database, and ends by the wall clock, whatever the sandbox’s shows', async () => {
    const { account, cookie } = await signUp();
    const [row] = await app.db.select().from(accountSessions).where(eq(accountSessions.accountId, account.id));
    assert.ok(!cookie.includes(row!.hash));
    await app.pass('P2Y');
    assert.equal((await ask('GET', 'publisher/session', { cookie })).status, 200);
    await app.db.update(accountSessions).set({ expiresAt: app.platform.clock.wall() }).where(eq(accountSessions.accountId, account.id));
    assert.equal((await ask('GET', 'publisher/session', { cookie })).status, 401);
  });

  test('whoever guesses has to wait, even with the right password; an unknown address is refused alike', async () => {
    const { email, password } = await signUp();
    const tries = [];
    for (let i = 0; i < 10; i++) tries.push((await ask('POST', 'publisher/session', { body: { email, password: `Wrong${i}` } })).status);
    assert.deepEqual([...new Set(tries)], [401]);
    assert.equal((await ask('POST', 'publisher/session', { body: { email, password } })).status, 429);
    const unknown = await ask('POST', 'publisher/session', { body: { email: 'nobody@example.com', password } });
    assert.deepEqual([unknown.status, unknown.body.errors], [401, ['Wrong email or password']]);
  });

  test('another page changes nothing with the cookie', async () => {
    const { cookie } = own;
    const body = { name: 'Stolen' };
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'http://sandbox.test:3000' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'same-site' },
    ] as Record<string, string>[])
      assert.equal((await ask('POST', 'publisher/api-keys', { cookie, body, headers })).status, 401, JSON.stringify(headers));
    const ownPage = { Origin: 'http://sandbox.test', 'Sec-Fetch-Site': 'same-origin' };
    assert.equal((await ask('POST', 'publisher/api-keys', { cookie, body, headers: ownPage })).status, 200);
  });

  interface Keys {
    keys: { id: number; name: string; hint: string; lastUsedAt: number | null; revokedAt: number | null }[];
  }

  test('an API key is shown once, kept hashed, says when it was used, and opens nothing once revoked', async () => {
    const { cookie, publisher } = await signUp();
    const made = await ask<{ key: { id: number }; token: string }>('POST', 'publisher/api-keys', {
      cookie,
      body: { name: ' Live server ' },
    });
    const { token, key } = made.body;
    const stored = JSON.stringify(await app.db.select().from(apiKeys));
    assert.ok(!stored.includes(token));
    const listed = await ask<Keys>('GET', 'publisher/api-keys', { cookie });
    assert.ok(!JSON.stringify(listed.body).includes(token));
    assert.deepEqual(
      listed.body.keys.map(({ id, name, hint, lastUsedAt }) => ({ id, name, hint, lastUsedAt })),
      [{ id: key.id, name: 'Live server', hint: token.slice(-4), lastUsedAt: null }],
    );

    const viewer = await app.register({ publisherId: publisher.id });
    const call = { body: { customerEmail: viewer.email }, headers: { 'X-Publisher-Token': token } };
    assert.equal((await app.ok(ssoLogin, call)).customerId, viewer.customerId);
    const used = (await ask<Keys>('GET', 'publisher/api-keys', { cookie })).body.keys[0]!;
    assert.equal(used.lastUsedAt, app.now());

    assert.equal((await ask<Keys>('DELETE', `publisher/api-keys/${key.id}`, { cookie })).status, 200);
    assert.equal((await app.no(ssoLogin, call)).status, 401);
  });

  test('nobody sees or revokes another publisher’s keys', async () => {
    const one = own;
    const other = await signUp('Other');
    const { key } = (await ask<{ key: { id: number } }>('POST', 'publisher/api-keys', { cookie: one.cookie, body: { name: 'Mine' } })).body;
    assert.deepEqual((await ask<Keys>('GET', 'publisher/api-keys', { cookie: other.cookie })).body.keys, []);
    assert.equal((await ask('DELETE', `publisher/api-keys/${key.id}`, { cookie: other.cookie })).status, 404);
    const mine = (await ask<Keys>('GET', 'publisher/api-keys', { cookie: one.cookie })).body.keys;
    assert.equal(mine.find(({ id }) => id === key.id)?.revokedAt, null);
  });
});
