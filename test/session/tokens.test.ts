import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { customerIdOf } from '../../src/session/jwt.js';
import { leaseLock } from '../../src/session/lease.js';
import { adoptPeerSession } from '../../src/session/peer.js';
import { vaultTokens } from '../../src/session/tokens.js';
import { Browser, deferred, jwtOf, Platform, read, settle } from './world.js';

describe('tokens kept as text', () => {
  const good = { jwt: jwtOf(7, 'a'), refreshToken: 'r', receivedAt: 5 };

  test('come back as they were, and as nothing when they are not readable', () => {
    const browser = new Browser();
    const tokens = vaultTokens(browser.vault());
    const corrupt = ['', 'null', '[]', '{', '"x"', '5', '{"jwt":5}', '{"jwt":"a.b.c","refreshToken":"r"}', '{"refreshToken":"r"}'];
    for (const text of corrupt) {
      browser.value = text;
      assert.equal(tokens.read(), undefined, text);
    }
    browser.value = JSON.stringify(good);
    assert.deepEqual(tokens.read(), { ...good, customerId: '7' });
    browser.value = JSON.stringify({ ...good, receivedAt: 'yesterday', refreshToken: { a: 1 } });
    assert.deepEqual(tokens.read(), { ...good, customerId: '7', receivedAt: 0, refreshToken: undefined });
  });

  test('are replaced only while they are what is kept', () => {
    const browser = new Browser();
    const tokens = vaultTokens(browser.vault());
    const held = { ...good, customerId: '7' };
    const next = { ...held, jwt: jwtOf(7, 'b') };
    assert.equal(tokens.write(held), true);
    assert.equal(tokens.write(held, next), false);
    assert.equal(tokens.write(next, held), true);
    assert.deepEqual(tokens.read(), next);
    assert.equal(tokens.write(undefined, held), false);
    assert.equal(tokens.write(undefined, next), true);
    assert.equal(tokens.read(), undefined);
  });
});

test('a customer’s id is read as a number or as digits, whatever letters stand beside it', () => {
  const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
  assert.equal(customerIdOf(jwt({ customerId: 7, publisherId: 1, name: 'Ÿßé 日本 >>>???' })), '7');
  assert.equal(customerIdOf(jwt({ customerId: '0318' })), '0318');
  for (const claims of [{}, { customerId: '' }, { customerId: '7/../8' }, { customerId: 1.5 }, { customerId: null }, []])
    assert.equal(customerIdOf(jwt(claims)), undefined);
  for (const text of ['', 'x', 'e30', 'e30.', 'e30.%.x', 'e30.bnVsbA==.x']) assert.equal(customerIdOf(text), undefined);
});

