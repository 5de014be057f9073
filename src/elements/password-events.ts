import type { CleengError } from '../controllers/error-text.js';

/** A link to choose a new password was asked for. Whether there is such an account, nobody is told. */
export class PasswordRequestedEvent extends CustomEvent<{ email: string }> {
  constructor(email: string) {
    super('cleeng-password-requested', { detail: { email }, bubbles: true, composed: true });
  }
}

/** Asking for a link, or setting the new password, failed; the element shows why. */
export class PasswordErrorEvent extends CustomEvent<{ error: CleengError }> {
  constructor(error: CleengError) {
    super('cleeng-password-error', { detail: { error }, bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cleeng-password-requested': PasswordRequestedEvent;
    'cleeng-password-error': PasswordErrorEvent;
  }
}
