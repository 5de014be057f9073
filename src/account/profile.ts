import { listCustomerConsents, saveConsents, type CustomerConsent } from '../api/customer-consents.js';
import { updateCustomer } from '../api/profile.js';
import { isNewer } from '../session/due-consents.js';
import type { Session } from '../session/session.js';
import { logIn } from '../session/sign-in.js';
import { customerFromApi, type Customer } from './customer.js';

/** What of a profile may be changed at once: what is named changes, nothing else does. */
export interface ProfileChange {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly locale?: string;
}

export const changeProfile = async (session: Session, change: ProfileChange): Promise<Customer> =>
  customerFromApi(await updateCustomer(session.customer, session.requireCustomerId(), change));

/**
 * Changes the address a viewer logs in with, and logs them in with it: tokens of the old one may not live on.
 * @throws {CleengError} `wrong-credentials`, `customer-exists` or `invalid-email` when the platform refuses
 */
export async function changeEmail(session: Session, email: string, password: string): Promise<Customer> {
  const customerId = session.requireCustomerId();
  const answer = await updateCustomer(session.customer, customerId, { email, confirmationPassword: password });
  // The change is made, whatever comes of this; who has left meanwhile is not brought back.
  if (session.customerId === customerId) await logIn(session, { email: answer.email, password }).catch(() => undefined);
  return customerFromApi(answer);
}

/** What changed between two profiles; `undefined` when nothing did. */
export function profileChange(before: Customer, after: Required<ProfileChange>): ProfileChange | undefined {
  const changed = Object.entries(after).filter(([key, value]) => before[key as keyof ProfileChange] !== value);
  return changed.length ? Object.fromEntries(changed) : undefined;
}

/** A consent and how the viewer has answered it. */
export interface GivenConsent {
  readonly name: string;
  /** HTML from a server: read it with `readLabel`. */
  readonly label: string;
  readonly required: boolean;
  readonly accepted: boolean;
  /** The version answered. */
  readonly version: string;
  /** The version that is asked for now. */
  readonly newest: string;
  /** Whether the text has changed since it was answered. */
  readonly changed: boolean;
  /** Unix seconds; `undefined` when it was never answered. */
  readonly at: number | undefined;
}

export const readConsents = async (session: Session, signal?: AbortSignal): Promise<GivenConsent[]> =>
  (await listCustomerConsents(session.customer, session.requireCustomerId(), signal)).map(consentFromApi);

/** Gives or withdraws a consent, in the version that is asked for now. */
export const answerConsent = (session: Session, { name, newest }: GivenConsent, accepted: boolean): Promise<void> =>
  saveConsents(session.customer, session.requireCustomerId(), [{ name, version: newest, state: accepted ? 'accepted' : 'declined' }]);

export function consentFromApi(api: CustomerConsent): GivenConsent {
  const { name, label, required, state, version, newestVersion, needsUpdate, date } = api;
  return {
    name,
    label,
    required,
    accepted: state === 'accepted',
    version,
    newest: newestVersion,
    changed: needsUpdate || isNewer(newestVersion, version),
    at: date || undefined,
  };
}
