import type { DeniedReason } from '../../catalogue/access.js';

/** What a viewer may do with what is behind a paywall. `unknown` stands where access was granted and can no longer be asked for. */
export type PaywallChange = { readonly granted: true } | { readonly granted: false; readonly reason: DeniedReason | 'unknown' };

/** The content shows now, or no longer, or another reason keeps it away. One event per change. */
export class PaywallChangeEvent extends CustomEvent<PaywallChange> {
  constructor(change: PaywallChange) {
    super('cleeng-paywall-change', { detail: change, bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cleeng-paywall-change': PaywallChangeEvent;
  }
}
