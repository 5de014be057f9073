import { html, type TemplateResult } from 'lit';

/** Whom a password belongs to, for password managers: on forms that ask for nothing but a password they would save it without a name. */
export const username = (email: string): TemplateResult =>
  html`<input
    class="cleeng-hidden"
    type="text"
    name="username"
    autocomplete="username"
    tabindex="-1"
    aria-hidden="true"
    readonly
    .value=${email}
  />`;
