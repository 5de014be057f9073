import { readConsents, type GivenConsent } from '../account/profile.js';
import { Resource } from '../session/resource.js';
import type { Kit } from './kit.js';

/** How the signed-in customer has answered the publisher's consents; `undefined` while nobody is signed in. */
export function consentsOf(kit: Kit): Resource<GivenConsent[]> | undefined {
  return kit.customerStore('given-consents', () => new Resource((signal) => readConsents(kit.session, signal)));
}
