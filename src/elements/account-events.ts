import type { SubscriptionChange } from '../account/account.js';
import type { PlanSwitch } from '../account/switches.js';
import type { CleengError } from '../controllers/error-text.js';

/** What can change in an account and concerns one subscription. */
type PlanAction =
  | 'subscription-cancelled'
  | 'subscription-resumed'
  | 'subscription-paused'
  | 'subscription-unpaused'
  | 'plan-switched'
  | 'switch-cancelled'
  | 'coupon-applied'
  | 'retention-accepted';

/** What can change besides. */
type OtherAction =
  | 'payment-details-added'
  | 'payment-details-replaced'
  | 'payment-details-removed'
  | 'profile-updated'
  | 'email-changed'
  | 'password-changed'
  | 'address-updated'
  | 'consents-updated'
  | 'capture-answered'
  | 'gift-updated'
  | 'signed-out-everywhere';

/** What a viewer can do in their account. */
export type AccountAction = PlanAction | OtherAction;

/** What changed in an account. */
export type AccountChange =
  | ({ readonly change: 'subscription-cancelled' | 'subscription-resumed' | 'retention-accepted' } & SubscriptionChange)
  | {
      readonly change: 'subscription-paused' | 'subscription-unpaused' | 'switch-cancelled' | 'coupon-applied';
      readonly offerId: string;
    }
  /** The platform has taken the change of plan on; it is done when its status is `finished`. */
  | ({ readonly change: 'plan-switched'; readonly offerId: string } & Pick<PlanSwitch, 'toOfferId' | 'status'>)
  | { readonly change: OtherAction };

/** The platform has confirmed a change that the viewer asked for here. `detail.change` says which. */
export class AccountChangeEvent extends CustomEvent<AccountChange> {
  constructor(change: AccountChange) {
    super('cleeng-account-change', { detail: change, bubbles: true, composed: true });
  }
}

/** A change that the viewer asked for failed; the element shows why. Nothing was changed. */
export class AccountErrorEvent extends CustomEvent<{ change: AccountAction; error: CleengError }> {
  constructor(change: AccountAction, error: CleengError) {
    super('cleeng-account-error', { detail: { change, error }, bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cleeng-account-change': AccountChangeEvent;
    'cleeng-account-error': AccountErrorEvent;
  }
}
