import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../../ui/button.js';
import { notice } from '../../ui/notice.js';
import type { Texts } from './editor.js';
import type { ProfilePart } from './views.js';

interface PartOptions {
  texts: Texts;
  part: ProfilePart;
  content: TemplateResult;
  /** What came of the last change. */
  news: TemplateResult | typeof nothing;
  /** Opens its form. */
  onChange: (() => void) | undefined;
}

/** A part of the profile under a heading of its own. */
export function partCard({ texts, part, content, news, onChange }: PartOptions): TemplateResult {
  const title = texts.text(`profile.${part}`);
  return html`<div class="card" part="summary" data-part=${part}>
    <div class="title">
      <h3 tabindex="-1">${title}</h3>
      ${
        onChange
          ? html`<button
              class="cleeng-link"
              type="button"
              aria-label=${texts.text('profile.change-of', { section: title })}
              @click=${onChange}
            >
              ${texts.text('profile.change')}
            </button>`
          : nothing
      }
    </div>
    ${news} ${content}
  </div>`;
}

/** What is known, line by line. */
export const rowsOf = (texts: Texts, rows: readonly (readonly [label: string, value: string])[]): TemplateResult =>
  html`<dl>
    ${rows.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd ?data-empty=${!value}>${value || texts.text('profile.empty')}</dd>
        </div>`,
    )}
  </dl>`;

interface EditFormOptions {
  texts: Texts;
  fields: TemplateResult;
  /** Why the last attempt failed, where no field is to blame. */
  failure: string | undefined;
  help: TemplateResult | typeof nothing;
  busy: boolean;
  /** Seconds until the form may be sent again. */
  seconds: number;
  onSubmit: (event: SubmitEvent) => void;
  onInput: (event: Event) => void;
  onChange: (event: Event) => void;
  onKeep: () => void;
}

/** A form of the profile, in the light DOM. */
export const editForm = (o: EditFormOptions): TemplateResult =>
  html`<form class="cleeng-form" novalidate method="post" @submit=${o.onSubmit} @input=${o.onInput} @change=${o.onChange}>
    ${o.failure ? notice({ kind: 'error', text: o.failure, more: o.help }) : nothing} ${o.fields}
    <div class="cleeng-actions">
      ${button({
        label: o.seconds ? o.texts.text('action.wait', { seconds: o.seconds }) : o.texts.text('profile.save'),
        busy: o.busy && o.texts.text('profile.saving'),
        off: o.seconds > 0,
        kind: 'primary',
        type: 'submit',
      })}
      ${button({ label: o.texts.text('profile.keep'), onClick: o.onKeep })}
    </div>
  </form>`;
