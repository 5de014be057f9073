import type { SubscriptionChange } from '../../account/account.js';
import type { CleengError } from '../../controllers/error-text.js';

/** What changed in an account. */
export type AccountChange = { readonly change: 'subscription-cancelled' | 'subscription-resumed' } & SubscriptionChange;

/** The platform has confirmed a change that the viewer asked for here. `detail.change` says which. */
export class AccountChangeEvent extends CustomEvent<AccountChange> {
  constructor(change: AccountChange) {
    super('cleeng-account-change', { detail: change, bubbles: true, composed: true });
  }
}

/** A change that the viewer asked for failed; the element shows why. Nothing was changed. */
export class AccountErrorEvent extends CustomEvent<{ change: AccountChange['change']; error: CleengError }> {
  constructor(change: AccountChange['change'], error: CleengError) {
    super('cleeng-account-error', { detail: { change, error }, bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cleeng-account-change': AccountChangeEvent;
    'cleeng-account-error': AccountErrorEvent;
  }
}
