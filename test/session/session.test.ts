import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CleengError } from '../../src/api/errors.js';
import { signOutEverywhere } from '../../src/session/customer-calls.js';
import { signedInAs } from '../../src/session/state.js';
import { Browser, deferred, history, jwtOf, Platform, read, settle, signedIn } from './world.js';

const NOBODY = { status: 'anonymous' };
const SEVEN = { status: 'authenticated', customerId: '7' };

describe('who is signed in', () => {
  test('nobody, where nothing is stored; then whoever logs in; then nobody', () => {
    const session = new Browser().open(new Platform());
    assert.deepEqual(session.state, NOBODY);
    const seen = history(session);
    session.signIn({ jwt: jwtOf(7, '1'), refreshToken: 'r' });
    assert.equal(signedInAs(session.state), '7');
    session.logout();
    assert.deepEqual(seen, ['authenticated 7', 'anonymous']);
  });

  test('a session is restored from what is stored, at once', () => {
    const { browser, platform } = signedIn();
    assert.deepEqual(browser.open(platform).state, SEVEN);
  });

  test('tokens that name no customer sign nobody in', () => {
    const session = new Browser().open(new Platform());
    for (const jwt of ['', 'nonsense', 'e30.e30.x', `e30.${btoa('{"customerId":"../7"}')}.x`]) {
      assert.throws(() => session.signIn({ jwt, refreshToken: 'r' }), { code: 'bad-answer' });
    }
    assert.deepEqual(session.state, NOBODY);
  });

  test('a call without anybody fails and asks the platform nothing', async () => {
    const platform = new Platform();
    await assert.rejects(read(new Browser().open(platform)), { code: 'unauthenticated' });
    assert.equal(platform.calls.length, 0);
  });
});

describe('renewing', () => {
  test('happens a minute before the end of the known life, and not by any server’s clock', async () => {
    const { platform, browser, session, pass } = signedIn();
    browser.now = 0;
    pass(13.9);
    await read(session);
    assert.equal(platform.refreshes, 0);
    pass(0.1);
    await read(session);
    assert.equal(platform.refreshes, 1);
    assert.equal(platform.calls.at(-1)?.token, (await session.fresh()).jwt);
  });

  test('is one for many calls at once, and the viewer stays who they are', async () => {
    const { platform, session, pass } = signedIn();
    pass(20);
    const seen = history(session);
    await Promise.all([read(session), read(session), read(session)]);
    assert.equal(platform.refreshes, 1);
    assert.deepEqual(seen, ['refreshing 7', 'authenticated 7']);
  });

  test('a platform months ahead of the device makes no difference', async () => {
    const { platform, session } = signedIn();
    platform.minutes += 90 * 24 * 60;
    session.signIn(platform.logIn(7));
    await read(session);
    await read(session);
    assert.equal(platform.refreshes, 0);
  });

  test('a clock set back counts as no age at all', async () => {
    const { platform, browser, session } = signedIn();
    browser.now = -1;
    await read(session);
    assert.equal(platform.refreshes, 1);
    await read(session);
    assert.equal(platform.refreshes, 1);
  });

  test('a 401 is answered by one renewal and one more try', async () => {
    const { platform, session } = signedIn();
    platform.minutes += 20;
    assert.deepEqual(await read(session), { id: 7 });
    assert.deepEqual(
      platform.calls.map(({ path }) => path),
      ['/customers/7', '/auths/refresh_token', '/customers/7'],
    );
  });

  test('a second 401 is the call’s failure, and nobody is logged out by it', async () => {
    const { platform, session } = signedIn();
    const { send } = platform;
    const refuse = () => Promise.reject(new CleengError('unauthenticated', 'no', { status: 401 }));
    const stubborn = new Browser();
    const other = stubborn.open(Object.assign(new Platform(), { send: (r: Parameters<typeof send>[0]) => (r.token ? refuse() : send(r)) }));
    other.signIn(await session.fresh());
    await assert.rejects(read(other), { code: 'unauthenticated' });
    assert.equal(platform.refreshes, 1);
    assert.deepEqual(other.state, SEVEN);
  });

  test('only the platform’s own refusal ends a session, and says why', async () => {
    for (const error of [
      new CleengError('session-ended', 'Refresh token is expired or does not exist', { status: 401 }),
      new CleengError('unauthenticated', 'Unauthorized', { status: 401 }),
      new CleengError('invalid-request', 'Missing or invalid parameter', { status: 400 }),
    ]) {
      const { platform, browser, session, pass } = signedIn();
      pass(20);
      platform.fault = error;
      await assert.rejects(read(session), { code: 'session-ended' });
      assert.deepEqual(session.state, { status: 'lost', reason: 'expired' });
      assert.equal(browser.value, null);
      assert.equal(platform.refreshes, 1, 'a 401 of the refresh itself is not replayed');
    }
  });

  test('no network fault, timeout, overload, server error or strange answer logs anybody out', async () => {
    const { platform, session, pass } = signedIn();
    pass(20);
    for (const code of ['network', 'timeout', 'rate-limited', 'server', 'bad-answer', 'unknown', 'not-found'] as const) {
      platform.fault = new CleengError(code, code);
      await assert.rejects(read(session), { code });
      assert.deepEqual(session.state, SEVEN);
    }
    platform.fault = undefined;
    assert.deepEqual(await read(session), { id: 7 });
  });
});

