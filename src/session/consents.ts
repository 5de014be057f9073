import { saveConsents } from '../api/identity.js';
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

/** Stores the answers of the customer who has just registered. */
export async function storeConsents(session: Session, records: readonly ConsentRecord[]): Promise<void> {
  if (records.length === 0) return;
  await saveConsents(
    session.customer,
    session.requireCustomerId(),
    records.map(({ name, version, state: answer }) => ({ name, version, state: answer })),
  );
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
  for (const token of label.split(/(<[^>]*>)/)) {
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
