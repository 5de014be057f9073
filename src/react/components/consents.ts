'use client';
// Written by npm run manifest.
import type { EventName } from '@lit/react';
import { CleengConsents as Element } from '../../elements/consents/consents.js';
import type { ConsentsCompleteEvent, ConsentsErrorEvent } from '../../index.js';
import { wrap } from '../wrap.js';

/**
 * Asks the signed-in viewer for consents that changed since they were answered, and for required ones that are not given. None is ever
 * ticked beforehand, and only what was on screen is stored.
 */
export const CleengConsents = /* @__PURE__ */ wrap(
  {
    displayName: 'CleengConsents',
    tagName: 'cleeng-consents',
    elementClass: Element,
    events: {
      /** The answers are stored, or none were due. */
      onConsentsComplete: 'cleeng-consents-complete' as EventName<ConsentsCompleteEvent>,
      /** Storing them failed; the element shows why. */
      onConsentsError: 'cleeng-consents-error' as EventName<ConsentsErrorEvent>,
    },
  },
  () => import('../../define/consents.js'),
);
