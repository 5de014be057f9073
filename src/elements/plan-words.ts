import { graceLeft, type Plan } from '../account/plans.js';
import type { accountPlan } from '../i18n/en/account-plan.js';
import type { LocalizeAmounts } from '../i18n/localize-amounts.js';
import { storeNamed } from './stores.js';

export type PlanTexts = LocalizeAmounts<typeof accountPlan>;

/** How a plan stands, in a word. */
export function planLabel(texts: PlanTexts, { status, kind }: Plan): string {
  if (status !== 'one-time') return texts.text(`plan.${status}`);
  const names = { P: 'plan.pass', R: 'plan.rental', E: 'plan.event' } as const;
  return texts.text(names[kind as keyof typeof names] ?? 'plan.one-time');
}

/** How a plan stands, in a sentence. */
export function planText(texts: PlanTexts, plan: Plan): string {
  const { status, endsAt, nextPayment } = plan;
  const date = endsAt === undefined ? '' : texts.date(endsAt);
  switch (status) {
    case 'active':
    case 'trial':
      // What is paid next, and when, is the other plan's then.
      if (plan.pendingSwitchId && date) return texts.text('plan.until', { date });
      if (!nextPayment) return texts.text(plan.period === 'season' ? 'plan.season' : 'plan.renews');
      if (!nextPayment.amount.minor) return texts.text('plan.free');
      return texts.text(status === 'trial' ? 'plan.first-payment' : 'plan.next-payment', payment(texts, nextPayment));
    case 'ending':
      return date ? texts.text('plan.not-renewed', { date }) : texts.text('plan.unlimited');
    case 'cancelled':
      return date ? texts.text('plan.access-until', { date }) : texts.text('plan.access-cancelled');
    case 'payment-problem':
      return texts.text('plan.payment-failed', { date });
    case 'paused':
      return pausedText(texts, plan);
    case 'external':
      return externalText(texts, plan);
    case 'one-time':
      if (!date) return texts.text('plan.unlimited');
      return texts.text(plan.kind === 'E' ? 'plan.event-until' : 'plan.until', { date });
  }
}

const payment = (texts: PlanTexts, { amount, at }: NonNullable<Plan['nextPayment']>) => ({
  amount: texts.money(amount),
  date: texts.date(at),
});

function pausedText(texts: PlanTexts, { pause, nextPayment }: Plan): string {
  if (pause?.failed) return texts.text('plan.pause-failed');
  return pause && nextPayment
    ? texts.text('plan.paused-until', { date: texts.date(pause.endsAt), amount: texts.money(nextPayment.amount) })
    : texts.text('plan.paused');
}

export function storeText(texts: PlanTexts, store: string | undefined): string {
  return texts.text(`store.${storeNamed(store) ?? 'other'}`);
}

function externalText(texts: PlanTexts, { store, endsAt }: Plan): string {
  const how = texts.text(`store.${storeNamed(store) ?? 'other'}-how`);
  const words = [texts.text('plan.external-text', { store: storeText(texts, store), how })];
  if (endsAt !== undefined) words.push(texts.text('plan.external-paid', { date: texts.date(endsAt) }));
  return words.join(' ');
}

/** What happens next to an overdue plan: when it is tried again, and how long access lasts. */
export function graceText(texts: PlanTexts, plan: Plan, graceDays: number | undefined, now: number): string {
  const words = plan.retryAt ? [texts.text('plan.retry', { date: texts.date(plan.retryAt) })] : [];
  const left = graceDays === undefined ? undefined : graceLeft(plan, graceDays, now);
  if (left === 0) words.push(texts.text('plan.last-day'));
  else if (left) {
    const days = new Intl.NumberFormat(texts.lang, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(left);
    words.push(texts.text('plan.days-left', { days }));
  }
  return words.join(' ');
}
