import { CleengError } from '../api/errors.js';
import { getSwitch, getSwitchAvailability, patchSwitch, postSwitch, type ApiSwitchOption } from '../api/subscriptions.js';
import { moneyFromDecimal, type Money } from '../money.js';
import type { Session } from '../session/session.js';
import { addPeriods } from './periods.js';
import type { Plan } from './plans.js';

export const SWITCH_ALGORITHMS = [
  'IMMEDIATE_WITHOUT_PRORATION',
  'IMMEDIATE_AND_CHARGE_WITHOUT_PRORATION',
  'IMMEDIATE_AND_CHARGE_FULL_PRICE',
  'IMMEDIATE_AND_CHARGE_WITH_REFUND',
  'IMMEDIATE_AND_CHARGE_WITH_FULL_REFUND',
  'IMMEDIATE_WITH_TIME_PRORATION',
  'IMMEDIATE_AND_CHARGE_WITH_TIME_PRORATION',
  'DEFERRED',
] as const;
export type SwitchAlgorithm = (typeof SWITCH_ALGORITHMS)[number];

/** Another plan a subscription can be changed to, or cannot for a reason of the platform's. */
export interface SwitchOption {
  readonly offerId: string;
  readonly title: string;
  readonly direction: 'upgrade' | 'downgrade' | 'unspecified';
  readonly algorithm: SwitchAlgorithm;
  readonly price: Money;
  readonly period: string;
  /** What the first regular payment takes: less than the price where a coupon goes along. */
  readonly nextPrice: Money;
  readonly couponLost: boolean;
  /** The platform's code. */
  readonly reason: string | undefined;
}

export interface SwitchOptions {
  readonly available: readonly SwitchOption[];
  readonly unavailable: readonly SwitchOption[];
  /** Why nothing can be changed now: the platform's code. */
  readonly reason: string | undefined;
}

export function switchOptionFromApi(api: ApiSwitchOption): SwitchOption {
  return {
    offerId: api.toOfferId,
    title: api.title,
    direction: api.switchDirection,
    algorithm: api.algorithm,
    price: moneyFromDecimal(api.price, api.currency),
    period: api.period,
    nextPrice: moneyFromDecimal(api.nextPaymentPrice, api.nextPaymentPriceCurrency),
    couponLost: api.couponNotApplicable ?? false,
    reason: api.reason?.code,
  };
}

/** Where a subscription can be changed to, dearest first. */
export async function readSwitchOptions(session: Session, offerId: string, signal?: AbortSignal): Promise<SwitchOptions> {
  const api = await getSwitchAvailability(session.customer, session.requireCustomerId(), offerId, signal);
  const options = (list: readonly ApiSwitchOption[]) =>
    list.map(switchOptionFromApi).sort((one, other) => other.price.minor - one.price.minor);
  return { available: options(api.available), unavailable: options(api.unavailable), reason: api.unavailableReason?.code };
}

/** What a change does to money and dates, as far as the platform says beforehand. */
export interface SwitchTerms {
  readonly startsAt: 'now' | number | undefined;
  /** `undefined` when nothing is charged now. */
  readonly charge: Money | undefined;
  readonly refund: 'none' | 'unused' | 'full';
  /** When the next regular payment is taken: at a date, some time later by what is left of the old period, or unknown. */
  readonly next: { readonly amount: Money; readonly at: number | 'moved' | undefined };
}

/** @param now unix seconds */
export function switchTerms(plan: Plan, option: SwitchOption, now: number): SwitchTerms {
  const { algorithm, nextPrice: amount, price, period } = option;
  const at = addPeriods(now, period, 1);
  const later = at === now ? undefined : at;
  const charged = (charge: Money, refund: SwitchTerms['refund'] = 'none'): SwitchTerms => ({
    startsAt: 'now',
    charge,
    refund,
    next: { amount, at: later },
  });
  switch (algorithm) {
    case 'DEFERRED':
      return { startsAt: plan.endsAt, charge: undefined, refund: 'none', next: { amount, at: plan.endsAt } };
    case 'IMMEDIATE_WITHOUT_PRORATION':
      return { startsAt: 'now', charge: undefined, refund: 'none', next: { amount, at: plan.nextPayment?.at ?? plan.endsAt } };
    case 'IMMEDIATE_AND_CHARGE_WITHOUT_PRORATION':
      return charged(amount);
    case 'IMMEDIATE_AND_CHARGE_FULL_PRICE':
      return charged(price);
    case 'IMMEDIATE_AND_CHARGE_WITH_REFUND':
      return charged(amount, 'unused');
    case 'IMMEDIATE_AND_CHARGE_WITH_FULL_REFUND':
      return charged(amount, 'full');
    case 'IMMEDIATE_WITH_TIME_PRORATION':
      return { startsAt: 'now', charge: undefined, refund: 'none', next: { amount, at: 'moved' } };
    case 'IMMEDIATE_AND_CHARGE_WITH_TIME_PRORATION':
      return { startsAt: 'now', charge: amount, refund: 'none', next: { amount, at: 'moved' } };
  }
}

/** A change that was asked for, as the platform tells of it. */
export interface PlanSwitch {
  readonly id: string;
  readonly toOfferId: string;
  readonly algorithm: string;
  readonly status: 'pending' | 'inprogress' | 'finished' | 'cancelled' | 'failed';
}

/** Asks for a change. It is not done before the platform says so. */
export async function requestSwitch(session: Session, plan: Plan, { offerId, direction }: SwitchOption): Promise<PlanSwitch> {
  const answer = await postSwitch(session.customer, session.requireCustomerId(), plan.offerId, {
    toOfferId: offerId,
    switchDirection: direction,
  });
  if (answer.toOfferId !== offerId || answer.status === 'failed' || answer.status === 'cancelled') {
    throw new CleengError('bad-answer', `The platform says ${answer.status} to ${answer.toOfferId} where ${offerId} was asked for`);
  }
  return answer;
}

export const readSwitch = (session: Session, id: string, signal?: AbortSignal): Promise<PlanSwitch> =>
  getSwitch(session.customer, id, signal);

/** Takes a change back that has not begun. */
export async function cancelSwitch(session: Session, id: string): Promise<void> {
  const { status } = await patchSwitch(session.customer, id);
  if (status !== 'cancelled') throw new CleengError('bad-answer', `The platform says ${status} where cancelled was asked for`);
}
