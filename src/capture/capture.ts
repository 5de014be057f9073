import { getCaptureStatus, saveCapture } from '../api/capture.js';
import type { Session } from '../session/session.js';
import { answersBody } from './answers.js';
import { captureForm, type CaptureField, type CaptureForm } from './questions.js';

const NOBODY: CaptureForm = { due: false, fields: [] };

/** The questions for the signed-in customer. */
export async function readCapture(session: Session, signal?: AbortSignal): Promise<CaptureForm> {
  const { state } = session;
  return state.status === 'authenticated' ? captureForm(await getCaptureStatus(session.customer, state.customerId, signal)) : NOBODY;
}

/** Stores the answers of the signed-in customer. */
export async function storeCapture(session: Session, fields: readonly CaptureField[], answerOf: (name: string) => string): Promise<void> {
  const { state } = session;
  if (state.status === 'authenticated') await saveCapture(session.customer, state.customerId, answersBody(fields, answerOf));
}
