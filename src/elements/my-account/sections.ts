import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { ResolvedConfig } from '../../config.js';

export const MY_ACCOUNT_SECTIONS = ['overview', 'plan', 'payment', 'purchases', 'profile'] as const;
export type MyAccountSection = (typeof MY_ACCOUNT_SECTIONS)[number];

/** A section that is an element of its own. */
export type NestedSection = Exclude<MyAccountSection, 'overview'>;

/** How what is shown in place is loaded; `define/` says. A section that is not named here is not offered. */
export type AccountLoaders = Readonly<Partial<Record<NestedSection | 'login' | 'register', () => Promise<unknown>>>>;

export const isSection = (name: string | null): name is MyAccountSection => MY_ACCOUNT_SECTIONS.some((section) => section === name);

interface SectionOptions {
  readonly config: ResolvedConfig;
  readonly offersUrl: string | undefined;
  readonly paymentUrl: string | undefined;
  readonly graceDays: number | undefined;
  readonly cancelFlow: unknown;
}

/** A section's element, with the same publisher and host. Its heading is the account's own. */
export function nestedSection(
  section: NestedSection,
  { config, offersUrl, paymentUrl, graceDays, cancelFlow }: SectionOptions,
): TemplateResult {
  const { publisherId, apiBase, tokenStorage } = config;
  const support = ifDefined(config.supportUrl);
  const lang = ifDefined(config.lang);
  const psp = ifDefined(config.pspBase);
  const heading = html`<span slot="heading" hidden></span>`;
  switch (section) {
    case 'plan':
      // prettier-ignore
      return html`<cleeng-plan publisher-id=${publisherId} api-base=${apiBase} token-storage=${tokenStorage} support-url=${support} lang=${lang} offers-url=${ifDefined(offersUrl)} payment-url=${ifDefined(paymentUrl)} grace-days=${ifDefined(graceDays)} .cancelFlow=${cancelFlow}>${heading}</cleeng-plan>`;
    case 'payment':
      // prettier-ignore
      return html`<cleeng-payment-details publisher-id=${publisherId} api-base=${apiBase} psp-base=${psp} token-storage=${tokenStorage} support-url=${support} lang=${lang}>${heading}</cleeng-payment-details>`;
    case 'purchases':
      // prettier-ignore
      return html`<cleeng-transactions publisher-id=${publisherId} api-base=${apiBase} token-storage=${tokenStorage} support-url=${support} lang=${lang}>${heading}</cleeng-transactions>`;
    case 'profile':
      // prettier-ignore
      return html`<cleeng-profile publisher-id=${publisherId} api-base=${apiBase} token-storage=${tokenStorage} support-url=${support} lang=${lang}>${heading}</cleeng-profile>`;
  }
}
