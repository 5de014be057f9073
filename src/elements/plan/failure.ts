import { html, nothing, type TemplateResult } from 'lit';
import { errorText, type CleengError } from '../../controllers/error-text.js';
import type { Localize, Messages } from '../../i18n/localize.js';
import { notice } from '../../ui/notice.js';

/** That a change failed, and what therefore stays as it was; nothing while none did. */
export function failure<M extends Messages>(
  texts: Localize<M>,
  error: CleengError | undefined,
  unchanged: string,
  help: unknown,
): TemplateResult | typeof nothing {
  if (!error) return nothing;
  const reference = error.requestId && html`<small class="muted">${texts.text('error.reference', { id: error.requestId })}</small>`;
  return notice({ kind: 'error', text: `${unchanged} ${errorText(texts, error)}`, more: html`${help} ${reference || nothing}` });
}
