import { html, type TemplateResult } from 'lit';

export interface ButtonOptions {
  label: string;
  /** What it says while it works; also makes it busy. Stays focusable, so that nobody loses their place. */
  busy?: string | false;
  /** It does nothing for now, and looks so. */
  off?: boolean;
  kind?: 'primary' | 'plain';
  type?: 'submit' | 'button';
  onClick?: () => void;
  /** Its name for publishers' styles, inside a shadow frame. */
  part?: string;
}

export function button({
  label,
  busy = false,
  off = false,
  kind = 'plain',
  type = 'button',
  onClick,
  part = 'button',
}: ButtonOptions): TemplateResult {
  return html`<button
    class="cleeng-button ${kind === 'primary' ? 'cleeng-submit' : ''}"
    type=${type}
    part=${part}
    aria-disabled=${busy || off ? 'true' : 'false'}
    aria-busy=${busy ? 'true' : 'false'}
    @click=${onClick}
  >
    ${busy ? html`<span class="cleeng-spinner" aria-hidden="true"></span>${busy}` : label}
  </button>`;
}
