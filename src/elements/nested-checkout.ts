import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { offerLink, type OfferLink } from '../catalogue/link.js';
import type { ResolvedConfig } from '../config.js';

/** What an element that opens a checkout in place passes on to it. */
export interface CheckoutHost {
  readonly returnUrl?: string;
  readonly termsUrl?: string;
  readonly accountUrl?: string;
}

/**
 * The checkout inside another element's light region, by its tag, with the same publisher and host. The bank and PayPal send the viewer back
 * to an address at which the element opens the same offer again.
 */
export function nestedCheckout(config: ResolvedConfig, host: CheckoutHost, link: OfferLink): TemplateResult {
  const { publisherId, apiBase, pspBase, tokenStorage, supportUrl, lang } = config;
  const back = offerLink(new URL(host.returnUrl || location.href, location.href).href, link);
  // prettier-ignore
  return html`<cleeng-checkout offer-id=${link.offerId} coupon-code=${ifDefined(link.couponCode)} return-url=${back} terms-url=${ifDefined(host.termsUrl)} account-url=${ifDefined(host.accountUrl)} publisher-id=${publisherId} api-base=${apiBase} psp-base=${ifDefined(pspBase)} token-storage=${tokenStorage} support-url=${ifDefined(supportUrl)} lang=${ifDefined(lang)}></cleeng-checkout>`;
}
