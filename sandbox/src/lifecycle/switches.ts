import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import { charge, payingWith, refund } from '../db/charges.js';
import { record } from '../db/events.js';
import { findHolding, type Holding } from '../db/holdings.js';
import { takeIds } from '../db/ids.js';
import { findOffer, longId } from '../db/offers.js';
import type { Db } from '../db/open.js';
import { holdings, switches } from '../db/schema.js';
import { aboutSubscription, withoutPlans } from '../db/subscriptions.js';
import { newTerms, type NewTerms, type StoredSwitch } from '../db/switches.js';
import { SWITCH_PROGRESS_SECONDS } from '../inferences.js';
import { cycleOf } from '../rules/dunning.js';
import { isOnTrial } from '../rules/lifecycle.js';
import { periodName } from '../rules/periods.js';
import { couponPeriodsAfter } from '../rules/pricing.js';
import { nextPaymentBefore } from '../rules/subscriptions.js';
import { settleSwitch, type SwitchAlgorithm, type SwitchOutcome } from '../rules/switches.js';
import type { DueKind } from './due.js';

/** When a switch takes its next step: an immediate one is in progress for a while before it takes effect. */
const stepAt = sql<
  number | string | null
>`min(case when ${switches.status} = 'pending' and ${switches.algorithm} <> 'DEFERRED' then ${switches.dueAt} - ${SWITCH_PROGRESS_SECONDS}::int else ${switches.dueAt} end)`;

/** Switches that wait for their time. */
export const pendingSwitches: DueKind = {
  name: 'switches',
  async next(db) {
    const [row] = await db
      .select({ at: stepAt })
      .from(switches)
      .where(inArray(switches.status, ['pending', 'inprogress']));
    return row?.at == null ? undefined : Number(row.at);
  },
  async run(db, now) {
    await db
      .update(switches)
      .set({ status: 'inprogress', updatedAt: now })
      .where(
        and(eq(switches.status, 'pending'), lte(switches.dueAt, now + SWITCH_PROGRESS_SECONDS), sql`${switches.algorithm} <> 'DEFERRED'`),
      );
    const due = await db
      .select()
      .from(switches)
      .where(and(inArray(switches.status, ['pending', 'inprogress']), lte(switches.dueAt, now)))
      .orderBy(switches.dueAt, switches.createdAt, switches.id);
    for (const request of due) await take(db, request);
  },
};

/** Lets a switch take effect, at the moment it was due, or fail. */
async function take(tx: Db, request: StoredSwitch): Promise<void> {
  const now = request.dueAt;
  const [held] = await tx.select().from(holdings).where(eq(holdings.id, request.subscriptionId)).for('update');
  const next = held?.status === 'active' ? await exchange(tx, held, request, now) : undefined;
  if (held && !next) await tx.update(holdings).set(withoutPlans(held, now)).where(eq(holdings.id, held.id));
  await tx
    .update(switches)
    .set({ status: next ? 'finished' : 'failed', newSubscriptionId: next?.id ?? null, updatedAt: now })
    .where(eq(switches.id, request.id));
}

/** @returns the new subscription; `undefined` when it could not be paid for, is no longer sold, or was bought meanwhile */
async function exchange(tx: Db, held: Holding, request: StoredSwitch, now: number): Promise<Holding | undefined> {
  const algorithm = request.algorithm as SwitchAlgorithm;
  const offer = await findOffer(tx, request.toOfferId, held.country);
  const { feeRate } = await payingWith(tx, held.customerId);
  const terms = offer?.active ? await newTerms(tx, held, offer, algorithm, feeRate) : undefined;
  // Nobody pays twice for the same.
  if (!offer || !terms || (await findHolding(tx, held.customerId, offer.id, now))) return undefined;
  const from = { periodStartedAt: held.periodStartedAt, expiresAt: held.expiresAt ?? now, periodPaid: held.periodPaid };
  const to = { period: terms.period, price: terms.nextPayment, fullPrice: terms.fullPayment };
  const outcome = settleSwitch(algorithm, from, to, now);
  const taken: Holding = {
    ...held,
    ...planOf(held, terms, outcome, now),
    offerId: longId(offer, offer.here),
    offerTitle: offer.here.title,
    period: periodName(offer.letter, terms.period),
  };
  // The number of the new subscription is taken before the money, so that the payment can name it.
  const [id] = await takeIds(tx, 'holdings', 1);
  const becoming = { ...taken, id: id! };
  const charged = outcome.charge && (await charge(tx, held, { kind: 'switch', price: outcome.charge, becoming }, now));
  if (charged && !charged.ok) return undefined;
  if (outcome.refund > 0) await refund(tx, held, outcome.refund, `Switch to ${taken.offerId}`, now);
  await tx
    .update(holdings)
    .set({ status: 'switched', endedAt: now, endReason: 'switch', pendingSwitchId: null, nextPaymentAt: null })
    .where(eq(holdings.id, held.id));
  const paidBy = charged ? { gateway: charged.gateway, method: charged.method } : {};
  const [next] = await tx
    .insert(holdings)
    .values({ ...becoming, ...paidBy })
    .returning();
  await tellOf(tx, held, next!, request, outcome, now);
  return next!;
}

/** The plan of the subscription that begins. */
function planOf(held: Holding, { price, coupon }: NewTerms, outcome: SwitchOutcome, now: number) {
  const { charge: charged, periodStartedAt, expiresAt, periodPaid } = outcome;
  const left = charged && coupon.couponPeriodsLeft > 0 ? couponPeriodsAfter(coupon.couponPeriodsLeft) : coupon.couponPeriodsLeft;
  return {
    startedAt: now,
    price,
    ...coupon,
    couponPeriodsLeft: left,
    periodStartedAt,
    expiresAt,
    periodPaid,
    // A trial goes on where nothing is charged and no date moves.
    trialEndsAt: !charged && isOnTrial(held) && expiresAt === held.expiresAt ? held.trialEndsAt : null,
    nextPaymentAt: expiresAt === held.expiresAt ? held.nextPaymentAt : nextPaymentBefore(expiresAt, now),
    failedAttempts: 0,
    nextAttemptAt: null,
    graceEndsAt: null,
    pause: null,
    pendingSwitchId: null,
  };
}

async function tellOf(tx: Db, held: Holding, next: Holding, request: StoredSwitch, outcome: SwitchOutcome, now: number): Promise<void> {
  const { fromOfferId, toOfferId, algorithm, direction, id: switchId } = request;
  const about = { ...aboutSubscription(next, now), amount: outcome.charge?.total ?? 0 };
  await record(tx, {
    ...about,
    type: 'subscriptionSwitched',
    reason: 'switch',
    data: {
      switchId,
      fromOfferId,
      toOfferId,
      direction,
      algorithm,
      fromSubscriptionId: held.id,
      refund: outcome.refund,
      period: cycleOf(next.period),
      price: next.price,
      expiresAt: next.expiresAt,
    },
  });
  if (isOnTrial(held) && outcome.charge) {
    await record(tx, {
      ...about,
      type: 'trialConverted',
      data: { switchId, period: cycleOf(next.period), price: next.price, expiresAt: next.expiresAt },
    });
  }
}
