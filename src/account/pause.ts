import { getOfferDetails } from '../api/catalogue.js';
import { CleengError } from '../api/errors.js';
import { postPause } from '../api/subscriptions.js';
import type { Session } from '../session/session.js';
import { addPeriods } from './periods.js';
import type { Plan } from './plans.js';

/** For how many billing cycles a plan may be paused; 0 when its offer does not allow it. */
export const readPauseLimit = async (session: Session, offerId: string, signal?: AbortSignal): Promise<number> =>
  (await getOfferDetails(session.customer, offerId, signal)).pause?.maxBillingCycles ?? 0;

/** When a pause begins and ends. Unix seconds. */
export interface PauseDates {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** When a pause of so many billing cycles would begin and end: it begins when the period paid for ends. */
export const pauseDates = ({ endsAt = 0, period = '' }: Plan, cycles: number): PauseDates => ({
  startsAt: endsAt,
  endsAt: addPeriods(endsAt, period, cycles),
});

/** Schedules a pause. @returns when it begins and ends, as the platform says */
export async function pausePlan(session: Session, { subscriptionId, offerId }: Plan, cycles: number): Promise<PauseDates> {
  if (subscriptionId === undefined) throw new CleengError('not-found', `${offerId} is no subscription`);
  const { pause } = await postPause(session.customer, subscriptionId, cycles);
  if (!pause) throw new CleengError('bad-answer', 'The platform confirms no pause');
  return { startsAt: pause.pauseDate, endsAt: pause.resumeDate };
}