describe('a session of Cleeng’s own SDK', () => {
  const storageOf = (items: Record<string, string>) => ({
    items,
    getItem: (name: string) => items[name] ?? null,
    removeItem: (name: string) => delete items[name],
  });
  const jwtFor = (publisherId: string | undefined, mark = 'x') => `e30.${btoa(JSON.stringify({ customerId: 7, publisherId }))}.${mark}`;
  const adopt = (items: Record<string, string>) => {
    const platform = new Platform();
    const session = new Browser().open(platform);
    const storage = storageOf(items);
    adoptPeerSession(session, storage);
    return { platform, session, storage };
  };

  test('is taken over with its prefix or without, and taken away from there', () => {
    for (const prefix of ['1_', '']) {
      const { session, storage } = adopt({
        [`${prefix}CLEENG_AUTH_TOKEN`]: jwtFor('1'),
        [`${prefix}CLEENG_REFRESH_TOKEN`]: 'r',
        CLEENG_THEME: 'dark',
      });
      assert.equal(session.customerId, '7');
      assert.deepEqual(Object.keys(storage.items), ['CLEENG_THEME']);
    }
  });

  test('is renewed before its first use, for nobody knows its age', async () => {
    const platform = new Platform();
    const browser = new Browser();
    browser.now = Date.UTC(2026, 0);
    const session = browser.open(platform);
    const { jwt, refreshToken } = platform.logIn(7);
    adoptPeerSession(session, storageOf({ '1_CLEENG_AUTH_TOKEN': jwt, '1_CLEENG_REFRESH_TOKEN': refreshToken }));
    assert.deepEqual(await read(session), { id: 7 });
    assert.deepEqual(
      platform.calls.map(({ path }) => path),
      ['/auths/refresh_token', '/customers/7'],
    );
  });

  test('of an old token without a publisher is ours by its prefix only', () => {
    assert.equal(adopt({ '1_CLEENG_AUTH_TOKEN': jwtFor(undefined) }).session.customerId, '7');
    assert.equal(adopt({ CLEENG_AUTH_TOKEN: jwtFor(undefined) }).session.customerId, undefined);
  });

  test('of another publisher, or of nobody, is left alone', () => {
    for (const items of [
      { CLEENG_AUTH_TOKEN: jwtFor('2') },
      { '1_CLEENG_AUTH_TOKEN': jwtFor('2') },
      { '1_CLEENG_AUTH_TOKEN': 'undefined' },
    ]) {
      const before = { ...items };
      const { session, storage } = adopt(items);
      assert.deepEqual([session.state, storage.items], [{ status: 'anonymous' }, before]);
    }
  });

  test('does not take the place of a viewer who is signed in', () => {
    const platform = new Platform();
    const session = new Browser().open(platform);
    session.signIn(platform.logIn(8));
    const storage = storageOf({ CLEENG_AUTH_TOKEN: jwtFor('1') });
    adoptPeerSession(session, storage);
    assert.deepEqual([session.customerId, Object.keys(storage.items)], ['8', ['CLEENG_AUTH_TOKEN']]);
  });
});

describe('a lease where there are no Web Locks', () => {
  /** A clock that runs only when it is moved. */
  function clock() {
    let now = 0;
    let waiting: { at: number; task: () => void }[] = [];
    return {
      now: () => now,
      after(ms: number, task: () => void) {
        const wait = { at: now + ms, task };
        waiting.push(wait);
        return () => (waiting = waiting.filter((other) => other !== wait));
      },
      async move(ms: number) {
        for (const end = now + ms; now < end; now += 10) {
          const due = waiting.filter(({ at }) => at <= now);
          waiting = waiting.filter(({ at }) => at > now);
          for (const { task } of due) task();
          await settle();
        }
      },
    };
  }
  const storage = () => {
    const items = new Map<string, string>();
    return {
      items,
      getItem: (name: string) => items.get(name) ?? null,
      setItem: (name: string, value: string) => void items.set(name, value),
      removeItem: (name: string) => void items.delete(name),
    };
  };

  test('lets one tab in at a time, all of them in the end, and leaves nothing', async () => {
    const timers = clock();
    const shared = storage();
    let inside = 0;
    let most = 0;
    let done = 0;
    for (let tab = 0; tab < 5; tab++) {
      void leaseLock(
        shared,
        'k',
        timers,
      )(async () => {
        most = Math.max(most, ++inside);
        await new Promise<void>((resolve) => void timers.after(120, resolve));
        inside--;
        done++;
      });
    }
    await timers.move(3000);
    assert.deepEqual([most, done, shared.items.size], [1, 5, 0]);
  });

  test('is given back when the task fails, with its failure', async () => {
    const timers = clock();
    const shared = storage();
    const failed = assert.rejects(
      leaseLock(shared, 'k', timers)(() => Promise.reject(new Error('broken'))),
      /broken/,
    );
    await timers.move(200);
    await failed;
    assert.equal(shared.items.size, 0);
  });

  test('of a tab that was closed holds up nobody for ever, nor does one from a clock that was ahead', async () => {
    for (const until of [25_000, 9e15]) {
      const timers = clock();
      const shared = storage();
      shared.setItem('k', `someone ${until}`);
      const entered = deferred<void>();
      void leaseLock(shared, 'k', timers)(() => Promise.resolve(entered.resolve()));
      await timers.move(25_200);
      await entered.promise;
    }
  });

  test('is not needed where the storage is full', async () => {
    const shared = storage();
    shared.setItem = () => {
      throw new Error('full');
    };
    assert.equal(await leaseLock(shared, 'k', clock())(() => Promise.resolve(5)), 5);
  });
});
