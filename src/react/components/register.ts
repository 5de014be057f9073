'use client';
// Written by npm run manifest.
import type { EventName } from '@lit/react';
import { CleengRegister as Element } from '../../elements/register/register.js';
import type { RegisterErrorEvent, RegisterLoginEvent, RegisterSuccessEvent } from '../../index.js';
import { wrap } from '../wrap.js';

/**
 * Registers a viewer with e-mail, password and the publisher's consents, of which none is ever ticked beforehand, and asks the publisher's
 * questions before they go on. What was agreed to is kept, across a reload too, until the platform has stored it.
 */
export const CleengRegister = /* @__PURE__ */ wrap(
  {
    displayName: 'CleengRegister',
    tagName: 'cleeng-register',
    elementClass: Element,
    events: {
      /** The viewer is registered and may go on; the consents are stored. */
      onRegisterSuccess: 'cleeng-register-success' as EventName<RegisterSuccessEvent>,
      /** The attempt failed; the element shows why. */
      onRegisterError: 'cleeng-register-error' as EventName<RegisterErrorEvent>,
      /** Cancelable: the viewer has an account already. */
      onRegisterLogin: 'cleeng-register-login' as EventName<RegisterLoginEvent>,
    },
  },
  () => import('../../define/register.js'),
);
