import { readPlans } from '../account/account.js';
import { hasDetails, readPlanDetails, type PlanDetail } from '../account/plan-details.js';
import type { Plan } from '../account/plans.js';
import { Resource } from '../session/resource.js';
import { breathe } from './breathe.js';
import { browserTimers } from './browser-ports.js';
import type { Kit } from './kit.js';

/** What the signed-in customer has, shared by all elements; `undefined` while nobody is signed in. Not read before somebody asks. */
export function plansOf(kit: Kit): Resource<Plan[]> | undefined {
  return kit.customerStore('plans', () => new Resource((signal) => readPlans(kit.session, browserTimers, signal)));
}

interface Details {
  key: string;
  read: Resource<Map<string, PlanDetail>>;
}

/** What the list of plans does not say of them. Asked for once, until one is to be changed or paused otherwise than before. */
export function planDetailsOf(kit: Kit, plans: readonly Plan[]): Resource<Map<string, PlanDetail>> | undefined {
  const asked = plans.filter(hasDetails);
  if (!asked.length) return undefined;
  const key = JSON.stringify(
    asked.map(({ subscriptionId, status, pendingSwitchId, pause }) => [subscriptionId, status, pendingSwitchId, pause]),
  );
  const latest = (): Details => ({
    key,
    read: new Resource((signal) => readPlanDetails(kit.session, asked, browserTimers, signal)),
  });
  const known = kit.customerStore('plan-details', latest);
  if (known && known.key !== key) Object.assign(known, latest());
  return known?.read;
}

/** So much later than its answers the platform's lists may be (contract, 6.4), in ms. */
const LAG_MS = 2000;

/**
 * Reads the plans again after a change. A list that does not know of it yet is read once more, later.
 * @param knows whether a list does
 */
export async function rereadPlans(kit: Kit, knows: (plans: readonly Plan[]) => boolean): Promise<void> {
  const plans = plansOf(kit);
  await plans?.refresh();
  await breathe();
  if (plans?.value && !knows(plans.value)) browserTimers.after(LAG_MS, () => void plans.refresh());
}
