import { html, nothing, type TemplateResult } from 'lit';

export interface NoticeOptions {
  kind: 'error' | 'success' | 'info';
  text: unknown;
  /** A way on: a button, a link. */
  more?: TemplateResult | typeof nothing;
}

/** Something the viewer has to know, announced as it appears: errors at once, the rest when the reader pauses. */
export const notice = ({ kind, text, more = nothing }: NoticeOptions): TemplateResult => html`
  <div class="cleeng-notice" part="notice" data-kind=${kind} role=${kind === 'error' ? 'alert' : 'status'}>
    <div>${text}</div>
    ${more === nothing ? nothing : html`<div>${more}</div>`}
  </div>
`;

/** A wait that says so; announced politely. */
export const loading = (text: string): TemplateResult => html`
  <p class="cleeng-loading" role="status"><span class="cleeng-spinner" aria-hidden="true"></span> ${text}</p>
`;
