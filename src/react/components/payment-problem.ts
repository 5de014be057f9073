'use client';
// Written by npm run manifest.
import type { EventName } from '@lit/react';
import { CleengPaymentProblem as Element } from '../../elements/payment-problem/payment-problem.js';
import type { PlanFixEvent } from '../../index.js';
import { wrap } from '../wrap.js';

/**
 * A banner for the top of any page: it shows itself only to viewers whose payment did not go through, says how long their access lasts, and
 * leads to where they put it right. Nothing is shown while that is not known.
 */
export const CleengPaymentProblem = /* @__PURE__ */ wrap(
  {
    displayName: 'CleengPaymentProblem',
    tagName: 'cleeng-payment-problem',
    elementClass: Element,
    events: {
      /** Cancelable: the viewer wants to put their payment details right. */
      onPlanFix: 'cleeng-plan-fix' as EventName<PlanFixEvent>,
    },
  },
  () => import('../../define/payment-problem.js'),
);
