import type { Resource } from '../session/resource.js';
import { nextStep, type Step } from '../session/steps.js';
import { captureOf } from './capture.js';
import { dueConsentsOf } from './due-consents.js';
import type { Kit } from './kit.js';

/**
 * What the signed-in viewer has to do before they go on; `undefined` when nothing is left.
 * @param asks the steps to look for
 * @throws {CleengError} when the platform could not be asked
 */
export async function readNextStep(kit: Kit, asks: readonly Step[]): Promise<Step | undefined> {
  const questions = asks.includes('capture') ? captureOf(kit) : undefined;
  const consents = asks.includes('consents') ? dueConsentsOf(kit) : undefined;
  await Promise.all([ask(questions), ask(consents)]);
  for (const resource of [questions, consents]) if (resource?.state.status === 'failed') throw resource.state.error;
  return nextStep({ capture: questions?.value?.due ?? false, consents: (consents?.value?.length ?? 0) > 0 });
}

/** Reads at first need, and again what failed. */
const ask = async (resource: Resource<unknown> | undefined): Promise<void> =>
  resource?.state.status === 'failed' ? resource.refresh() : resource?.load();
