import type { PAUSE_TEXTS } from '../inferences.js';
import { addPeriod, type Period } from './periods.js';

export type PauseRefusal = keyof typeof PAUSE_TEXTS;

export interface PauseCase {
  status: string;
  external: boolean;
  inTrial: boolean;
  /** The subscription is paid again at its end; a redeemed gift is not. */
  renews: boolean;
  renewing: boolean;
  pending: 'pause' | 'switch' | null;
  period: Period | null;
  /** Most billing cycles the offer may be paused for; null = not at all. */
  maxCycles: number | null;
}

const isShort = (period: Period | null) =>
  period !== null &&
  ((period.unit === 'week' && period.amount === 1) || (period.unit === 'month' && (period.amount === 1 || period.amount === 3)));

/** Why a subscription may not be paused (contract, 8); `undefined` when it may. */
export function judgePause(held: PauseCase, cycles: number): PauseRefusal | undefined {
  if (held.external) return 'external';
  if (held.pending) return held.pending === 'pause' ? 'paused' : 'switch';
  if (held.status !== 'active' || !held.renews) return 'not-active';
  if (held.inTrial) return 'trial';
  if (!isShort(held.period)) return 'period';
  if (held.maxCycles === null) return 'offer';
  if (cycles > held.maxCycles) return 'cycles';
  return held.renewing ? 'renewal' : undefined;
}

/** A pause begins when the period paid for ends, and lasts whole billing cycles. */
export const pauseDates = (periodEnd: number, { unit, amount }: Period, cycles: number) => ({
  pauseDate: periodEnd,
  resumeDate: addPeriod(periodEnd, { unit, amount: amount * cycles }),
});

export type PauseState = 'none' | 'scheduled' | 'paused' | 'over';

/** How a pause stands now (contract, 8): scheduled until its date, then paused, over from the day of resuming. */
export function pauseState(pause: { pauseDate: number; resumeDate: number } | null, now: number): PauseState {
  if (!pause) return 'none';
  if (now < pause.pauseDate) return 'scheduled';
  return now < pause.resumeDate ? 'paused' : 'over';
}

/** When the end of a pause is tried (again): on its day, then a while after each refusal, until there have been enough. */
export function nextResume({ resumeDate, failedResumes }: { resumeDate: number; failedResumes: readonly number[] }, retry: number): number {
  const last = failedResumes.at(-1);
  return last === undefined ? resumeDate : last + retry;
}
