'use client';
// Written by npm run manifest.
import type { EventName } from '@lit/react';
import { CleengMyAccount as Element } from '../../elements/my-account/my-account.js';
import type { AccountChangeEvent, AccountErrorEvent } from '../../index.js';
import { wrap } from '../wrap.js';

/**
 * A viewer's account: what they have at a glance, and a section each for their plan, payment details, purchases and profile. Every section is
 * an element of its own, loaded when it is first shown. Signed out, it shows the login in place, which asks the publisher's questions and for
 * consents that changed before the account shows.
 *
 * A link to the page with `?cleeng-section=payment` opens that section.
 */
export const CleengMyAccount = /* @__PURE__ */ wrap(
  {
    displayName: 'CleengMyAccount',
    tagName: 'cleeng-my-account',
    elementClass: Element,
    events: {
      /** The platform has confirmed a change. */
      onAccountChange: 'cleeng-account-change' as EventName<AccountChangeEvent>,
      /** A change failed; nothing was changed. */
      onAccountError: 'cleeng-account-error' as EventName<AccountErrorEvent>,
    },
  },
  () => import('../../define/my-account.js'),
);
