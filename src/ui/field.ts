import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

/** One labelled control with its hint and its error, all in one tree so that they can refer to each other. */
export interface FieldOptions {
  /** Unique on the page. */
  id: string;
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password' | 'tel' | 'date' | 'time';
  autocomplete?: string;
  required?: boolean;
  value?: string;
  maxlength?: number;
  hint?: string | undefined;
  error?: string | undefined;
  /** Text after the label of a field that may stay empty. */
  optional?: string | undefined;
  /** The earliest and the latest day of a date, `YYYY-MM-DD`. */
  min?: string;
  max?: string;
  /** A control inside the field's end: the button that shows a password. */
  action?: TemplateResult;
  /** Below the field, beside its hint: how strong a password is. */
  more?: TemplateResult;
}

export function field(options: FieldOptions): TemplateResult {
  const { id, name, label, type = 'text', autocomplete, required = false, value, maxlength, min, max, error, action, more } = options;
  const input = html`<input
    class="cleeng-input"
    part="input"
    id=${id}
    name=${name}
    type=${type}
    autocomplete=${ifDefined(autocomplete)}
    maxlength=${ifDefined(maxlength)}
    min=${ifDefined(min)}
    max=${ifDefined(max)}
    autocapitalize=${ifDefined(action && 'off')}
    spellcheck=${ifDefined(action && 'false')}
    ?required=${required}
    .defaultValue=${value ?? ''}
    aria-invalid=${error ? 'true' : 'false'}
    aria-describedby=${described(options) ?? nothing}
  />`;
  return html`<div class="cleeng-field" part="field">
    <label class="cleeng-label" part="label" for=${id}>${label}${optionalMark(options)}</label>
    ${action ? html`<div class="cleeng-with-action">${input}${action}</div>` : input} ${notes(options)} ${more ?? nothing}
  </div>`;
}

type Notes = Pick<FieldOptions, 'id' | 'hint' | 'error'>;

/** The ids of a control's hint and error, for `aria-describedby`. */
export function described({ id, hint, error }: Notes): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

/** Hint and error below a control. */
export const notes = ({ id, hint, error }: Notes) =>
  html`${hint ? html`<span class="cleeng-hint" part="hint" id="${id}-hint">${hint}</span>` : nothing}
  ${error ? html`<span class="cleeng-error" part="error" id="${id}-error">${error}</span>` : nothing}`;

/** The space is one text with the word: browsers leave one by itself out of a label's name. */
export const optionalMark = ({ optional }: Pick<FieldOptions, 'optional'>) =>
  optional ? html`<span class="cleeng-optional">${` ${optional}`}</span>` : nothing;
