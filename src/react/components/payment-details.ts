'use client';
// Written by npm run manifest.
import type { EventName } from '@lit/react';
import { CleengPaymentDetails as Element } from '../../elements/payment-details/payment-details.js';
import type { AccountChangeEvent, AccountErrorEvent } from '../../index.js';
import { wrap } from '../wrap.js';

/**
 * Shows a viewer what pays for which of their plans, and lets them add, replace and remove it: by Adyen's card form, with whatever the bank
 * asks, and by PayPal. New details take the place of the old ones, which are removed only when the platform has confirmed the new ones.
 *
 * The bank and PayPal send the viewer back to the page, or to `return-url`, where this element finishes what was begun.
 */
export const CleengPaymentDetails = /* @__PURE__ */ wrap(
  {
    displayName: 'CleengPaymentDetails',
    tagName: 'cleeng-payment-details',
    elementClass: Element,
    events: {
      /** The platform has confirmed a change (`payment-details-added`, `-replaced`, `-removed`). */
      onAccountChange: 'cleeng-account-change' as EventName<AccountChangeEvent>,
      /** It has not; the element shows why. */
      onAccountError: 'cleeng-account-error' as EventName<AccountErrorEvent>,
    },
  },
  () => import('../../define/payment-details.js'),
);
