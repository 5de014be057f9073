import type { Send } from '../api/http.js';
import type { TokenStorage } from '../config.js';
import type { Lock, TokenHost, Vault } from '../ports.js';
import { CustomerCalls } from '../session/customer-calls.js';
import { leaseLock } from '../session/lease.js';
import { adoptPeerSession } from '../session/peer.js';
import type { Session } from '../session/session.js';
import { hostTokens } from '../session/token-host.js';
import type { TokenStore } from '../session/tokens.js';
import { browserTimers } from './browser-ports.js';
import { storageArea, type Tell } from './browser-tokens.js';

/*
 * What a session needs when somebody is signed in, and whatever else no form needs to be shown: calls as a customer, other tabs, the publisher's
 * own storage. It comes right after a form that stands alone, and with those elements that have no use without it.
 */

/** A tab may see what another one wrote a moment late: so much longer a lock is kept than its task needs. */
const SETTLE_MS = 100;
/** So long a tab waits for the others: longer than a refresh may take. */
const PATIENCE_MS = 30_000;

/** Follows what other tabs do with a value, and catches up with what was missed until now. */
export function follow(kind: TokenStorage, key: string, vault: Pick<Vault, 'read' | 'write'>, changed: () => void): Tell | undefined {
  addEventListener('storage', ({ storageArea: area, key: name }) => {
    if (area && area === storageArea(kind) && (name === key || name === null)) changed();
  });
  // A page that comes back by the Back button has missed what happened meanwhile.
  addEventListener('pageshow', ({ persisted }) => persisted && changed());
  changed();
  if (kind !== 'session' || !globalThis.BroadcastChannel) return undefined;
  // A duplicated tab starts with a copy of this one's tokens, and nothing but a message tells it of their renewal.
  const twins = new BroadcastChannel(key);
  twins.addEventListener('message', ({ data: [before, value] }: MessageEvent<[string, string | null]>) => {
    if (before !== vault.read()) return;
    vault.write(value);
    changed();
  });
  return (before: string, value: string | null) => twins.postMessage([before, value]);
}

/** How a session's calls are made, and its tokens renewed under a lock of this key. */
export const callsFor = (session: Session, kind: TokenStorage, key: string, send: Send, tokens: TokenStore): CustomerCalls =>
  new CustomerCalls(session, { send, tokens, timers: browserTimers, lock: browserLock(kind, key) });

/** The publisher's own token storage. */
export const hostOf = (host: TokenHost): TokenStore => hostTokens(host, browserTimers);

/** Goes on with the session that Cleeng's own SDK has left, if there is one. */
export function adopt(session: Session): void {
  const storage = storageArea('local');
  if (storage) adoptPeerSession(session, storage);
}

/** Web Locks where the browser has them; a lease in the storage otherwise; nothing where tabs share nothing. */
function browserLock(kind: TokenStorage, key: string): Lock {
  const area = kind === 'memory' ? undefined : storageArea('local');
  if (!area) return (task) => task();
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return leaseLock(area, key, browserTimers);
  return (task) =>
    new Promise((resolve, reject) => {
      const held = async () => {
        resolve(await task());
        await new Promise<void>((settled) => void browserTimers.after(SETTLE_MS, settled));
      };
      locks.request(key, { signal: AbortSignal.timeout(PATIENCE_MS) }, held).catch(reject);
    });
}
