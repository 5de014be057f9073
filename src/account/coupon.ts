import { CleengError } from '../api/errors.js';
import { putCoupon } from '../api/subscriptions.js';
import { moneyFromDecimal, type Money } from '../money.js';
import type { Session } from '../session/session.js';
import type { Plan } from './plans.js';

/** Puts a coupon on a subscription. @returns what the next payment takes now, where that can be told */
export async function applyCoupon(session: Session, plan: Plan, code: string): Promise<Money | undefined> {
  if (plan.subscriptionId === undefined) throw new CleengError('not-found', `${plan.offerId} is no subscription`);
  const answer = await putCoupon(session.customer, session.requireCustomerId(), plan.subscriptionId, code);
  if (answer.subscriptionId !== plan.subscriptionId) throw new CleengError('bad-answer', 'The platform speaks of another subscription');
  const currency = plan.nextPayment?.amount.currency;
  return currency && typeof answer.nextPaymentPrice === 'number' ? moneyFromDecimal(answer.nextPaymentPrice, currency) : undefined;
}
