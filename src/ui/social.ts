import { html, nothing, type TemplateResult } from 'lit';

/** Room for a publisher's own ways in, set apart from the form when there are any. */
export const social = (host: HTMLElement, or: string, onChange: () => void): TemplateResult => html`
  ${host.querySelector(':scope > [slot="social"]') ? html`<div class="or" aria-hidden="true">${or}</div>` : nothing}
  <slot name="social" @slotchange=${onChange}></slot>
`;
