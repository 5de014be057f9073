import { listCustomerOffers, setSubscriptionStatus } from '../api/account.js';
import { CleengError } from '../api/errors.js';
import { postResume } from '../api/subscriptions.js';
import type { Timers } from '../ports.js';
import type { Session } from '../session/session.js';
import { planFromApi, type Plan } from './plans.js';

/** What the signed-in customer has. */
export async function readPlans(session: Session, timers: Timers, signal?: AbortSignal): Promise<Plan[]> {
  const items = await listCustomerOffers(session.customer, session.requireCustomerId(), signal);
  return items.map((item) => planFromApi(item, timers.now() / 1000));
}

/** How a subscription stands after a change, in the platform's words. */
export interface SubscriptionChange {
  readonly offerId: string;
  readonly status: 'active' | 'cancelled';
  /** Unix seconds. */
  readonly expiresAt: number;
}

/** Cancels at the end of the period, or resumes. Only an answer that confirms it counts as success. */
export async function changeSubscription(
  session: Session,
  offerId: string,
  status: 'active' | 'cancelled',
  reason?: string,
): Promise<SubscriptionChange> {
  const answer = await setSubscriptionStatus(session.customer, session.requireCustomerId(), {
    offerId,
    status,
    ...(reason ? { cancellationReason: reason } : {}),
  });
  return confirmed(answer, status);
}

/** The platform's answer, if it says what was asked for. */
export function confirmed<A extends { status?: string }>(answer: A, status: A['status']): A {
  if (answer.status !== status) throw new CleengError('bad-answer', `The platform says ${answer.status} where ${status} was asked for`);
  return answer;
}

/** Ends a pause before its time, or drops one that has not begun. */
export async function endPause(session: Session, subscriptionId: number): Promise<void> {
  const { pause } = await postResume(session.customer, subscriptionId);
  if (pause !== null) throw new CleengError('bad-answer', 'The platform still has a pause that was to end');
}
