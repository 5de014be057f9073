import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CleengError } from '../../src/api/errors.js';
import type { SessionTokens, Timers, TokenHost } from '../../src/ports.js';
import { hostTokens } from '../../src/session/token-host.js';
import { Browser, deferred, history, jwtOf, MINUTE, Platform, read, settle } from './world.js';

/** A publisher's backend that remembers what it was told and asked. */
function backend(tokens: SessionTokens | null) {
  const told: (SessionTokens | null)[] = [];
  const asked: (string | undefined)[] = [];
  const host = {
    kept: tokens,
    told,
    asked,
    getTokens: (stale?: string): SessionTokens | null | Promise<SessionTokens | null> => {
      asked.push(stale);
      return host.kept;
    },
    setTokens: (next: SessionTokens | null): void | Promise<void> => {
      told.push(next);
      host.kept = next;
    },
  };
  return host;
}

const open = (platform: Platform, host: TokenHost, browser = new Browser(), timers: Timers = browser.timers) =>
  browser.open(platform, hostTokens(host, timers));

/** Timers whose waits end when the test says so. */
function impatient(browser: Browser): Timers & { expire(): void } {
  const tasks = new Set<() => void>();
  return {
    now: browser.timers.now,
    after(_ms, task) {
      tasks.add(task);
      return () => tasks.delete(task);
    },
    expire: () => tasks.forEach((task) => task()),
  };
}

describe('tokens of the publisher’s own', () => {
  test('are restored, and nobody knows who it is until then', async () => {
    const platform = new Platform();
    const session = open(platform, backend(platform.logIn(7)));
    assert.deepEqual(session.state, { status: 'restoring' });
    assert.deepEqual(await session.fresh().then(({ customerId }) => customerId), '7');
    assert.deepEqual(session.state, { status: 'authenticated', customerId: '7' });
  });

  test('restore nobody where there are none', async () => {
    const session = open(new Platform(), backend(null));
    await assert.rejects(read(session), { code: 'unauthenticated' });
    assert.deepEqual(session.state, { status: 'anonymous' });
  });

  test('go back to the publisher whenever they change: login, renewal, logout', async () => {
    const platform = new Platform();
    const host = backend(null);
    const browser = new Browser();
    const session = open(platform, host, browser);
    await settle();
    const first = platform.logIn(7);
    session.signIn(first);
    platform.minutes += 20;
    browser.now += 20 * MINUTE;
    await read(session);
    session.logout();
    await settle();
    const second = platform.calls.at(-1)?.token;
    assert.deepEqual(
      host.told.map((tokens) => tokens?.jwt),
      [first.jwt, second, undefined],
    );
    assert.equal(host.told[1]?.refreshToken, 'refresh-2');
  });

  test('are not told back to the publisher who has just said them', async () => {
    const platform = new Platform();
    const host = backend(platform.logIn(7));
    const session = open(platform, host);
    await session.fresh();
    session.signIn(host.kept!);
    await settle();
    assert.deepEqual(host.told, []);
  });

  test('may be newer there: another page of theirs was faster', async () => {
    const platform = new Platform();
    const host = backend(platform.logIn(7));
    const browser = new Browser();
    const session = open(platform, host, browser);
    await session.fresh();
    host.kept = platform.logIn(7);
    browser.now += 20 * MINUTE;
    await read(session);
    assert.deepEqual([platform.refreshes, platform.calls.at(-1)?.token], [0, host.kept.jwt]);
  });

  test('need no refresh token here when the publisher’s backend renews them', async () => {
    const platform = new Platform();
    const host = backend({ jwt: platform.logIn(7).jwt });
    host.getTokens = (stale) => {
      host.asked.push(stale);
      if (stale) host.kept = { jwt: platform.logIn(7).jwt };
      return Promise.resolve(host.kept);
    };
    const session = open(platform, host);
    const { jwt } = await session.fresh();
    platform.minutes += 20;
    assert.deepEqual(await read(session), { id: 7 });
    assert.deepEqual(host.asked, [undefined, jwt]);
    assert.equal(platform.refreshes, 0);
  });

  test('end the session with none, or with the same one again that nobody can renew', async () => {
    for (const answer of ['none', 'same']) {
      const platform = new Platform();
      const host = backend({ jwt: platform.logIn(7).jwt });
      const session = open(platform, host);
      await session.fresh();
      platform.minutes += 20;
      if (answer === 'none') host.kept = null;
      await assert.rejects(read(session), { code: 'session-ended' });
      assert.deepEqual(session.state, { status: 'lost', reason: answer === 'none' ? 'signed-out-elsewhere' : 'expired' });
    }
  });

  test('that cannot be asked at the start are lost, with the reason, and a login goes on', async () => {
    for (const failing of [() => Promise.reject(new Error('down')), () => Promise.resolve({ jwt: 'nonsense' })]) {
      const platform = new Platform();
      const host = { ...backend(null), getTokens: failing };
      const session = open(platform, host);
      const seen = history(session);
      await settle();
      session.signIn(platform.logIn(7));
      assert.deepEqual(seen, ['lost storage', 'authenticated 7']);
    }
  });

  test('that never come are lost when patience ends', async () => {
    const browser = new Browser();
    const timers = impatient(browser);
    const session = open(new Platform(), { ...backend(null), getTokens: () => new Promise(() => undefined) }, browser, timers);
    timers.expire();
    await settle();
    assert.deepEqual(session.state, { status: 'lost', reason: 'storage' });
  });

  test('that come late do not undo a login', async () => {
    const platform = new Platform();
    const late = deferred<SessionTokens>();
    const session = open(platform, { ...backend(null), getTokens: () => late.promise });
    session.signIn(platform.logIn(8));
    late.resolve({ jwt: jwtOf(7, 'old') });
    await settle();
    assert.equal(session.customerId, '8');
  });

  test('that cannot be asked or kept later sign nobody out', async () => {
    const platform = new Platform();
    const host = backend(platform.logIn(7));
    const browser = new Browser();
    const timers = impatient(browser);
    const session = open(platform, host, browser, timers);
    await session.fresh();
    platform.minutes += 20;
    const { getTokens } = host;
    host.getTokens = () => Promise.reject(new Error('down'));
    await assert.rejects(read(session), (error) => !(error instanceof CleengError));
    assert.equal(session.customerId, '7');
    host.getTokens = getTokens;
    host.setTokens = () => new Promise<void>(() => undefined);
    const answer = read(session);
    for (let i = 0; i < 5; i++) await settle();
    timers.expire();
    assert.deepEqual(await answer, { id: 7 });
    assert.equal(session.state.status, 'authenticated');
  });

  test('are not taken back by a renewal when the viewer signs out while the publisher keeps them', async () => {
    const platform = new Platform();
    const host = backend(platform.logIn(7));
    const session = open(platform, host);
    await session.fresh();
    platform.minutes += 20;
    const keeping = deferred<void>();
    host.setTokens = (next) => (host.told.push(next), next ? keeping.promise : undefined);
    const answer = read(session);
    while (!host.told.length) await settle();
    session.logout();
    keeping.resolve();
    await assert.rejects(answer, { code: 'aborted' });
    assert.deepEqual([session.state, host.told.at(-1)], [{ status: 'anonymous' }, null]);
  });
});
