import type { CleengError } from '../../controllers/error-text.js';
import type { ConsentRecord } from '../../session/consents.js';

/**
 * A viewer registered, is signed in, and has done what the publisher asks before going on. The platform has stored the consents given here;
 * they are listed for your own proof.
 */
export class RegisterSuccessEvent extends CustomEvent<{ customerId: string; consents: readonly ConsentRecord[] }> {
  constructor(customerId: string, consents: readonly ConsentRecord[]) {
    super('cleeng-register-success', { detail: { customerId, consents }, bubbles: true, composed: true });
  }
}

/** Registering, or storing the consents, failed; the element shows why and the way on. */
export class RegisterErrorEvent extends CustomEvent<{ error: CleengError }> {
  constructor(error: CleengError) {
    super('cleeng-register-error', { detail: { error }, bubbles: true, composed: true });
  }
}

/** The viewer has an account already. Prevented, it is yours to show the login; otherwise it is shown in place. */
export class RegisterLoginEvent extends CustomEvent<{ email: string }> {
  constructor(email: string) {
    super('cleeng-register-login', { detail: { email }, bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cleeng-register-success': RegisterSuccessEvent;
    'cleeng-register-error': RegisterErrorEvent;
    'cleeng-register-login': RegisterLoginEvent;
  }
}
