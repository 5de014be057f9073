import { getCaptureStatus } from '../api/capture.js';
import type { Session } from '../session/session.js';
import type { CaptureForm } from './questions.js';

/** The questions for the signed-in customer. What makes a form of them comes while the platform answers. */
export async function readCapture(session: Session, signal?: AbortSignal): Promise<CaptureForm> {
  const [status, { captureForm }] = await Promise.all([
    getCaptureStatus(session.customer, session.requireCustomerId(), signal),
    import('./questions.js'),
  ]);
  return captureForm(status);
}
