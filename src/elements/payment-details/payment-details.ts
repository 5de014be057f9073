import { property } from 'lit/decorators.js';
import type { AdyenConfiguration } from '../../config.js';
import type { Kit } from '../../controllers/kit.js';
import { paymentDetailsOf } from '../../controllers/payment-details.js';
import { plansOf } from '../../controllers/plans.js';
import { AccountSection } from '../account-section.js';
import type { PaymentDetailsView } from './views.js';

/**
 * Shows a viewer what pays for which of their plans, and lets them add, replace and remove it: by Adyen's card form, with whatever the bank
 * asks, and by PayPal. New details take the place of the old ones, which are removed only when the platform has confirmed the new ones.
 *
 * The bank and PayPal send the viewer back to the page, or to `return-url`, where this element finishes what was begun.
 *
 * @summary What a viewer pays with: add, replace, remove.
 * @fires {AccountChangeEvent} cleeng-account-change - The platform has confirmed a change (`payment-details-added`, `-replaced`, `-removed`).
 * @fires {AccountErrorEvent} cleeng-account-error - It has not; the element shows why.
 * @slot heading - Replaces the heading.
 * @slot empty - Shown when there are no payment details.
 * @slot footer - Below everything.
 * @csspart form - Around everything.
 * @csspart heading - The default heading.
 * @csspart summary - Payment details.
 * @csspart submit - The button that saves or removes.
 * @csspart notice - A message about what happened.
 * @csspart badge - A word on how something stands.
 * @csspart button - Any other button.
 */
export class CleengPaymentDetails extends AccountSection<PaymentDetailsView> {
  /** Where the bank and PayPal send the viewer back to; the page itself unless set. The page there must show this element. */
  @property({ attribute: 'return-url' }) returnUrl?: string;
  /** Your own settings for Adyen's Drop-in; see {@link AdyenConfiguration}. */
  @property({ attribute: false }) adyenConfiguration?: AdyenConfiguration;

  protected override readonly heading = 'payment-details.heading';

  protected override prefetch(kit: Kit): void {
    void paymentDetailsOf(kit)?.load();
    void plansOf(kit)?.load();
  }

  protected override async loadBody() {
    const { Details } = await import('./body.js');
    return new Details(this);
  }
}
