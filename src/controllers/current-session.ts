import { toCleengError } from '../api/errors.js';
import { resolveConfig, type KitConfig } from '../config.js';
import { pageScope } from '../context.js';
import type { SessionTokens } from '../ports.js';
import * as calls from '../session/customer-calls.js';
import type { Session } from '../session/session.js';
import type { SessionState } from '../session/state.js';
import { kitOf } from './kit.js';

/*
 * The session for the parts of a site that are not elements of the kit. Every function takes which publisher and host is meant, where that
 * differs from `configure()`, and throws a ConfigError when no publisher is set.
 */

/** Who is signed in now; `cleeng-session-change` tells of every change. */
export function currentSession(config: KitConfig = {}): SessionState {
  return sessionOf(config).state;
}

/**
 * Signs a viewer in with tokens that your own login or SSO got from the platform (`POST /sso/auths`), or out with `null`: in every element,
 * and in every tab that shares the session.
 * @throws {CleengError} `bad-answer` when the JWT names no customer
 */
export function setTokens(tokens: SessionTokens | null, config: KitConfig = {}): void {
  const session = sessionOf(config);
  if (tokens) session.signIn(tokens);
  else session.logout();
}

/**
 * The viewer's JWT for your own calls of the platform, good for a minute at least and renewed if need be; `null` when nobody is signed in. Ask
 * before every call, and keep it out of addresses and logs.
 * @throws {CleengError} when it cannot be renewed now, for example without a connection
 */
export async function getToken(config: KitConfig = {}): Promise<string | null> {
  try {
    return (await sessionOf(config).fresh()).jwt;
  } catch (error) {
    const known = toCleengError(error);
    if (['unauthenticated', 'session-ended', 'aborted'].includes(known.code)) return null;
    throw known;
  }
}

/**
 * Has the platform end every session of the viewer, on all their devices, and signs them out here.
 * @throws {CleengError} when that failed: nobody is signed out then
 */
export function signOutEverywhere(config: KitConfig = {}): Promise<void> {
  return calls.signOutEverywhere(sessionOf(config));
}

function sessionOf(config: KitConfig): Session {
  const scope = pageScope();
  return kitOf(scope, resolveConfig(config, scope.config.state)).session;
}
