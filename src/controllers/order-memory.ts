import type { OrderMemory } from '../checkout/ports.js';

/**
 * Order ids in the tab's own storage, each held by a Web Lock for as long as the page lives: a duplicated tab copies the storage, but not the
 * lock, and so begins an order of its own.
 */
export function browserOrderMemory(prefix: string): OrderMemory {
  const keyOf = (key: string) => `cleeng.order.${prefix}.${key}`;
  const releases = new Map<number, () => void>();

  /** @returns whether this tab holds the order now */
  const claim = (orderId: number): Promise<boolean> => {
    if (!('locks' in navigator) || releases.has(orderId)) return Promise.resolve(true);
    return new Promise((claimed) => {
      void navigator.locks.request(`cleeng-order-${orderId}`, { ifAvailable: true }, (lock) => {
        claimed(lock !== null);
        return lock ? new Promise<void>((release) => releases.set(orderId, release)) : undefined;
      });
    });
  };

  const storage = <T>(use: (area: Storage) => T): T | undefined => {
    try {
      return use(sessionStorage);
    } catch {
      return undefined;
    }
  };

  return {
    async recall(key) {
      const orderId = Number(storage((area) => area.getItem(keyOf(key))));
      return orderId && (await claim(orderId)) ? orderId : undefined;
    },
    keep(key, orderId) {
      storage((area) => area.setItem(keyOf(key), String(orderId)));
      void claim(orderId);
    },
    forget(key) {
      const orderId = Number(storage((area) => area.getItem(keyOf(key))));
      storage((area) => area.removeItem(keyOf(key)));
      releases.get(orderId)?.();
      releases.delete(orderId);
    },
  };
}
