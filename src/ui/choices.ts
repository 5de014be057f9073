import { html, nothing, type TemplateResult } from 'lit';
import { described, notes, optionalMark } from './field.js';

export interface ChoiceOptions {
  id: string;
  name: string;
  label: string;
  options: readonly { value: string; text: string }[];
  value: string;
  required: boolean;
  autocomplete?: string | undefined;
  /** The empty first entry of a select. */
  choose: string;
  error?: string | undefined;
  optional?: string | undefined;
}

/** A native select. */
export const select = (o: ChoiceOptions): TemplateResult =>
  html`<div class="cleeng-field">
    <label class="cleeng-label" for=${o.id}>${o.label}${optionalMark(o)}</label>
    <select
      class="cleeng-input"
      id=${o.id}
      name=${o.name}
      autocomplete=${o.autocomplete ?? 'off'}
      ?required=${o.required}
      aria-invalid=${o.error ? 'true' : 'false'}
      aria-describedby=${described(o) ?? nothing}
    >
      <option value="">${o.choose}</option>
      ${o.options.map(({ value, text }) => html`<option value=${value} ?selected=${value === o.value}>${text}</option>`)}
    </select>
    ${notes(o)}
  </div>`;

/** Native radio buttons in a named group. */
export const radios = (o: ChoiceOptions): TemplateResult =>
  html`<fieldset class="cleeng-group" aria-describedby=${described(o) ?? nothing}>
    <legend class="cleeng-label">${o.label}${optionalMark(o)}</legend>
    ${o.options.map(
      ({ value, text }, index) =>
        html`<div class="cleeng-check">
          <input
            class="cleeng-choice"
            type="radio"
            id="${o.id}-${index}"
            name=${o.name}
            value=${value}
            .defaultChecked=${value === o.value}
            ?required=${o.required}
          />
          <label class="cleeng-label" for="${o.id}-${index}">${text}</label>
        </div>`,
    )}
    ${notes(o)}
  </fieldset>`;
