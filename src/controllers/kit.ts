import type { ResolvedConfig } from '../config.js';
import type { Scope } from '../context.js';
import { createHttp } from '../api/http.js';
import { Session } from '../session/session.js';
import { browserLock, browserTimers, browserVault } from './browser-ports.js';
import { SessionChangeEvent } from './session-event.js';

/** What an element works with: its configuration, and the session of that publisher at that host. */
export interface Kit {
  readonly config: ResolvedConfig;
  readonly session: Session;
  /** A store shared by all elements of the same publisher and host, created at first need. */
  store<T>(key: string, create: () => T): T;
}

/** The kit of a configuration within a scope: elements with the same publisher and host get the same session. */
export function kitOf(scope: Scope, config: ResolvedConfig): Kit {
  const prefix = `${config.publisherId}@${config.apiBase}`;
  const store = <T>(key: string, create: () => T): T => scope.store(`${prefix}/${key}`, create);
  return { config, store, session: store('session', () => startSession(config)) };
}

function startSession({ publisherId, apiBase, tokenStorage }: ResolvedConfig): Session {
  const session = new Session(publisherId, {
    send: createHttp(apiBase, browserTimers),
    vault: browserVault(tokenStorage, `cleeng.session.${publisherId}@${apiBase}`),
    lock: browserLock,
    timers: browserTimers,
  });
  session.subscribe(() => document.documentElement.dispatchEvent(new SessionChangeEvent(session.state)));
  return session;
}
