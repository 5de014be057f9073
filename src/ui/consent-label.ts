import { html, type TemplateResult } from 'lit';

/** A consent's words, with links that leave the page alone. */
export const consentLabel = (parts: readonly { text: string; href?: string }[]): (string | TemplateResult)[] =>
  parts.map(({ text, href }) =>
    href ? html`<a class="cleeng-link" href=${href} target="_blank" rel="noopener noreferrer">${text}</a>` : text,
  );
