import { html, type TemplateResult } from 'lit';

/** Characters before the first word that was looked for, and altogether. */
const [BEFORE, LENGTH] = [40, 150];

/** What stands around the words that were looked for, with them marked. */
export function excerpt(text: string, query: string): TemplateResult {
  const words = query.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  if (!words.length) return html`${text.slice(0, LENGTH)}`;
  const pattern = new RegExp(`(${words.join('|')})`, 'giu');
  const from = (pattern.exec(text)?.index ?? 0) - BEFORE;
  // No word is cut at the beginning.
  const start = from > 0 ? text.indexOf(' ', from) + 1 : 0;
  const shown = text.slice(start, start + LENGTH);
  const parts = shown.split(pattern).map((part, index) => (index % 2 ? html`<mark>${part}</mark>` : part));
  return html`${start ? '… ' : ''}${parts}${start + LENGTH < text.length ? ' …' : ''}`;
}
