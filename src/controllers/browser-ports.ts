import type { TokenStorage } from '../config.js';
import type { Lock, Timers, Vault } from '../ports.js';

export const browserTimers: Timers = {
  now: () => Date.now(),
  after(ms, task) {
    const id = setTimeout(task, ms);
    return () => clearTimeout(id);
  },
};

/** Web Locks where the browser has them (secure contexts); otherwise tabs are not kept apart. */
export const browserLock: Lock = (name, task) => ('locks' in navigator ? navigator.locks.request(name, task) : task());

/** A value in the browser's storage, or in memory when that is asked for or storage refuses. */
export function browserVault(kind: TokenStorage, key: string): Vault {
  const area = kind === 'memory' ? undefined : storageArea(kind);
  let memory: string | null = null;
  const attempt = <T>(use: (area: Storage) => T, otherwise: T): T => {
    if (!area) return otherwise;
    try {
      return use(area);
    } catch {
      return otherwise;
    }
  };
  return {
    read: () => attempt((a) => a.getItem(key), null) ?? memory,
    write(value) {
      // Memory first: a full or forbidden storage must not lose a session.
      memory = value;
      attempt((a) => a.setItem(key, value), undefined);
    },
    clear() {
      memory = null;
      attempt((a) => a.removeItem(key), undefined);
    },
    watch(changed) {
      const listener = (event: StorageEvent) => {
        if (event.storageArea !== area || (event.key !== key && event.key !== null)) return;
        memory = null;
        changed();
      };
      addEventListener('storage', listener);
      return () => removeEventListener('storage', listener);
    },
  };
}

function storageArea(kind: 'local' | 'session'): Storage | undefined {
  try {
    return kind === 'local' ? localStorage : sessionStorage;
  } catch {
    return undefined;
  }
}
