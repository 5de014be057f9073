import { graceEnd, nextAttempt, type Dunning } from './dunning.js';
import { addAnchored, parsePeriod, SEASON_END } from './periods.js';
import { couponPeriodsAfter, type RecurringPrice } from './pricing.js';
import { nextPaymentBefore } from './subscriptions.js';

/** What time does something to: a subscription, a pass or a single purchase. All moments in unix seconds. */
export interface Life extends RecurringPrice {
  status: 'active' | 'cancelled' | 'paused' | 'expired' | 'terminated' | 'switched';
  startedAt: number;
  periodStartedAt: number;
  expiresAt: number | null;
  nextPaymentAt: number | null;
  trialEndsAt: number | null;
  endedAt: number | null;
  endReason: 'voluntary' | 'payment' | 'publisher' | 'switch' | null;
  period: string | null;
  periodPaid: number;
  renews: boolean;
  failedAttempts: number;
  nextAttemptAt: number | null;
  graceEndsAt: number | null;
  pendingSwitchId: string | null;
  pause: object | null;
}

/**
 * When something happens next to a holding by itself; undefined when nothing does. While a switch or a pause is waiting nothing is charged:
 * they decide what comes next. (The database derives the same in the column `due_at`.)
 */
export function dueAt(life: Life): number | undefined {
  const at = momentOf(life);
  return at === null || at === SEASON_END ? undefined : at;
}

function momentOf(life: Life): number | null {
  if (life.status === 'cancelled') return life.expiresAt;
  if (life.status !== 'active') return null;
  if (!life.renews) return life.expiresAt;
  if (life.pendingSwitchId !== null || life.pause !== null) return null;
  if (life.graceEndsAt === null) return life.nextPaymentAt;
  return Math.min(life.nextAttemptAt ?? life.graceEndsAt, life.graceEndsAt);
}

/**
 * When the next payment is attempted, as the customer is told: while a renewal is refused, the next attempt of the publisher's dunning. Null when
 * nothing is charged any more.
 */
export const nextChargeAt = (life: Pick<Life, 'graceEndsAt' | 'nextAttemptAt' | 'nextPaymentAt'>): number | null =>
  life.graceEndsAt === null ? life.nextPaymentAt : life.nextAttemptAt;

/** What is due: a payment, the end of a grace period, or the end of what is not renewed. */
export type Turn = 'charge' | 'terminate' | 'expire';

/** What happens to a holding that is due at `now`. */
export function turnAt(life: Life, now: number): Turn {
  if (life.status === 'cancelled' || !life.renews) return 'expire';
  return life.graceEndsAt !== null && life.graceEndsAt <= now ? 'terminate' : 'charge';
}

/** Whether the trial is all there has been so far: it runs, or its end has not been paid for yet. */
export const isOnTrial = (life: Pick<Life, 'trialEndsAt' | 'expiresAt'>): boolean =>
  life.trialEndsAt !== null && life.trialEndsAt === life.expiresAt;

/** A renewal that was paid: the new period begins where the last one ended, however late it was paid, without overlap or gap. */
export function renewed(life: Life, paid: number): Partial<Life> {
  const period = parsePeriod(life.period);
  if (!period || life.expiresAt === null) throw new Error('Only a subscription with a period is renewed');
  const expiresAt = addAnchored(life.expiresAt, period, life.trialEndsAt ?? life.startedAt);
  return {
    periodStartedAt: life.expiresAt,
    expiresAt,
    nextPaymentAt: nextPaymentBefore(expiresAt, life.expiresAt),
    periodPaid: paid,
    couponPeriodsLeft: couponPeriodsAfter(life.couponPeriodsLeft),
    failedAttempts: 0,
    nextAttemptAt: null,
    graceEndsAt: null,
  };
}

/** A renewal that was refused: it is tried again as the publisher's dunning says; access lasts to the end of the grace period. */
export function refused(life: Life, dunning: Dunning, now: number): Partial<Life> {
  const due = life.expiresAt ?? now;
  return {
    failedAttempts: life.failedAttempts + 1,
    nextAttemptAt: nextAttempt(dunning, due, now) ?? null,
    graceEndsAt: life.graceEndsAt ?? Math.max(graceEnd(dunning, due), now),
  };
}

/** The end, at `now`. What nobody cancelled and nobody failed to pay has run out, for no reason of anybody's. */
export function ended(life: Life, turn: 'terminate' | 'expire', now: number): Partial<Life> {
  const gone = { endedAt: now, nextPaymentAt: null, nextAttemptAt: null };
  if (turn === 'terminate') return { ...gone, status: 'terminated', endReason: 'payment' };
  return { ...gone, status: 'expired', endReason: life.status === 'cancelled' ? 'voluntary' : null };
}
