import type { TokenStorage } from '../config.js';
import type { Lock, Vault } from '../ports.js';
import { browserTimers } from './browser-ports.js';

/** A tab may see what another one wrote a moment late: so much longer a lock is kept than its task needs. */
const SETTLE_MS = 100;
/** So long a tab waits for the others: longer than a refresh may take. */
const PATIENCE_MS = 30_000;

/** The browser's storage; none for `memory`, and none where the page may not use it. */
export function storageArea(kind: TokenStorage): Storage | undefined {
  try {
    return kind === 'memory' ? undefined : kind === 'session' ? sessionStorage : localStorage;
  } catch {
    return undefined;
  }
}

/** A value in the browser's storage; in memory from the moment that the storage refuses. */
export function browserVault(kind: TokenStorage, key: string): Vault {
  let area = storageArea(kind);
  let memory: string | null = null;
  // A duplicated tab starts with a copy of this one's tokens, and nothing but a message tells it of their renewal.
  const twins = kind === 'session' && globalThis.BroadcastChannel ? new BroadcastChannel(key) : undefined;

  const attempt = (use: (area: Storage) => string | null | void): string | null | void => {
    try {
      return area ? use(area) : memory;
    } catch {
      const refusing = area;
      area = undefined;
      // Tokens that could not be replaced are dead: nobody must read them there.
      try {
        refusing?.removeItem(key);
      } catch {
        // A storage that cannot even forget holds nothing of ours.
      }
      return memory;
    }
  };
  const read = () => attempt((a) => a.getItem(key)) as string | null;
  const write = (value: string | null) => {
    memory = value;
    attempt((a) => (value === null ? a.removeItem(key) : a.setItem(key, value)));
  };

  return {
    read,
    write(value) {
      const before = read();
      write(value);
      if (before) twins?.postMessage([before, value]);
    },
    watch(changed) {
      addEventListener('storage', ({ storageArea, key: name }) => {
        if (storageArea && storageArea === area && (name === key || name === null)) changed();
      });
      // A page that comes back by the Back button has missed what happened meanwhile.
      addEventListener('pageshow', ({ persisted }) => persisted && changed());
      twins?.addEventListener('message', ({ data: [before, value] }: MessageEvent<[string, string | null]>) => {
        if (before !== read()) return;
        write(value);
        changed();
      });
    },
  };
}

/** Web Locks where the browser has them; a lease in the storage otherwise; nothing where tabs share nothing. */
export function browserLock(kind: TokenStorage, key: string): Lock {
  const area = kind === 'memory' ? undefined : storageArea('local');
  if (!area) return (task) => task();
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return async (task) => (await import('../session/lease.js')).leaseLock(area, key, browserTimers)(task);
  return (task) =>
    new Promise((resolve, reject) => {
      const held = async () => {
        resolve(await task());
        await new Promise<void>((settled) => void browserTimers.after(SETTLE_MS, settled));
      };
      locks.request(key, { signal: AbortSignal.timeout(PATIENCE_MS) }, held).catch(reject);
    });
}
