import { readDueConsents, type DueConsent } from '../session/due-consents.js';
import { Resource } from '../session/resource.js';
import { consentMemory } from './consents.js';
import type { Kit } from './kit.js';

/** What the signed-in customer has to be asked for; `undefined` while nobody is signed in. */
export function dueConsentsOf(kit: Kit): Resource<DueConsent[]> | undefined {
  const { state } = kit.session;
  if (!('customerId' in state)) return undefined;
  return kit.store(
    `consents/${state.customerId}`,
    () => new Resource((signal) => readDueConsents(kit.session, consentMemory(kit), signal)),
  );
}
