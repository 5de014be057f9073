import { resolveConfig, type KitConfig } from '../config.js';
import { pageScope } from '../context.js';
import type { SessionState } from '../session/session.js';
import { kitOf } from './kit.js';

/**
 * Who is signed in now, for the parts of a site that are not elements of the kit; `cleeng-session-change` tells of every change.
 * @param config which publisher and host, where that differs from `configure()`
 * @throws {ConfigError} when no publisher is set
 */
export function currentSession(config: KitConfig = {}): SessionState {
  const scope = pageScope();
  return kitOf(scope, resolveConfig(config, scope.config.state)).session.state;
}
