import type { ResolvedConfig } from '../config.js';
import type { Scope } from '../context.js';
import { createHttp } from '../api/http.js';
import type { TokenHost } from '../ports.js';
import { Session } from '../session/session.js';
import { signedInAs } from '../session/state.js';
import { vaultTokens, type TokenStore } from '../session/tokens.js';
import { browserTimers } from './browser-ports.js';
import { browserVault } from './browser-tokens.js';
import { SessionChangeEvent } from './session-event.js';

/** What an element works with: its configuration, and the session of that publisher at that host. */
export interface Kit {
  /** Its language may change; with anything else comes another kit. */
  config: ResolvedConfig;
  readonly session: Session;
  /** A store shared by all elements of the same publisher and host, created at first need. */
  store<T>(key: string, create: () => T): T;
  /** The same, of the signed-in customer: it is gone when they are. `undefined` while nobody is signed in. */
  customerStore<T>(key: string, create: (customerId: string) => T): T | undefined;
}

/** Brings what a session needs when somebody is signed in. */
export type Bring = () => Promise<typeof import('./beside.js')>;

const bringLater: Bring = () => import('./beside.js');

/**
 * The kit of a configuration within a scope: elements with the same publisher, host and token storage get the same session.
 * @param bring by whom it has what comes beside it already
 */
export function kitOf(scope: Scope, config: ResolvedConfig, bring = bringLater): Kit {
  const prefix = `${config.publisherId}@${config.apiBase}/${config.tokenStorage}/`;
  const store = <T>(key: string, create: () => T): T => scope.store(prefix + key, create);
  const session = store('session', () => startSession(config, bring, () => scope.drop(`${prefix}customer/`)));
  if (config.adoptSession) void bring().then(({ adopt }) => adopt(session));
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
function startSession({ publisherId, apiBase, tokenStorage, tokenHost }: ResolvedConfig, bring: Bring, changed: () => void): Session {
  const key = `cleeng.session.${publisherId}@${apiBase}`;
  const send = createHttp(apiBase, browserTimers);
  const tokens =
    tokenStorage === 'host' && tokenHost
      ? publishersOwn(tokenHost, bring)
      : vaultTokens(browserVault(tokenStorage, key, async (...vault) => (await bring()).follow(...vault)));
  const session = new Session(publisherId, {
    send,
    tokens,
    timers: browserTimers,
    calls: async (session) => (await bring()).callsFor(session, tokenStorage, key, send, tokens),
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

/** The publisher's own storage: asked in time, told in order, loaded beside. */
function publishersOwn(host: TokenHost, bring: Bring): TokenStore {
  const store = bring().then(({ hostOf }) => hostOf(host));
  return { read: async (stale) => (await store).read(stale), write: async (tokens) => (await store).write(tokens), watch: () => undefined };
}
