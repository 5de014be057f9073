import type { ApiSwitch } from '../api/subscriptions.js';
import { mayChange, type Plan } from './plans.js';

/** So long a viewer is told of it, in seconds, unless they ask for another change before. */
const TOLD = 7 * 86_400;

/**
 * The change of a plan that came to nothing, for its charge was refused or wants authentication: the platform leaves the plan as it is, and
 * only its history of changes knows.
 * @param history all changes, in any order
 * @param now unix seconds
 */
export function refusedSwitch(plan: Plan, history: readonly ApiSwitch[], now: number): ApiSwitch | undefined {
  if (!mayChange(plan) || plan.pendingSwitchId) return undefined;
  const [last] = history
    .filter(({ subscriptionId }) => subscriptionId === String(plan.subscriptionId))
    .sort((one, other) => other.createdAt - one.createdAt);
  return last?.status === 'failed' && now - last.updatedAt < TOLD ? last : undefined;
}
