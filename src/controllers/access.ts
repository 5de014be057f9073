import { readAccess, type Access } from '../catalogue/access.js';
import { Gate } from '../catalogue/gate.js';
import { resolveConfig, type KitConfig } from '../config.js';
import { pageScope } from '../context.js';
import { browserTimers } from './browser-ports.js';
import { kitOf, type Kit } from './kit.js';

/** Whether the viewer has access to an offer, followed as long as an element watches; one question for all elements that ask the same. */
export const gateOf = (kit: Kit, offerId: string): Gate =>
  kit.store(`gate/${offerId}`, () => new Gate(offerId, { session: kit.session, timers: browserTimers }));

/**
 * Asks the platform whether the viewer has access to an offer, for the parts of a site that are not elements of the kit. The session is
 * renewed first where it needs to be.
 *
 * The answer is for display. A page can be changed by whoever looks at it: the publisher's video back end must ask the platform itself
 * before it hands out a stream.
 * @param offerId a long id such as `S274093615_DE`, or a short one, which means the offer in any country
 * @param config which publisher and host, where that differs from `configure()`
 * @throws {ConfigError} when no publisher is set
 * @throws {CleengError} when the platform cannot be reached: that is neither yes nor no
 */
export async function isEntitled(offerId: string, config: KitConfig = {}): Promise<Access> {
  const scope = pageScope();
  const { session } = kitOf(scope, resolveConfig(config, scope.config.state));
  return readAccess(session, browserTimers, offerId);
}
