import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { ResolvedConfig } from '../config.js';

/** What an element shows of the kit inside itself. */
export type Nestable = 'login' | 'register' | 'capture' | 'consents';

/** How those elements are loaded when they are first needed; `define/` says, for only there they are registered. */
export type Loaders = Readonly<Partial<Record<Nestable, () => Promise<unknown>>>>;

/**
 * One of the kit's other elements inside another one's light region, by its tag, with the same publisher and host. It lives in the light DOM
 * for the sake of password managers.
 * @param title replaces its own heading
 * @param steps whether a login sees to what comes after it itself, instead of the element around it
 */
export function nested(config: ResolvedConfig, form: Nestable, title?: string, steps = false): TemplateResult {
  const { publisherId, apiBase, tokenStorage } = config;
  const support = ifDefined(config.supportUrl);
  const lang = ifDefined(config.lang);
  const heading = title ? html`<h3 class="cleeng-heading" slot="heading">${title}</h3>` : nothing;
  switch (form) {
    case 'login':
      // prettier-ignore
      return html`<cleeng-login switchable ?no-steps=${!steps} publisher-id=${publisherId} api-base=${apiBase} token-storage=${tokenStorage} support-url=${support} lang=${lang}>${heading}</cleeng-login>`;
    case 'register':
      // prettier-ignore
      return html`<cleeng-register switchable ?no-steps=${!steps} publisher-id=${publisherId} api-base=${apiBase} token-storage=${tokenStorage} support-url=${support} lang=${lang}>${heading}</cleeng-register>`;
    case 'capture':
      // prettier-ignore
      return html`<cleeng-capture publisher-id=${publisherId} api-base=${apiBase} token-storage=${tokenStorage} support-url=${support} lang=${lang}>${heading}</cleeng-capture>`;
    case 'consents':
      // prettier-ignore
      return html`<cleeng-consents publisher-id=${publisherId} api-base=${apiBase} token-storage=${tokenStorage} support-url=${support} lang=${lang}>${heading}</cleeng-consents>`;
  }
}
