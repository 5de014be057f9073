'use client';
// Written by npm run manifest.
import type { EventName } from '@lit/react';
import { CleengPaywall as Element } from '../../elements/paywall/paywall.js';
import type { PaywallChangeEvent } from '../../index.js';
import { wrap } from '../wrap.js';

/**
 * Shows its content to viewers who have access to an offer, and to all others why they have none and what they can do about it. It follows
 * a login, a purchase, a logout and the end of a plan without a reload.
 *
 * **This gate is for display only.** Whatever a page holds can be read by whoever has the page, hidden or not. Whether a stream is handed
 * out must be decided by your video back end, which asks the platform itself; never put anything secret between these tags.
 *
 * The content is not rendered before the platform has said yes. Until the script has come the browser knows nothing of that, so give your
 * page the rule `cleeng-paywall:not(:defined) { display: none }`. Hidden media still load: start players on `cleeng-paywall-change`.
 *
 * A link to the page with `?cleeng-offer=<offer-id>&cleeng-coupon=CODE` opens the checkout at once, with the coupon: for those who left and
 * come back.
 */
export const CleengPaywall = /* @__PURE__ */ wrap(
  {
    displayName: 'CleengPaywall',
    tagName: 'cleeng-paywall',
    elementClass: Element,
    events: {
      /** The platform's answer came, or changed. */
      onPaywallChange: 'cleeng-paywall-change' as EventName<PaywallChangeEvent>,
    },
  },
  () => import('../../define/paywall.js'),
);
