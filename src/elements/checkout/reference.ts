import { html, nothing, type TemplateResult } from 'lit';
import type { CleengError } from '../../controllers/error-text.js';
import type { Texts } from './wording.js';

/** The help at a failure, and under which number the platform has it: the first thing that help will ask for. */
export function helpWith(
  texts: Texts,
  { requestId }: Pick<CleengError, 'requestId'>,
  help: TemplateResult | typeof nothing,
): TemplateResult | typeof nothing {
  if (!requestId) return help;
  return html`${help} <small class="muted">${texts.text('error.reference', { id: requestId })}</small>`;
}
