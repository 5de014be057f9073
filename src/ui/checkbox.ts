import { html, nothing, type TemplateResult } from 'lit';
import { described, notes, optionalMark } from './field.js';

export interface CheckboxOptions {
  id: string;
  name: string;
  /** Text, or text with links. */
  label: unknown;
  value?: string;
  checked?: boolean;
  required?: boolean;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: string | undefined;
}

/** A checkbox with its label and error. Nothing is ever ticked for anybody. */
export function checkbox(options: CheckboxOptions): TemplateResult {
  const { id, name, label, value = 'on', checked = false, required = false, hint, error } = options;
  return html`<div class="cleeng-check">
    <input
      class="cleeng-choice"
      type="checkbox"
      id=${id}
      name=${name}
      .value=${value}
      .defaultChecked=${checked}
      ?required=${required}
      aria-invalid=${error ? 'true' : 'false'}
      aria-describedby=${described({ id, hint, error }) ?? nothing}
    />
    <label class="cleeng-label" for=${id}>${label}${optionalMark(options)}</label>
    ${notes({ id, hint, error })}
  </div>`;
}
