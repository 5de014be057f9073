import type { CleengError } from '../../controllers/error-text.js';

/** A viewer logged in with this element, and has done what the publisher asks before going on. The session is in force. */
export class LoginSuccessEvent extends CustomEvent<{ customerId: string }> {
  constructor(customerId: string) {
    super('cleeng-login-success', { detail: { customerId }, bubbles: true, composed: true });
  }
}

/** An attempt to log in failed; the element shows why. */
export class LoginErrorEvent extends CustomEvent<{ error: CleengError }> {
  constructor(error: CleengError) {
    super('cleeng-login-error', { detail: { error }, bubbles: true, composed: true });
  }
}

/** The viewer would rather create an account. Prevented, it is yours to show the registration; otherwise it is shown in place. */
export class LoginRegisterEvent extends CustomEvent<{ email: string }> {
  constructor(email: string) {
    super('cleeng-login-register', { detail: { email }, bubbles: true, composed: true, cancelable: true });
  }
}

/** The viewer forgot the password. Prevented, it is yours to show what helps; otherwise it is shown in place. */
export class LoginForgotEvent extends CustomEvent<{ email: string }> {
  constructor(email: string) {
    super('cleeng-login-forgot', { detail: { email }, bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cleeng-login-success': LoginSuccessEvent;
    'cleeng-login-error': LoginErrorEvent;
    'cleeng-login-register': LoginRegisterEvent;
    'cleeng-login-forgot': LoginForgotEvent;
  }
}
