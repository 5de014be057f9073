import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CleengError } from '../../src/api/errors.js';
import { randomOf } from '../random.js';
import { deferred, history, read, settle, signedIn } from './world.js';

describe('tabs of one browser', () => {
  test('that want to renew at once renew once', async () => {
    const { platform, browser, session, pass } = signedIn();
    const other = browser.open(platform);
    pass(20);
    await Promise.all([read(session), read(other), read(session)]);
    assert.deepEqual([platform.refreshes, platform.reuses], [1, 0]);
    assert.equal((await session.fresh()).jwt, (await other.fresh()).jwt);
  });

  test('use what another one has renewed, although nobody told them yet', async () => {
    const { platform, browser, session, pass } = signedIn();
    const other = browser.open(platform);
    pass(20);
    await read(session);
    await read(other);
    assert.equal(platform.refreshes, 1);
  });

  test('renew what another one has renewed and let grow old', async () => {
    const { platform, browser, session, pass } = signedIn();
    const other = browser.open(platform);
    pass(20);
    await read(session);
    pass(20);
    assert.deepEqual(await read(other), { id: 7 });
    assert.deepEqual([platform.refreshes, platform.reuses], [2, 0]);
  });

  test('follow a logout, with its reason; who was not signed in sees no change', () => {
    const { platform, browser, session } = signedIn();
    const other = browser.open(platform);
    session.logout();
    const late = browser.open(platform);
    const seen = history(late);
    browser.deliver();
    assert.deepEqual(other.state, { status: 'lost', reason: 'signed-out-elsewhere' });
    assert.deepEqual(seen, []);
  });

  test('do not sign in again what another one signed out while they renewed', async () => {
    const { platform, browser, session, pass } = signedIn();
    const other = browser.open(platform);
    pass(20);
    const gate = deferred<void>();
    platform.gate = gate.promise;
    const answer = read(other);
    await settle();
    session.logout();
    gate.resolve();
    await assert.rejects(answer, { code: 'session-ended' });
    assert.deepEqual([other.state, browser.value], [{ status: 'lost', reason: 'signed-out-elsewhere' }, null]);
  });

  test('notice a logout when their turn to renew comes', async () => {
    const { platform, browser, session, pass } = signedIn();
    const other = browser.open(platform);
    pass(20);
    session.logout();
    await assert.rejects(read(other), { code: 'session-ended' });
    assert.equal(platform.refreshes, 0);
    assert.deepEqual(other.state, { status: 'lost', reason: 'signed-out-elsewhere' });
  });

  test('follow another viewer, and mix nothing', async () => {
    const { platform, browser, session } = signedIn();
    const other = browser.open(platform);
    const seen = history(other);
    const answer = read(other);
    await Promise.resolve();
    session.signIn(platform.logIn(8));
    browser.deliver();
    await assert.rejects(answer, { code: 'aborted' });
    assert.deepEqual(seen, ['authenticated 8']);
    assert.deepEqual(await read(other), { id: 8 });
  });

  test('drop their call when the tokens to renew turn out to be another viewer’s', async () => {
    const { platform, browser, session, pass } = signedIn();
    const other = browser.open(platform);
    pass(20);
    session.signIn(platform.logIn(8));
    await assert.rejects(read(other), { code: 'aborted' });
    assert.equal(platform.calls.length, 0);
    assert.equal(other.customerId, '8');
  });

  test('a refusal does not end what another one has begun meanwhile', async () => {
    const { platform, browser, session, pass } = signedIn();
    const other = browser.open(platform);
    pass(20);
    platform.fault = new CleengError('session-ended', 'used');
    const answer = read(other);
    await Promise.resolve();
    await Promise.resolve();
    session.signIn(platform.logIn(7));
    const fresh = browser.value;
    platform.fault = undefined;
    assert.deepEqual(await answer, { id: 7 });
    assert.equal(browser.value, fresh);
  });
});

test('a day of tabs, faults and clocks in a hundred orders: nobody is ever logged out, no token is used twice', async () => {
  for (let seed = 1; seed <= 100; seed++) {
    const random = randomOf(seed);
    const { platform, browser, session, pass } = signedIn();
    let tabs = [session];
    const calls: Promise<unknown>[] = [];
    for (let step = 0; step < 60; step++) {
      const dice = random();
      const tab = tabs[Math.floor(random() * tabs.length)]!;
      if (dice < 0.45) calls.push(read(tab).catch((error: CleengError) => error));
      else if (dice < 0.55) tabs.push(browser.open(platform));
      else if (dice < 0.6) tabs = tabs.length > 1 ? tabs.filter((other) => other !== tab) : tabs;
      else if (dice < 0.7) pass(Math.floor(random() * 30));
      else if (dice < 0.75) platform.minutes += Math.floor(random() * 30);
      else if (dice < 0.8) browser.now += (random() - 0.5) * 1e10;
      else if (dice < 0.9) platform.fault = random() < 0.5 ? new CleengError('network', 'cut') : undefined;
      else if (dice < 0.95) browser.deliver();
      else await settle();
    }
    platform.fault = undefined;
    const ends = await Promise.all(calls);
    // Two jumps of the clocks during one call may cost that call its second try, but never the session.
    for (const end of ends) if (end instanceof CleengError) assert.match(end.code, /network|unauthenticated/, `seed ${seed}`);
    for (const tab of tabs) assert.equal(tab.customerId, '7', `seed ${seed}`);
    for (const tab of tabs) assert.deepEqual(await read(tab), { id: 7 }, `seed ${seed}`);
    assert.equal(platform.reuses, 0, `seed ${seed}`);
  }
});
