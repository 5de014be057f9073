import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserOrderMemory } from '../../src/controllers/order-memory.js';

/** Locks as browsers keep them for all tabs; each question is answered after a while, as on a busy machine. */
function slowLocks(ms: number) {
  const holders = new Set<string>();
  const after = (pause: number) => new Promise((resolve) => setTimeout(resolve, pause));
  return {
    async request(name: string, options: { ifAvailable?: boolean; signal?: AbortSignal }, use: (lock: object | null) => unknown) {
      await after(ms);
      options.signal?.throwIfAborted();
      if (options.ifAvailable && holders.has(name)) return use(null);
      while (holders.has(name)) {
        await after(20);
        options.signal?.throwIfAborted();
      }
      holders.add(name);
      await use({ name });
      holders.delete(name);
    },
  };
}

/** A browser whose pages all have the same storage, as a tab and its duplicate have. */
function browser(ms: number): void {
  const stored = new Map<string, string>();
  const area = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => void stored.set(key, text),
    removeItem: (key: string) => void stored.delete(key),
  };
  Object.defineProperty(globalThis, 'sessionStorage', { value: area, configurable: true });
  Object.defineProperty(globalThis, 'navigator', { value: { locks: slowLocks(ms) }, configurable: true });
}

const ORDER = { orderId: 7, gift: false };

test('an order that nobody holds is taken up again, however slowly the browser answers', async () => {
  browser(400);
  const before = browserOrderMemory('1');
  before.keep('key', ORDER);
  assert.deepEqual(await before.recall('key'), ORDER);
  before.release('key');
  assert.deepEqual(await browserOrderMemory('1').recall('key'), ORDER);
});

test('a page that is just being left lets go of its order in time; one that stays keeps it', async () => {
  browser(0);
  const first = browserOrderMemory('1');
  first.keep('key', ORDER);
  await first.recall('key');
  setTimeout(() => first.release('key'), 300);
  const second = browserOrderMemory('1');
  assert.deepEqual(await second.recall('key'), ORDER);
  assert.equal(await browserOrderMemory('1').recall('key'), undefined);
});
