import { getCaptureStatus, saveCapture } from '../api/capture.js';
import type { Session } from '../session/session.js';
import { answersBody } from './answers.js';
import { captureForm, type CaptureField, type CaptureForm } from './questions.js';

/** The questions for the signed-in customer. */
export async function readCapture(session: Session, signal?: AbortSignal): Promise<CaptureForm> {
  return captureForm(await getCaptureStatus(session.customer, session.requireCustomerId(), signal));
}

/** Stores the answers of the signed-in customer. */
export async function storeCapture(session: Session, fields: readonly CaptureField[], answerOf: (name: string) => string): Promise<void> {
  await saveCapture(session.customer, session.requireCustomerId(), answersBody(fields, answerOf));
}
