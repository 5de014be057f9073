import type { CleengError } from '../../controllers/error-text.js';

/** A viewer logged in with this element. The session is already in force; `customerId` is who it is. */
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

/** The viewer would rather create an account: show your registration. */
export class LoginRegisterEvent extends CustomEvent<undefined> {
  constructor() {
    super('cleeng-login-register', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cleeng-login-success': LoginSuccessEvent;
    'cleeng-login-error': LoginErrorEvent;
    'cleeng-login-register': LoginRegisterEvent;
  }
}
