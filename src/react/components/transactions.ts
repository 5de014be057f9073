'use client';
// Written by npm run manifest.
import type { EventName } from '@lit/react';
import { CleengTransactions as Element } from '../../elements/transactions/transactions.js';
import type { AccountChangeEvent, AccountErrorEvent } from '../../index.js';
import { wrap } from '../wrap.js';

/**
 * Shows a viewer what they have paid, page by page, with tax, refunds and receipts, and lets them change the delivery of gifts that are not
 * sent yet. The receipt can be printed, and everything downloaded as a table.
 */
export const CleengTransactions = /* @__PURE__ */ wrap(
  {
    displayName: 'CleengTransactions',
    tagName: 'cleeng-transactions',
    elementClass: Element,
    events: {
      /** The platform has changed the delivery of a gift (`gift-updated`). */
      onAccountChange: 'cleeng-account-change' as EventName<AccountChangeEvent>,
      /** It has not; the element shows why. */
      onAccountError: 'cleeng-account-error' as EventName<AccountErrorEvent>,
    },
  },
  () => import('../../define/transactions.js'),
);
