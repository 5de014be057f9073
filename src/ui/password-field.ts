import { html, type TemplateResult } from 'lit';
import { field, type FieldOptions } from './field.js';

export interface PasswordFieldOptions extends Omit<FieldOptions, 'type' | 'action'> {
  shown: boolean;
  /** Name of the button that shows the password; its pressed state says whether it does. */
  showLabel: string;
  onToggle: () => void;
}

/** A password with a button that shows it. */
export const passwordField = ({ shown, showLabel, onToggle, ...options }: PasswordFieldOptions): TemplateResult =>
  field({
    ...options,
    required: true,
    type: shown ? 'text' : 'password',
    action: html`<button
      class="cleeng-reveal"
      type="button"
      aria-label=${showLabel}
      aria-pressed=${shown ? 'true' : 'false'}
      aria-controls=${options.id}
      @click=${onToggle}
    >
      <svg width="22" height="22" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" aria-hidden="true">
        <path d="M2 12s3.6-7 10-7 10 7 10 7-3.6 7-10 7S2 12 2 12Z" />
        <circle cx="12" cy="12" r="3" />
        <path d=${shown ? 'M4 4l16 16' : ''} />
      </svg>
    </button>`,
  });
