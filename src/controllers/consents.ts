import { listPublisherConsents, type PublisherConsent } from '../api/consents.js';
import type { ConsentMemory, ConsentRecord } from '../session/consents.js';
import { Resource } from '../session/resource.js';
import { browserVault } from './browser-tokens.js';
import type { Kit } from './kit.js';

export type { PublisherConsent } from '../api/consents.js';

/** What the publisher asks people to agree to; read once for all elements. */
export function publisherConsentsOf(kit: Kit): Resource<PublisherConsent[]> {
  return kit.store('consents', () => new Resource((signal) => listPublisherConsents(kit.session.guest, kit.config.publisherId, signal)));
}

/** Answers that wait to be stored, in the tab's own storage. */
export function consentMemory({ config, store }: Kit): ConsentMemory {
  const vaultOf = (customerId: string) =>
    store(`unsent/${customerId}`, () => browserVault('session', `cleeng.consents.${config.publisherId}@${config.apiBase}.${customerId}`));
  return {
    recall(customerId) {
      try {
        const kept: unknown = JSON.parse(vaultOf(customerId).read() ?? 'null');
        return Array.isArray(kept) ? (kept as ConsentRecord[]) : undefined;
      } catch {
        return undefined;
      }
    },
    keep: (customerId, records) => vaultOf(customerId).write(JSON.stringify(records)),
    forget: (customerId) => vaultOf(customerId).write(null),
  };
}
