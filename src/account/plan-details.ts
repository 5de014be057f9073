import type { Session } from '../session/session.js';
import { readPauseLimit } from './pause.js';
import { mayPause, planKey, type Plan } from './plans.js';
import { readSwitch, readSwitchOptions, type PlanSwitch, type SwitchOption } from './switches.js';

/** A change that waits, with the plan it leads to where the platform tells of it. */
export interface PendingSwitch extends PlanSwitch {
  readonly option: SwitchOption | undefined;
}

/** What the list of plans does not say of one. */
export interface PlanDetail {
  /** For how many billing cycles it may be paused; 0 when not at all. */
  readonly pauseLimit: number;
  readonly pending: PendingSwitch | undefined;
}

/** What the list does not say, by the plans' keys. A question that fails leaves its answer out and holds up no other. */
export async function readPlanDetails(session: Session, plans: readonly Plan[], signal?: AbortSignal): Promise<Map<string, PlanDetail>> {
  const limits = new Map<string, Promise<number>>();
  /** Several plans of one offer are one question. */
  const limitOf = (offerId: string): Promise<number> => {
    const limit = limits.get(offerId) ?? readPauseLimit(session, offerId, signal).catch(() => 0);
    limits.set(offerId, limit);
    return limit;
  };
  const details = plans.map(async (plan) => {
    const [pauseLimit, pending] = await Promise.all([
      mayPause(plan) ? limitOf(plan.offerId) : 0,
      plan.pendingSwitchId ? readPending(session, plan.offerId, plan.pendingSwitchId, signal).catch(() => undefined) : undefined,
    ]);
    return [planKey(plan), { pauseLimit, pending }] as const;
  });
  return new Map(await Promise.all(details));
}

async function readPending(session: Session, offerId: string, id: string, signal?: AbortSignal): Promise<PendingSwitch> {
  const [asked, options] = await Promise.all([
    readSwitch(session, id, signal),
    readSwitchOptions(session, offerId, signal).catch(() => undefined),
  ]);
  const option = [...(options?.available ?? []), ...(options?.unavailable ?? [])].find((one) => one.offerId === asked.toOfferId);
  return { ...asked, option };
}
