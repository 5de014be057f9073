'use client';
// Written by npm run manifest.
import type { EventName } from '@lit/react';
import { CleengLogin as Element } from '../../elements/login/login.js';
import type {
  LoginContinueEvent,
  LoginErrorEvent,
  LoginForgotEvent,
  LoginRegisterEvent,
  LoginSuccessEvent,
  PasswordChangedEvent,
  PasswordErrorEvent,
  PasswordRequestedEvent,
} from '../../index.js';
import { wrap } from '../wrap.js';

/**
 * Logs a viewer in with e-mail and password, helps who forgot it, and asks what the publisher wants to know before they go on: its questions
 * and consents that changed. The forms live in the light DOM, where password managers find them.
 *
 * A link to set a new password may lead to any page with this element: it takes the token out of the address and shows the form.
 */
export const CleengLogin = /* @__PURE__ */ wrap(
  {
    displayName: 'CleengLogin',
    tagName: 'cleeng-login',
    elementClass: Element,
    events: {
      /** The viewer is logged in and may go on. */
      onLoginSuccess: 'cleeng-login-success' as EventName<LoginSuccessEvent>,
      /** The attempt failed; the element shows why. */
      onLoginError: 'cleeng-login-error' as EventName<LoginErrorEvent>,
      /** Cancelable: the viewer would rather create an account. */
      onLoginRegister: 'cleeng-login-register' as EventName<LoginRegisterEvent>,
      /** Cancelable: the viewer forgot the password. */
      onLoginForgot: 'cleeng-login-forgot' as EventName<LoginForgotEvent>,
      /** Cancelable: somebody who is logged in already goes on to `continue-url`. */
      onLoginContinue: 'cleeng-login-continue' as EventName<LoginContinueEvent>,
      /** A link to choose a new password was asked for. */
      onPasswordRequested: 'cleeng-password-requested' as EventName<PasswordRequestedEvent>,
      /** A new password is set; logging in with it follows. */
      onPasswordChanged: 'cleeng-password-changed' as EventName<PasswordChangedEvent>,
      /** Either of them failed; the element shows why. */
      onPasswordError: 'cleeng-password-error' as EventName<PasswordErrorEvent>,
    },
  },
  () => import('../../define/login.js'),
);
