import { eq } from 'drizzle-orm';
import { PAUSE_TEXTS } from '../inferences.js';
import { refuse } from '../refusal.js';
import { addPeriod, parsePeriod } from '../rules/periods.js';
import { judgePause, pauseDates, type PauseRefusal } from '../rules/pauses.js';
import { couponPeriodsAfter, nextPrice } from '../rules/pricing.js';
import { nextPaymentBefore } from '../rules/subscriptions.js';
import { charge, payingWith } from './charges.js';
import { record } from './events.js';
import type { Holding } from './holdings.js';
import { findOffer } from './offers.js';
import type { Db } from './open.js';
import { holdings } from './schema.js';
import { aboutSubscription, inTrial, isRenewing, ownSubscription, withoutPlans } from './subscriptions.js';

export type Pause = NonNullable<Holding['pause']>;

/** Why a subscription cannot be paused for so many billing cycles; `undefined` when it can. */
export async function refusalToPause(db: Db, held: Holding, cycles: number, now: number): Promise<PauseRefusal | undefined> {
  const offer = await findOffer(db, held.offerId, held.country);
  return judgePause(
    {
      status: held.status,
      external: held.store !== null,
      inTrial: inTrial(held, now),
      renews: held.renews,
      renewing: isRenewing(held, now),
      pending: held.pause ? 'pause' : held.pendingSwitchId !== null ? 'switch' : null,
      period: parsePeriod(held.period),
      maxCycles: offer?.pauseMaxCycles ?? null,
    },
    cycles,
  );
}

/** Schedules a pause for the end of the period paid for (contract, 8). */
export async function schedulePause(db: Db, customerId: number, id: number, cycles: number, now: number): Promise<Pause> {
  return db.transaction(async (tx) => {
    const held = await ownSubscription(tx, id, customerId, now);
    const reason = await refusalToPause(tx, held, cycles, now);
    const period = parsePeriod(held.period);
    if (reason || !period || held.expiresAt === null) throw refuse(PAUSE_TEXTS[reason ?? 'period']);
    const pause = { requestedAt: now, ...pauseDates(held.expiresAt, period, cycles), failedResumes: [] };
    await tx.update(holdings).set({ pause, nextPaymentAt: pause.resumeDate }).where(eq(holdings.id, id));
    await record(tx, { ...aboutSubscription(held, now), type: 'subscriptionPauseScheduled', data: { ...pause, cycles } });
    return pause;
  });
}

/** Ends a pause before its time: one that has not begun is dropped, one that runs is paid for now. */
export async function endPause(db: Db, customerId: number, id: number, now: number): Promise<void> {
  const resumed = await db.transaction(async (tx) => {
    const held = await ownSubscription(tx, id, customerId, now);
    if (!held.pause) throw refuse('The subscription has no pause');
    if (held.status === 'paused') return unpause(tx, held, held.pause, now);
    await tx.update(holdings).set(withoutPlans(held, now)).where(eq(holdings.id, id));
    await record(tx, { ...aboutSubscription(held, now), type: 'subscriptionUnpaused', data: { began: false } });
    return true;
  });
  // The refused attempt stays written down.
  if (!resumed) throw refuse('Refused: the subscription could not be paid for and stays paused');
}

/** Begins a pause: no access, and nothing is charged. */
export async function beginPause(tx: Db, held: Holding, now: number): Promise<void> {
  await tx.update(holdings).set({ status: 'paused' }).where(eq(holdings.id, held.id));
  await record(tx, { ...aboutSubscription(held, now), type: 'subscriptionPaused', data: { ...held.pause } });
}

/**
 * Ends a pause that runs: a period that begins now is paid for. A refusal is kept in the pause.
 * @returns whether it was paid
 */
export async function unpause(tx: Db, held: Holding, pause: Pause, now: number): Promise<boolean> {
  const { feeRate } = await payingWith(tx, held.customerId);
  const price = nextPrice(held, feeRate);
  const charged = await charge(tx, held, { kind: 'renewal', price }, now);
  const period = parsePeriod(held.period);
  if (!charged.ok || !period) {
    await tx
      .update(holdings)
      .set({ pause: { ...pause, failedResumes: [...pause.failedResumes, now] } })
      .where(eq(holdings.id, held.id));
    return false;
  }
  const { gateway, method } = charged;
  const expiresAt = addPeriod(now, period);
  const [running] = await tx
    .update(holdings)
    .set({
      status: 'active',
      pause: null,
      periodStartedAt: now,
      expiresAt,
      nextPaymentAt: nextPaymentBefore(expiresAt, now),
      periodPaid: price.total,
      couponPeriodsLeft: couponPeriodsAfter(held.couponPeriodsLeft),
      gateway,
      method,
    })
    .where(eq(holdings.id, held.id))
    .returning();
  await record(tx, {
    ...aboutSubscription(running!, now),
    type: 'subscriptionUnpaused',
    amount: price.total,
    data: { began: true, pauseDate: pause.pauseDate, expiresAt },
  });
  return true;
}

/** Ends a subscription whose pause could not be ended, for want of payment. */
export async function giveUp(tx: Db, held: Holding, now: number): Promise<void> {
  await tx
    .update(holdings)
    .set({ status: 'terminated', endedAt: now, endReason: 'payment', nextPaymentAt: null })
    .where(eq(holdings.id, held.id));
  await record(tx, { ...aboutSubscription(held, now), type: 'subscriptionTerminated', reason: 'payment', data: { pause: held.pause } });
}
