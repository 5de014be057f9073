import { createClient } from '../../src/api/client.js';
import { CleengError } from '../../src/api/errors.js';
import type { HttpRequest } from '../../src/api/http.js';
import type { Viewer } from '../../src/catalogue/viewer.js';
import type { Timers } from '../../src/ports.js';
import type { SessionState } from '../../src/session/state.js';

export const NOW = 1_800_000_000;

/** A platform whose answers are given by path, as values or as functions that make them, a viewer who can sign in and out, and a clock that is moved by hand. */
export function world(answers: Record<string, unknown>) {
  const calls: { path: string; as: 'guest' | 'customer' }[] = [];
  const watchers = new Set<() => void>();
  const timers = new Map<number, { at: number; task: () => void }>();
  let state: SessionState = { status: 'anonymous' };
  let now = NOW * 1000;
  let ids = 0;
  const send = (as: 'guest' | 'customer') => async (request: HttpRequest) => {
    const path = request.path.split('?')[0] ?? '';
    calls.push({ path: request.path, as });
    await new Promise((resolve) => setImmediate(resolve));
    if (request.signal?.aborted) throw new CleengError('aborted', 'given up');
    const answer = answers[request.path] ?? answers[path];
    const value: unknown = typeof answer === 'function' ? (answer as () => unknown)() : answer;
    if (value instanceof Error) throw value;
    if (value === undefined) throw new CleengError('network', `${request.path}: no connection`);
    return value;
  };
  const clock: Timers = {
    now: () => now,
    after(ms, task) {
      const id = ids++;
      timers.set(id, { at: now + ms, task });
      return () => void timers.delete(id);
    },
  };
  const viewer: Viewer = {
    publisherId: '1',
    get state() {
      return state;
    },
    guest: createClient(send('guest')),
    customer: createClient(send('customer')),
    subscribe(watcher) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
  };
  const become = (next: SessionState) => {
    state = next;
    for (const watcher of [...watchers]) watcher();
  };
  return {
    answers,
    calls,
    viewer,
    clock,
    watchers,
    timers,
    paths: () => calls.map(({ path }) => path),
    signIn: (customerId: string) => become({ status: 'authenticated', customerId }),
    /** Tokens are being renewed, or no more. */
    renewing: (customerId: string, now: boolean) => become({ status: now ? 'refreshing' : 'authenticated', customerId }),
    restoring: () => become({ status: 'restoring' }),
    signOut: () => become({ status: 'anonymous' }),
    /** Moves the clock; what falls due on the way runs. */
    pass(ms: number) {
      now += ms;
      for (const [id, { at, task }] of [...timers]) {
        if (at > now) continue;
        timers.delete(id);
        task();
      }
    },
  };
}

/** Lets every answer arrive. */
export async function settled(): Promise<void> {
  for (let turns = 0; turns < 6; turns++) await new Promise((resolve) => setImmediate(resolve));
}

export const refusal = (code: ConstructorParameters<typeof CleengError>[0]) => new CleengError(code, code);
