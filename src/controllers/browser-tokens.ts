import type { TokenStorage } from '../config.js';
import type { Vault } from '../ports.js';

/** The browser's storage; none for `memory`, and none where the page may not use it. */
export function storageArea(kind: TokenStorage): Storage | undefined {
  try {
    return kind === 'memory' ? undefined : kind === 'session' ? sessionStorage : localStorage;
  } catch {
    return undefined;
  }
}

/** Tells other tabs, where the storage itself does not, that a value took another one's place here. */
export type Tell = (before: string, value: string | null) => void;

/** Calls back whenever another tab changes a value. */
export type Follow = (
  kind: TokenStorage,
  key: string,
  vault: Pick<Vault, 'read' | 'write'>,
  changed: () => void,
) => Promise<Tell | undefined>;

/**
 * A value in the browser's storage; in memory from the moment that the storage refuses.
 * @param follow is needed to watch it
 */
export function browserVault(kind: TokenStorage, key: string, follow?: Follow): Vault {
  let area = storageArea(kind);
  let memory: string | null = null;
  let tell: Tell | undefined;

  const attempt = (use: (area: Storage) => string | null | void): string | null | void => {
    try {
      return area ? use(area) : memory;
    } catch {
      const refusing = area;
      area = undefined;
      try {
        // Tokens that could not be replaced are dead: nobody must read them there.
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
      if (before) tell?.(before, value);
    },
    watch: (changed) => void follow?.(kind, key, { read, write }, changed).then((found) => (tell = found)),
  };
}
