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

/** Keeps answers that the platform has not stored yet, across a reload of the tab. */
export interface ConsentMemory {
  recall(customerId: string): readonly ConsentRecord[] | undefined;
  keep(customerId: string, records: readonly ConsentRecord[]): void;
  forget(customerId: string): void;
}

/** What is known of a consent that somebody sees. */
interface Shown {
  readonly name: string;
  readonly version: string;
  readonly label: string;
}

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
    if (!token.startsWith('<') || !token.endsWith('>')) {
      const text = token.replace(/&(#39|\w+);/g, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole);
      if (text) parts.push(href ? { text, href } : { text });
    } else if (/^<a[\s>]/i.test(token)) href = safeHref(token);
    else if (/^<\/a/i.test(token)) href = undefined;
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
