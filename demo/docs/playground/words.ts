import { html, type TemplateResult } from 'lit';

/** A description with its code marked: text between backticks. */
export const words = (text: string): TemplateResult =>
  html`${text.split('`').map((part, index) => (index % 2 ? html`<code>${part}</code>` : part))}`;
