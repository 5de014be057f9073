import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { ResolvedConfig } from '../config.js';

/**
 * One of the kit's other elements inside another one's light region, by its tag, with the same publisher and host. It lives in the light DOM
 * for the sake of password managers.
 */
export function nested(config: ResolvedConfig, form: 'login' | 'register' | 'capture', title: string): TemplateResult {
  const { publisherId, apiBase, tokenStorage } = config;
  const support = ifDefined(config.supportUrl);
  const lang = ifDefined(config.lang);
  const heading = html`<h3 class="cleeng-heading" slot="heading">${title}</h3>`;
  switch (form) {
    case 'login':
      // prettier-ignore
      return html`<cleeng-login switchable publisher-id=${publisherId} api-base=${apiBase} token-storage=${tokenStorage} support-url=${support} lang=${lang}>${heading}</cleeng-login>`;
    case 'register':
      // prettier-ignore
      return html`<cleeng-register switchable publisher-id=${publisherId} api-base=${apiBase} token-storage=${tokenStorage} support-url=${support} lang=${lang}>${heading}</cleeng-register>`;
    case 'capture':
      // prettier-ignore
      return html`<cleeng-capture publisher-id=${publisherId} api-base=${apiBase} token-storage=${tokenStorage} support-url=${support} lang=${lang}>${heading}</cleeng-capture>`;
  }
}
