import { DetailsChange } from '../account/details-change.js';
import type { DetailsAction } from '../account/details-state.js';
import { readPaymentDetails, type PaymentDetails } from '../account/payment-details.js';
import type { CleengError } from '../api/errors.js';
import { Resource } from '../session/resource.js';
import { browserVault } from './browser-tokens.js';
import type { Kit } from './kit.js';

/** What the signed-in customer pays with, shared by all elements; `undefined` while nobody is signed in. */
export function paymentDetailsOf(kit: Kit): Resource<PaymentDetails[]> | undefined {
  return kit.customerStore('payment-details', () => new Resource((signal) => readPaymentDetails(kit.session, signal)));
}

interface ChangeOptions {
  returnUrl: () => string | undefined;
  refresh: () => Promise<unknown>;
  confirmed: (action: DetailsAction) => void;
  failed: (action: DetailsAction, error: CleengError) => void;
}

/** A change of payment details in this page. It belongs to the element that asked for it. */
export function detailsChangeOf({ config, session }: Kit, { returnUrl, ...told }: ChangeOptions): DetailsChange {
  return new DetailsChange({
    session,
    memory: browserVault('session', `cleeng.details.${config.publisherId}@${config.apiBase}`),
    origin: location.origin,
    address: () => location.href,
    replaceAddress: (url) => history.replaceState(history.state, '', url),
    returnAddress: () => new URL(returnUrl() || location.href, location.href).href,
    ...told,
  });
}
