import { readDueConsents, type DueConsent } from '../session/due-consents.js';
import { Resource } from '../session/resource.js';
import { consentMemory } from './consents.js';
import type { Kit } from './kit.js';

/** What the signed-in customer has to be asked for; `undefined` while nobody is signed in. */
export function dueConsentsOf(kit: Kit): Resource<DueConsent[]> | undefined {
  return kit.customerStore('consents', () => new Resource((signal) => readDueConsents(kit.session, consentMemory(kit), signal)));
}
