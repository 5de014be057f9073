import type { CleengError } from '../../controllers/error-text.js';
import type { ConsentRecord } from '../../session/consents.js';

/** Nothing is left to agree to: the platform has stored the answers given here, for your own proof, or nothing was due (none are listed then). */
export class ConsentsCompleteEvent extends CustomEvent<{ customerId: string; consents: readonly ConsentRecord[] }> {
  constructor(customerId: string, consents: readonly ConsentRecord[]) {
    super('cleeng-consents-complete', { detail: { customerId, consents }, bubbles: true, composed: true });
  }
}

/** Storing the answers failed; the element shows why and the way on. */
export class ConsentsErrorEvent extends CustomEvent<{ error: CleengError }> {
  constructor(error: CleengError) {
    super('cleeng-consents-error', { detail: { error }, bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cleeng-consents-complete': ConsentsCompleteEvent;
    'cleeng-consents-error': ConsentsErrorEvent;
  }
}
