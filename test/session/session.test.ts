import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CleengError } from '../../src/api/errors.js';
import type { HttpRequest } from '../../src/api/http.js';
import type { Vault } from '../../src/ports.js';
import { Session } from '../../src/session/session.js';

const MINUTE = 60_000;
const jwtOf = (customerId: number, mark: string) => `e30.${btoa(JSON.stringify({ customerId }))}.${mark}`;

/** A vault that several sessions share, as tabs do. */
function sharedVault(): Vault & { changed(): void } {
  let value: string | null = null;
  const watchers = new Set<() => void>();
  return {
    read: () => value,
    write: (next) => (value = next),
    clear: () => (value = null),
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    changed: () => watchers.forEach((watcher) => watcher()),
  };
}

/** A platform that hands out numbered tokens, and takes each refresh token once. */
function platform() {
  const calls: HttpRequest[] = [];
  let issued = 1;
  let live = 'refresh-1';
  const world = {
    calls,
    now: 0,
    refuse: undefined as CleengError | undefined,
    expired: new Set<string>(),
    refreshes: () => calls.filter(({ path }) => path === '/auths/refresh_token').length,
    send: async (request: HttpRequest): Promise<unknown> => {
      calls.push(request);
      await Promise.resolve();
      if (request.path !== '/auths/refresh_token') {
        if (world.expired.has(request.token ?? '')) throw new CleengError('unauthenticated', 'expired', { status: 401 });
        return { id: 7 };
      }
      if (world.refuse) throw world.refuse;
      const used = (request.body as { refreshToken: string }).refreshToken;
      if (used !== live) throw new CleengError('session-ended', 'used twice');
      issued++;
      live = `refresh-${issued}`;
      return { jwt: jwtOf(7, String(issued)), refreshToken: live };
    },
  };
  return world;
}

function session(world: ReturnType<typeof platform>, vault = sharedVault()) {
  let queue: Promise<unknown> = Promise.resolve();
  const created = new Session('1', {
    send: world.send,
    vault,
    lock: (_name, task) => {
      const next = queue.then(task);
      queue = next.catch(() => undefined);
      return next;
    },
    timers: { now: () => world.now, after: () => () => undefined },
  });
  return created;
}

const read = (s: Session) => s.customer('get', '/customers/{customerId}', { params: { customerId: 7 } });
const signedIn = (world: ReturnType<typeof platform>, vault = sharedVault()) => {
  const s = session(world, vault);
  s.signIn({ jwt: jwtOf(7, '1'), refreshToken: 'refresh-1' });
  return s;
};

test('a session is restored from what is stored', () => {
  const world = platform();
  const vault = sharedVault();
  signedIn(world, vault);
  assert.deepEqual(session(world, vault).state, { status: 'authenticated', customerId: '7' });
});

test('what is stored and is no session counts as none', () => {
  const vault = sharedVault();
  vault.write('{"jwt":"nonsense","refreshToken":"x"}');
  assert.equal(session(platform(), vault).state.status, 'anonymous');
});

test('tokens are renewed before they expire, by their age and not by the server’s clock', async () => {
  const world = platform();
  const s = signedIn(world);
  world.now = 13 * MINUTE;
  await read(s);
  assert.equal(world.refreshes(), 0);
  world.now = 14 * MINUTE;
  await read(s);
  assert.equal(world.refreshes(), 1);
  assert.equal(world.calls.at(-1)?.token, jwtOf(7, '2'));
});

test('many calls at once renew once', async () => {
  const world = platform();
  const s = signedIn(world);
  world.now = 20 * MINUTE;
  await Promise.all([read(s), read(s), read(s)]);
  assert.equal(world.refreshes(), 1);
});

test('a 401 is answered by one renewal and one more try', async () => {
  const world = platform();
  const s = signedIn(world);
  world.expired.add(jwtOf(7, '1'));
  assert.deepEqual(await read(s), { id: 7 });
  assert.equal(world.refreshes(), 1);
});

test('no network fault, overload or server error logs anybody out', async () => {
  const world = platform();
  const s = signedIn(world);
  world.now = 20 * MINUTE;
  for (const code of ['network', 'timeout', 'rate-limited', 'server'] as const) {
    world.refuse = new CleengError(code, code);
    await assert.rejects(read(s), { code });
    assert.equal(s.state.status, 'authenticated');
  }
});

test('the platform’s word ends a session, and says why', async () => {
  const world = platform();
  const s = signedIn(world);
  world.now = 20 * MINUTE;
  world.refuse = new CleengError('session-ended', 'Refresh token is expired or does not exist');
  await assert.rejects(read(s), { code: 'session-ended' });
  assert.deepEqual(s.state, { status: 'anonymous', reason: 'expired' });
});

test('a tab uses the tokens another tab has just renewed', async () => {
  const world = platform();
  const vault = sharedVault();
  const first = signedIn(world, vault);
  const second = session(world, vault);
  world.now = 20 * MINUTE;
  await read(first);
  await read(second);
  assert.equal(world.refreshes(), 1);
  assert.equal(second.state.status, 'authenticated');
});

test('logging out in one tab logs out the others', () => {
  const world = platform();
  const vault = sharedVault();
  const first = signedIn(world, vault);
  const second = session(world, vault);
  first.logout();
  vault.changed();
  assert.deepEqual(second.state, { status: 'anonymous', reason: 'signed-out' });
});
