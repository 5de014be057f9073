import { login, register, type Credentials, type Registration } from '../api/identity.js';
import type { Session } from './session.js';

export type { Place, Registration } from '../api/identity.js';

/** @throws {CleengError} when the platform refuses or cannot be reached */
export async function logIn(session: Session, credentials: Credentials): Promise<void> {
  session.signIn(await login(session.guest, session.publisherId, credentials));
}

/** Registers a customer, who is signed in afterwards. Consents are stored by the caller. */
export async function signUp(session: Session, registration: Registration): Promise<void> {
  session.signIn(await register(session.guest, session.publisherId, registration));
}
