import type { KeptOrder, OrderMemory } from '../checkout/ports.js';

/**
 * Orders in the tab's own storage, each held by a Web Lock for as long as its element is on the page: a duplicated tab copies the storage, but
 * not the lock, and so begins an order of its own.
 */
export function browserOrderMemory(prefix: string): OrderMemory {
  const keyOf = (key: string) => `cleeng.order.${prefix}.${key}`;
  const claims = new Map<number, Promise<(() => void) | undefined>>();
  /** What is kept when the storage refuses. */
  const memory = new Map<string, KeptOrder>();

  /** @returns whether this tab holds the order now */
  const claim = async (orderId: number): Promise<boolean> => {
    if (!('locks' in navigator)) return true;
    const asked = claims.get(orderId) ?? lock(orderId);
    claims.set(orderId, asked);
    if (await asked) return true;
    claims.delete(orderId);
    return false;
  };

  const storage = <T>(use: (area: Storage) => T): T | undefined => {
    try {
      return use(sessionStorage);
    } catch {
      return undefined;
    }
  };

  const read = (key: string): KeptOrder | undefined => parse(storage((area) => area.getItem(keyOf(key)))) ?? memory.get(key);

  const release = (key: string) => {
    const orderId = read(key)?.orderId ?? 0;
    void claims.get(orderId)?.then((letGo) => letGo?.());
    claims.delete(orderId);
  };

  return {
    async recall(key) {
      const kept = read(key);
      return kept && (await claim(kept.orderId)) ? kept : undefined;
    },
    keep(key, order) {
      memory.set(key, order);
      storage((area) => area.setItem(keyOf(key), JSON.stringify(order)));
      void claim(order.orderId);
    },
    forget(key) {
      release(key);
      memory.delete(key);
      storage((area) => area.removeItem(keyOf(key)));
    },
    release,
  };
}

/** How long whoever held an order may need to let go of it: an element just taken off the page, or the page before a reload. */
const PATIENCE_MS = 1000;

/**
 * A lock that is free is had however slow the machine is; only one that is held is waited for.
 * @returns a function that lets go, or `undefined` when somebody else holds the order
 */
async function lock(orderId: number): Promise<(() => void) | undefined> {
  return (await request(orderId, { ifAvailable: true })) ?? request(orderId, { signal: AbortSignal.timeout(PATIENCE_MS) });
}

function request(orderId: number, options: LockOptions): Promise<(() => void) | undefined> {
  return new Promise((answer) => {
    const held = (granted: Lock | null) => (granted ? new Promise<void>((letGo) => answer(letGo)) : answer(undefined));
    navigator.locks.request(`cleeng-order-${orderId}`, options, held).catch(() => answer(undefined));
  });
}

function parse(text: string | null | undefined): KeptOrder | undefined {
  try {
    const { orderId, gift, coupon } = JSON.parse(text ?? '{}') as Partial<KeptOrder>;
    return typeof orderId === 'number' ? { orderId, gift: gift === true, ...(coupon ? { coupon } : {}) } : undefined;
  } catch {
    return undefined;
  }
}
