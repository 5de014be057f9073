'use client';
// Written by npm run manifest.
import type { EventName } from '@lit/react';
import { CleengOffers as Element } from '../../elements/offers/offers.js';
import type { OffersSelectEvent } from '../../index.js';
import { wrap } from '../wrap.js';

/**
 * Lists what the publisher sells, with the price a viewer pays where they are, and leads to the checkout: in place, or on your own page.
 *
 * A link to the page with `?cleeng-offer=S274093615_DE&cleeng-coupon=CODE` opens that offer's checkout at once, with the coupon: for those
 * who left and come back. Of an offer's custom parameters viewers see `badge` and those that begin with `feature_`, such as
 * `feature_Screens`, which are compared row by row.
 */
export const CleengOffers = /* @__PURE__ */ wrap(
  {
    displayName: 'CleengOffers',
    tagName: 'cleeng-offers',
    elementClass: Element,
    events: {
      /** Cancelable: the viewer chose an offer. */
      onOffersSelect: 'cleeng-offers-select' as EventName<OffersSelectEvent>,
    },
  },
  () => import('../../define/offers.js'),
);
