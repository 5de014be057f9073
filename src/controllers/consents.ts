import { listPublisherConsents, type PublisherConsent } from '../api/identity.js';
import { Resource } from '../session/resource.js';
import type { Kit } from './kit.js';

export type { PublisherConsent } from '../api/identity.js';

/** What the publisher asks people to agree to; read once for all elements. */
export function publisherConsentsOf(kit: Kit): Resource<PublisherConsent[]> {
  return kit.store('consents', () => new Resource((signal) => listPublisherConsents(kit.session.guest, kit.config.publisherId, signal)));
}
