'use client';
// Written by npm run manifest.
import type { EventName } from '@lit/react';
import { CleengPlan as Element } from '../../elements/plan/plan.js';
import type { AccountChangeEvent, AccountErrorEvent, PlanFixEvent } from '../../index.js';
import { wrap } from '../wrap.js';

/**
 * Shows a viewer what they have, in words, and lets them change, pause, cancel and resume it. What another store manages is explained, with
 * the way there.
 */
export const CleengPlan = /* @__PURE__ */ wrap(
  {
    displayName: 'CleengPlan',
    tagName: 'cleeng-plan',
    elementClass: Element,
    events: {
      /** The platform has confirmed a change. */
      onAccountChange: 'cleeng-account-change' as EventName<AccountChangeEvent>,
      /** A change failed; nothing was changed. */
      onAccountError: 'cleeng-account-error' as EventName<AccountErrorEvent>,
      /** Cancelable: the viewer wants to put their payment details right. */
      onPlanFix: 'cleeng-plan-fix' as EventName<PlanFixEvent>,
    },
  },
  () => import('../../define/plan.js'),
);
