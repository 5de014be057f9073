import type { Lock, Timers } from '../ports.js';

/** Longer than a refresh can take; after that a tab that was closed in the middle of one holds up nobody. */
const LEASE_MS = 25_000;
/** Until then a value written by another tab at the same moment has arrived. */
const SETTLE_MS = 50;

/**
 * A lock between tabs for browsers and pages (those not on https) that have no Web Locks: a lease in storage, taken by whoever wrote last
 * when all who tried at once have had the time to see each other.
 */
export function leaseLock(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, key: string, timers: Timers): Lock {
  const pause = () => new Promise<void>((resolve) => void timers.after(SETTLE_MS, resolve));
  const name = `${key}.lease`;
  return async (task) => {
    const me = String(Math.random());
    const holder = () => {
      const [id, until] = (storage.getItem(name) ?? '').split(' ');
      const left = Number(until) - timers.now();
      return left > 0 && left <= LEASE_MS ? id : undefined;
    };
    while (holder() !== me) {
      try {
        if (!holder()) storage.setItem(name, `${me} ${timers.now() + LEASE_MS}`);
      } catch {
        // A storage that is full keeps no lease, and no tokens either: there is nothing to share.
        return task();
      }
      await pause();
    }
    return task().finally(() => {
      if (holder() === me) storage.removeItem(name);
    });
  };
}
