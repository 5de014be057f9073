'use client';
// Written by npm run manifest.
import type { EventName } from '@lit/react';
import { CleengProfile as Element } from '../../elements/profile/profile.js';
import type { AccountChangeEvent, AccountErrorEvent, PasswordErrorEvent, PasswordRequestedEvent } from '../../index.js';
import { wrap } from '../wrap.js';

/**
 * Shows a viewer what is known of them and lets them change it: names and language, e-mail, password, address, the answers to the publisher's
 * questions, and their consents, which are withdrawn as easily as given. Each part is saved by itself. The forms live in the light DOM, where
 * password managers find them.
 */
export const CleengProfile = /* @__PURE__ */ wrap(
  {
    displayName: 'CleengProfile',
    tagName: 'cleeng-profile',
    elementClass: Element,
    events: {
      /** The platform has stored a change; `detail.change` says which. */
      onAccountChange: 'cleeng-account-change' as EventName<AccountChangeEvent>,
      /** It has not; the element shows why. */
      onAccountError: 'cleeng-account-error' as EventName<AccountErrorEvent>,
      /** A link to choose a new password is on its way. */
      onPasswordRequested: 'cleeng-password-requested' as EventName<PasswordRequestedEvent>,
      /** It could not be sent; the element shows why. */
      onPasswordError: 'cleeng-password-error' as EventName<PasswordErrorEvent>,
    },
  },
  () => import('../../define/profile.js'),
);
