import { toCleengError } from '../api/errors.js';
import { listCustomerConsents, saveConsents, type CustomerConsent } from '../api/consents.js';
import type { Session } from './session.js';

/** A publisher's proof of what somebody agreed to: which version, in which words, when. */
export interface ConsentRecord {
  readonly name: string;
  readonly version: string;
  readonly state: 'accepted' | 'declined';
  /** The text that was shown. */
  readonly text: string;
  /** ISO 8601, by the device's clock. */
  readonly at: string;
}

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

/** Keeps answers that the platform has not stored yet, across a reload of the tab. */
export interface ConsentMemory {
  recall(customerId: string): readonly ConsentRecord[] | undefined;
  keep(customerId: string, records: readonly ConsentRecord[]): void;
  forget(customerId: string): void;
}

/**
 * Stores what the signed-in customer has answered. Until the platform has it, it is kept; what the platform refuses for good, because the
 * publisher has changed the text meanwhile, is dropped, for then it is asked for anew.
 */
export async function storeConsents(session: Session, records: readonly ConsentRecord[], memory: ConsentMemory): Promise<void> {
  if (records.length === 0) return;
  const customerId = session.requireCustomerId();
  memory.keep(customerId, records);
  try {
    await saveConsents(
      session.customer,
      customerId,
      records.map(({ name, version, state: answer }) => ({ name, version, state: answer })),
    );
    memory.forget(customerId);
  } catch (thrown) {
    const error = toCleengError(thrown);
    if (error.code === 'invalid-request') memory.forget(customerId);
    throw error;
  }
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

/** What is known of a consent that somebody sees. */
type Shown = Pick<DueConsent, 'name' | 'version' | 'label'>;

/** The records of consents that were on screen: whatever was not ticked was declined. */
export function consentRecords(shown: readonly Shown[], isTicked: (index: number) => boolean, now: Date): ConsentRecord[] {
  const at = now.toISOString();
  return shown.map(({ name, version, label }, index) => {
    return { name, version, state: isTicked(index) ? 'accepted' : 'declined', text: labelText(label), at };
  });
}

/** A consent's label in pieces: plain text, and links that are safe to show. */
export type LabelPart = { readonly text: string; readonly href?: string };

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", nbsp: '\u00a0' };

/**
 * Reads the HTML of a label, which comes from a server, as text with links. Nothing else survives: not a tag, not an attribute, not an
 * address other than http and https.
 */
export function readLabel(label: string): LabelPart[] {
  const parts: LabelPart[] = [];
  let href: string | undefined;
  for (const token of label.split(/(<[^<>]*>)/)) {
    if (/^<a[\s>]/i.test(token)) href = safeHref(token);
    else if (/^<\/a/i.test(token)) href = undefined;
    else if (!token.startsWith('<') || !token.endsWith('>')) {
      const text = token.replace(/&(#39|\w+);/g, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole);
      if (text) parts.push(href ? { text, href } : { text });
    }
  }
  return parts;
}

function safeHref(tag: string): string | undefined {
  const [, , address = ''] = /\shref\s*=\s*(["'])(.*?)\1/i.exec(tag) ?? [];
  return /^https?:\/\//i.test(address) ? address.replace(/&amp;/g, '&') : undefined;
}

export const labelText = (label: string): string =>
  readLabel(label)
    .map((part) => part.text)
    .join('');