describe('signing out', () => {
  test('drops the answers that were on their way', async () => {
    const { session } = signedIn();
    const answer = read(session);
    await Promise.resolve();
    session.logout();
    await assert.rejects(answer, { code: 'aborted' });
  });

  test('wins over a renewal that is answered later', async () => {
    const { platform, browser, session, pass } = signedIn();
    pass(20);
    const gate = deferred<void>();
    platform.gate = gate.promise;
    const answer = read(session);
    await settle();
    session.logout();
    gate.resolve();
    await assert.rejects(answer, { code: 'aborted' });
    assert.deepEqual(session.state, NOBODY);
    assert.equal(browser.value, null);
  });

  test('everywhere revokes at the platform first', async () => {
    const { platform, session } = signedIn();
    const { refreshToken } = await session.fresh();
    await signOutEverywhere(session);
    assert.deepEqual(session.state, NOBODY);
    assert.deepEqual([platform.calls[0]?.method, platform.calls[0]?.path], ['DELETE', '/refresh_tokens']);
    session.signIn({ jwt: jwtOf(7, 'dead'), refreshToken });
    await assert.rejects(read(session), { code: 'session-ended' });
  });

  test('everywhere, when it fails, leaves the viewer signed in and says so', async () => {
    const { platform, session } = signedIn();
    platform.fault = new CleengError('network', 'no connection');
    await assert.rejects(signOutEverywhere(session), { code: 'network' });
    assert.deepEqual(session.state, SEVEN);
  });
});

describe('somebody else logs in', () => {
  test('answers meant for the first one are dropped, whether they succeed or fail', async () => {
    const { platform, session } = signedIn();
    const success = read(session);
    platform.fault = new CleengError('server', 'broken');
    const failure = read(session);
    await Promise.resolve();
    platform.fault = undefined;
    session.signIn(platform.logIn(8));
    await assert.rejects(success, { code: 'aborted' });
    await assert.rejects(failure, { code: 'aborted' });
    assert.equal(session.customerId, '8');
  });

  test('a call of the first one is never sent with the second one’s token', async () => {
    const { platform, session, pass } = signedIn();
    pass(20);
    const answer = read(session);
    await settle();
    session.signIn(platform.logIn(8));
    await assert.rejects(answer, { code: 'aborted' });
    assert.deepEqual(
      platform.calls.map(({ path }) => path),
      ['/auths/refresh_token'],
    );
  });

  test('the first one’s renewal does not come back, and the second one can renew meanwhile', async () => {
    const { platform, session, pass } = signedIn();
    pass(20);
    const gate = deferred<void>();
    platform.gate = gate.promise;
    const first = read(session);
    await settle();
    const eight = platform.logIn(8);
    session.signIn(eight, 0);
    assert.deepEqual(session.state, { status: 'authenticated', customerId: '8' });
    const second = read(session);
    gate.resolve();
    await assert.rejects(first, { code: 'aborted' });
    assert.deepEqual(await second, { id: 8 });
    assert.deepEqual([session.customerId, platform.refreshes, platform.reuses], ['8', 2, 0]);
  });
});
