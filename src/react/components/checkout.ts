'use client';
// Written by npm run manifest.
import type { EventName } from '@lit/react';
import { CleengCheckout as Element } from '../../elements/checkout/checkout.js';
import type {
  CheckoutCompleteEvent,
  CheckoutCouponEvent,
  CheckoutErrorEvent,
  CheckoutRedeemEvent,
  CheckoutRedirectEvent,
  CheckoutStepEvent,
} from '../../index.js';
import { wrap } from '../wrap.js';

/**
 * Sells one offer: shows it, has the viewer log in or register in place, takes the payment with Adyen's Drop-in or PayPal, and says thank you
 * once the platform has confirmed it.
 */
export const CleengCheckout = /* @__PURE__ */ wrap(
  {
    displayName: 'CleengCheckout',
    tagName: 'cleeng-checkout',
    elementClass: Element,
    events: {
      /** Another step is shown. */
      onCheckoutStep: 'cleeng-checkout-step' as EventName<CheckoutStepEvent>,
      /** The platform has confirmed the purchase, once for each. */
      onCheckoutComplete: 'cleeng-checkout-complete' as EventName<CheckoutCompleteEvent>,
      /** A gift was redeemed. */
      onCheckoutRedeem: 'cleeng-checkout-redeem' as EventName<CheckoutRedeemEvent>,
      /** A coupon was applied, removed or refused. */
      onCheckoutCoupon: 'cleeng-checkout-coupon' as EventName<CheckoutCouponEvent>,
      /** An attempt failed; the element shows why. */
      onCheckoutError: 'cleeng-checkout-error' as EventName<CheckoutErrorEvent>,
      /** Cancelable: the page is about to be left for the bank's or PayPal's. */
      onCheckoutRedirect: 'cleeng-checkout-redirect' as EventName<CheckoutRedirectEvent>,
    },
  },
  () => import('../../define/checkout.js'),
);
