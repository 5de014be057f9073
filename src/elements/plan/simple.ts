import { changeSubscription, endPause } from '../../account/account.js';
import { planKey, type Plan } from '../../account/plans.js';
import { cancelSwitch } from '../../account/switches.js';
import type { Kit } from '../../controllers/kit.js';
import { rereadPlans } from '../../controllers/plans.js';
import type { AccountAction, AccountChange } from '../account-events.js';
import type { PlanTexts } from '../plan-words.js';
import type { SimpleChange } from './card.js';

/** What was said last, and about which plan. */
export interface Said {
  readonly key: string;
  readonly text: string;
  readonly failed: boolean;
  /** The plan that better payment details would help. */
  readonly fix?: string;
}

/** What the changes of one step are called in events. */
export const SIMPLE_ACTIONS: Readonly<Record<SimpleChange, AccountAction>> = {
  resume: 'subscription-resumed',
  unpause: 'subscription-unpaused',
  'switch-cancel': 'switch-cancelled',
};

/** Makes a change of one step, and waits until the plans are read anew: busy until the viewer sees it. */
export async function changeAtOnce(kit: Kit, plan: Plan, change: SimpleChange): Promise<AccountChange> {
  const { offerId, subscriptionId, pendingSwitchId } = plan;
  const after = (knows: (now: Plan | undefined) => boolean) =>
    rereadPlans(kit, (plans) => knows(plans.find((one) => planKey(one) === planKey(plan))));
  if (change === 'resume') {
    const answer = await changeSubscription(kit.session, offerId, 'active');
    await after((now) => now?.status !== 'cancelled');
    return { change: 'subscription-resumed', ...answer };
  }
  if (change === 'unpause') {
    await endPause(kit.session, subscriptionId ?? 0);
    await after((now) => now?.pause === undefined);
    return { change: 'subscription-unpaused', offerId };
  }
  await cancelSwitch(kit.session, pendingSwitchId ?? '');
  await after((now) => now?.pendingSwitchId === undefined);
  return { change: 'switch-cancelled', offerId };
}

/** What the viewer reads about it. */
export function doneText(texts: PlanTexts, { status, title }: Plan, change: SimpleChange): string {
  if (change === 'switch-cancel') return texts.text('switch.cancelled', { title });
  if (change === 'resume') return texts.text('resume.done');
  return texts.text(status === 'paused' ? 'unpause.done' : 'unpause.dropped');
}

export function failedText(texts: PlanTexts, change: SimpleChange): string {
  const keys = { resume: 'resume.failed', unpause: 'unpause.failed', 'switch-cancel': 'switch.cancel-failed' } as const;
  return texts.text(keys[change]);
}
