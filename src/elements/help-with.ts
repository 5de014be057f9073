import { html, nothing, type TemplateResult } from 'lit';
import type { common } from '../i18n/en/common.js';
import type { Localize } from '../i18n/localize.js';

/** The help at a failure, and under which number the platform has it: the first thing that help will ask for. */
export function helpWith(
  texts: Pick<Localize<typeof common>, 'text'>,
  { requestId }: { readonly requestId?: string | undefined },
  help: TemplateResult | typeof nothing,
): TemplateResult | typeof nothing {
  if (!requestId) return help;
  return html`${help} <small class="muted">${texts.text('error.reference', { id: requestId })}</small>`;
}
