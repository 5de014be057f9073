import type { ResolvedConfig } from '../config.js';
import type { Scope } from '../context.js';
import { createHttp } from '../api/http.js';
import type { TokenHost } from '../ports.js';
import { Session } from '../session/session.js';
import { signedInAs } from '../session/state.js';
import { hold, vaultTokens, type TokenStore } from '../session/tokens.js';
import { browserTimers } from './browser-ports.js';
import { browserLock, browserVault, storageArea } from './browser-tokens.js';
import { SessionChangeEvent } from './session-event.js';

/** What an element works with: its configuration, and the session of that publisher at that host. */
export interface Kit {
  readonly config: ResolvedConfig;
  readonly session: Session;
  /** A store shared by all elements of the same publisher and host, created at first need. */
  store<T>(key: string, create: () => T): T;
  /** The same, of the signed-in customer: it is gone when they are. `undefined` while nobody is signed in. */
  customerStore<T>(key: string, create: (customerId: string) => T): T | undefined;
}

/** The kit of a configuration within a scope: elements with the same publisher, host and token storage get the same session. */
export function kitOf(scope: Scope, config: ResolvedConfig): Kit {
  const prefix = `${config.publisherId}@${config.apiBase}/${config.tokenStorage}/`;
  const store = <T>(key: string, create: () => T): T => scope.store(prefix + key, create);
  const session = store('session', () => startSession(config, () => scope.drop(`${prefix}customer/`)));
  if (config.adoptSession) void adopt(session);
  return {
    config,
    store,
    session,
    customerStore(key, create) {
      const { customerId } = session;
      return customerId === undefined ? undefined : store(`customer/${customerId}/${key}`, () => create(customerId));
    },
  };
}

/** @param changed called when somebody else, or nobody, is signed in */
function startSession({ publisherId, apiBase, tokenStorage, tokenHost }: ResolvedConfig, changed: () => void): Session {
  const key = `cleeng.session.${publisherId}@${apiBase}`;
  const session = new Session(publisherId, {
    send: createHttp(apiBase, browserTimers),
    tokens: tokenStorage === 'host' && tokenHost ? publishersOwn(tokenHost) : vaultTokens(browserVault(tokenStorage, key)),
    lock: browserLock(tokenStorage, key),
    timers: browserTimers,
  });
  let viewer = session.customerId;
  session.subscribe(() => {
    const now = signedInAs(session.state);
    // That tokens are being renewed is nobody's business.
    if (now !== undefined && now === viewer) return;
    viewer = now;
    changed();
    document.documentElement.dispatchEvent(new SessionChangeEvent(session.state));
  });
  return session;
}

function publishersOwn(host: TokenHost): TokenStore {
  const store = import('../session/token-host.js').then(({ hostTokens }) => hostTokens(host, browserTimers, hold));
  return { read: async (stale) => (await store).read(stale), write: async (tokens) => (await store).write(tokens), watch: () => undefined };
}

async function adopt(session: Session): Promise<void> {
  const storage = storageArea('local');
  if (storage) (await import('../session/peer.js')).adoptPeerSession(session, storage);
}
