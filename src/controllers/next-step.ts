import type { Resource } from '../session/resource.js';
import { nextStep, type Step } from '../session/steps.js';
import { captureOf } from './capture.js';
import { dueConsentsOf } from './due-consents.js';
import type { Kit } from './kit.js';

/**
 * What the signed-in viewer has to do before they go on; `undefined` when nothing is left.
 * @param registered whether they registered just now, which answers the consents
 * @throws {CleengError} when the platform could not be asked
 */
export async function readNextStep(kit: Kit, registered = false): Promise<Step | undefined> {
  const questions = captureOf(kit);
  const consents = registered ? undefined : dueConsentsOf(kit);
  await Promise.all([ask(questions), ask(consents)]);
  for (const resource of [questions, consents]) if (resource?.state.status === 'failed') throw resource.state.error;
  return nextStep({ capture: questions?.value?.due ?? false, consents: (consents?.value?.length ?? 0) > 0 });
}

/** Reads at first need, and again what failed. */
const ask = async (resource: Resource<unknown> | undefined): Promise<void> =>
  resource?.state.status === 'failed' ? resource.refresh() : resource?.load();
