import { saveCapture } from '../api/capture.js';
import type { Session } from '../session/session.js';
import { answersBody, type Answers } from './answers.js';
import type { CaptureField } from './questions.js';

/** Stores the answers of the signed-in customer. */
export async function storeCapture(session: Session, fields: readonly CaptureField[], answers: Answers): Promise<void> {
  await saveCapture(session.customer, session.requireCustomerId(), answersBody(fields, answers));
}
