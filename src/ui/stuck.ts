import { html, type TemplateResult } from 'lit';
import { button } from './button.js';
import { notice } from './notice.js';

/** Something could not be read or done: what, and the ways on. */
export const stuck = (text: string, actions: readonly (readonly [label: string, act: () => unknown])[], help: unknown): TemplateResult =>
  notice({
    kind: 'error',
    text,
    more: html`<div class="row">
      ${actions.map(([label, act]) => button({ label, part: 'submit', onClick: () => void act() }))} ${help}
    </div>`,
  });
