import { getCaptureStatus } from '../api/capture.js';
import type { Session } from '../session/session.js';
import type { CaptureForm } from './questions.js';

const NOBODY: CaptureForm = { due: false, fields: [] };

/** The questions for the signed-in customer. What makes a form of them comes while the platform answers. */
export async function readCapture(session: Session, signal?: AbortSignal): Promise<CaptureForm> {
  const { state } = session;
  if (!('customerId' in state)) return NOBODY;
  const [status, { captureForm }] = await Promise.all([
    getCaptureStatus(session.customer, state.customerId, signal),
    import('./questions.js'),
  ]);
  return captureForm(status);
}
