import { CleengError, toCleengError } from '../api/errors.js';
import { requestReset, setPassword } from '../api/passwords.js';
import type { ResetLink } from './reset-link.js';
import type { Session } from './session.js';

/**
 * Has the platform send a link to set a new password. An address that nobody has registered ends like any other: whether somebody has an
 * account is nobody else's business.
 * @param resetUrl the page the link leads to; the platform's own unless given
 */
export async function requestPasswordReset(session: Session, email: string, resetUrl?: string): Promise<void> {
  try {
    await requestReset(session.guest, session.publisherId, email, resetUrl);
  } catch (thrown) {
    const error = toCleengError(thrown);
    if (error.status !== 422) throw error;
  }
}

/** Sets the new password. @throws {CleengError} `reset-link-dead` when the link was used, is too old or was never good */
export async function setNewPassword(session: Session, link: ResetLink, password: string): Promise<void> {
  if (!link.token) throw new CleengError('reset-link-dead', 'The address holds no reset link');
  await setPassword(session.guest, session.publisherId, link.email, link.token, password);
}
