/** Somebody who is logged in already goes on. Prevented, `continue-url` is not followed. */
export class LoginContinueEvent extends CustomEvent<{ customerId: string }> {
  constructor(customerId: string) {
    super('cleeng-login-continue', { detail: { customerId }, bubbles: true, composed: true, cancelable: true });
  }
}

/** A new password is set. */
export class PasswordChangedEvent extends CustomEvent<{ email: string }> {
  constructor(email: string) {
    super('cleeng-password-changed', { detail: { email }, bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cleeng-login-continue': LoginContinueEvent;
    'cleeng-password-changed': PasswordChangedEvent;
  }
}
