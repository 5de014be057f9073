import { html, type TemplateResult } from 'lit';
import type { Part } from '../../controllers/part.js';
import { button } from '../../ui/button.js';
import { notice } from '../../ui/notice.js';
import type { Texts } from './wording.js';

/** A part of the element did not come over the network. */
export function partFailed(texts: Texts, part: Part<unknown>, help: unknown): TemplateResult {
  const again = button({ label: texts.text('action.retry'), onClick: () => void part.fetch() });
  return notice({ kind: 'error', text: texts.text('checkout.part-failed'), more: html`${again} ${help}` });
}
