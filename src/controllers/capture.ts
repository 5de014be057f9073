import { readCapture } from '../capture/capture.js';
import type { CaptureForm } from '../capture/questions.js';
import { Resource } from '../session/resource.js';
import type { Kit } from './kit.js';

/** The questions for the signed-in customer, shared by all elements; `undefined` while nobody is signed in. */
export function captureOf(kit: Kit): Resource<CaptureForm> | undefined {
  return kit.customerStore('capture', () => new Resource((signal) => readCapture(kit.session, signal)));
}
