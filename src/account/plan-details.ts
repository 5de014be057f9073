import { listSwitches } from '../api/subscriptions.js';
import type { Timers } from '../ports.js';
import type { Session } from '../session/session.js';
import { readPauseLimit } from './pause.js';
import { mayChange, mayPause, planKey, type Plan } from './plans.js';
import { refusedSwitch } from './refused-switches.js';
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
  /** A change that came to nothing lately, with what the plan is called it should have led to, where the platform still tells. */
  readonly refused: { readonly title: string | undefined } | undefined;
}

/** Whether there may be anything that the list does not say. */
export const hasDetails = (plan: Plan): boolean => plan.pendingSwitchId !== undefined || mayChange(plan);

/** What the list does not say, by the plans' keys. A question that fails leaves its answer out and holds up no other. */
export async function readPlanDetails(
  session: Session,
  plans: readonly Plan[],
  timers: Timers,
  signal?: AbortSignal,
): Promise<Map<string, PlanDetail>> {
  const history = listSwitches(session.customer, signal);
  const limits = new Map<string, Promise<number>>();
  /** Several plans of one offer are one question. */
  const limitOf = (offerId: string): Promise<number> => {
    const limit = limits.get(offerId) ?? readPauseLimit(session, offerId, signal).catch(() => 0);
    limits.set(offerId, limit);
    return limit;
  };
  const details = plans.map(async (plan) => {
    const [pauseLimit, pending, refused] = await Promise.all([
      mayPause(plan) ? limitOf(plan.offerId) : 0,
      plan.pendingSwitchId ? readPending(session, plan.offerId, plan.pendingSwitchId, signal).catch(() => undefined) : undefined,
      history.then((all) => refusedSwitch(plan, all, timers.now() / 1000)).catch(() => undefined),
    ]);
    const title = refused && (await optionOf(session, plan.offerId, refused.toOfferId, signal))?.title;
    return [planKey(plan), { pauseLimit, pending, refused: refused && { title } }] as const;
  });
  return new Map(await Promise.all(details));
}

async function readPending(session: Session, offerId: string, id: string, signal?: AbortSignal): Promise<PendingSwitch> {
  const [asked, options] = await Promise.all([readSwitch(session, id, signal), allOptions(session, offerId, signal)]);
  return { ...asked, option: options.find((one) => one.offerId === asked.toOfferId) };
}

const optionOf = async (session: Session, offerId: string, toOfferId: string, signal?: AbortSignal): Promise<SwitchOption | undefined> =>
  (await allOptions(session, offerId, signal)).find((one) => one.offerId === toOfferId);

/** Where a plan can be changed to and where not; nowhere when the platform does not say. */
const allOptions = (session: Session, offerId: string, signal?: AbortSignal): Promise<SwitchOption[]> =>
  readSwitchOptions(session, offerId, signal).then(
    ({ available, unavailable }) => [...available, ...unavailable],
    () => [],
  );
