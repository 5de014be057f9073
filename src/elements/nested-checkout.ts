import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { ResolvedConfig } from '../config.js';

/** What an element knows about the purchase it opens in place. */
export interface CheckoutOptions {
  readonly offerId: string;
  readonly couponCode: string | undefined;
  /** Where the bank and PayPal send the viewer back to: a page where the same element opens the same offer again. */
  readonly returnUrl: string;
  readonly termsUrl: string | undefined;
  readonly accountUrl: string | undefined;
}

/** The checkout inside another element's light region, by its tag, with the same publisher and host. */
// prettier-ignore
export const nestedCheckout = (config: ResolvedConfig, o: CheckoutOptions): TemplateResult =>
  html`<cleeng-checkout offer-id=${o.offerId} coupon-code=${ifDefined(o.couponCode)} return-url=${o.returnUrl} terms-url=${ifDefined(o.termsUrl)} account-url=${ifDefined(o.accountUrl)} publisher-id=${config.publisherId} api-base=${config.apiBase} psp-base=${ifDefined(config.pspBase)} token-storage=${config.tokenStorage} support-url=${ifDefined(config.supportUrl)} lang=${ifDefined(config.lang)}></cleeng-checkout>`;
