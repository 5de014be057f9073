import { RENEWAL_AHEAD_SECONDS } from '../inferences.js';
import { addPeriod, SEASON_END, type Period } from './periods.js';

/** A trial by days, or by whole periods. */
export interface Trial {
  type: 'day' | 'period';
  duration: number;
}

export interface Term {
  expiresAt: number;
  nextPaymentAt: number;
  trialEndsAt: number | null;
}

/** The first term of a new subscription, in unix seconds. */
export function firstTerm(start: number, period: Period, trial: Trial | null): Term {
  if (trial) {
    const end =
      trial.type === 'day'
        ? addPeriod(start, { unit: 'day', amount: trial.duration })
        : addPeriod(start, { unit: period.unit, amount: period.amount * trial.duration });
    return { expiresAt: end, nextPaymentAt: end, trialEndsAt: end };
  }
  const expiresAt = addPeriod(start, period);
  return { expiresAt, nextPaymentAt: nextPaymentBefore(expiresAt, start), trialEndsAt: null };
}

/** When the payment for the period after this one is attempted. A season without a known end has no such moment. */
export const nextPaymentBefore = (expiresAt: number, start: number): number =>
  expiresAt === SEASON_END ? SEASON_END : Math.max(start, expiresAt - RENEWAL_AHEAD_SECONDS);

/** Access follows the status, not the date (contract, 4.6): a cancelled subscription lasts to its end, an active one on. */
export function grantsAccess(held: { status: string; expiresAt: number | null; letter: string }, now: number): boolean {
  if (held.letter === 'S' && held.status === 'active') return true;
  if (held.status !== 'active' && held.status !== 'cancelled') return false;
  return held.expiresAt === null || held.expiresAt > now;
}
