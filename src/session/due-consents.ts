import { listCustomerConsents, type CustomerConsent } from '../api/customer-consents.js';
import type { ConsentMemory } from './consents.js';
import { storeConsents } from './store-consents.js';
import type { Session } from './session.js';

/** A consent to ask the signed-in viewer for. */
export interface DueConsent {
  readonly name: string;
  /** The version asked for now. */
  readonly version: string;
  /** HTML from a server: read it with `readLabel`. */
  readonly label: string;
  readonly required: boolean;
  /** The version answered earlier, when the text has changed since. */
  readonly before: string | undefined;
}

/** What the signed-in customer has to be asked for now. Answers kept from before are stored first. */
export async function readDueConsents(session: Session, memory: ConsentMemory, signal?: AbortSignal): Promise<DueConsent[]> {
  const customerId = session.requireCustomerId();
  await storeConsents(session, memory.recall(customerId) ?? [], memory);
  return dueConsents(await listCustomerConsents(session.customer, customerId, signal));
}

/** The consents that changed since they were answered, and the required ones that are not given (contract, 3.9). */
export function dueConsents(list: readonly CustomerConsent[]): DueConsent[] {
  return list.flatMap(({ name, label, required, state, version, newestVersion, needsUpdate }) => {
    const changed = needsUpdate || isNewer(newestVersion, version);
    if (!changed && !(required && state === 'declined')) return [];
    return [{ name, label, required, version: newestVersion, before: changed ? version : undefined }];
  });
}

/** Versions are numbers written as text: 10 is newer than 9. */
export function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0;
}
