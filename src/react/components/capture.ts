'use client';
// Written by npm run manifest.
import type { EventName } from '@lit/react';
import { CleengCapture as Element } from '../../elements/capture/capture.js';
import type { CaptureCompleteEvent, CaptureErrorEvent, CaptureSkipEvent } from '../../index.js';
import { wrap } from '../wrap.js';

/** Asks the signed-in viewer the publisher's questions (custom fields), when they are due. */
export const CleengCapture = /* @__PURE__ */ wrap(
  {
    displayName: 'CleengCapture',
    tagName: 'cleeng-capture',
    elementClass: Element,
    events: {
      /** The answers are stored, or none were due. */
      onCaptureComplete: 'cleeng-capture-complete' as EventName<CaptureCompleteEvent>,
      /** The viewer would rather answer later. */
      onCaptureSkip: 'cleeng-capture-skip' as EventName<CaptureSkipEvent>,
      /** The answers could not be stored; the element shows why. */
      onCaptureError: 'cleeng-capture-error' as EventName<CaptureErrorEvent>,
    },
  },
  () => import('../../define/capture.js'),
);
