import { html, nothing, type TemplateResult } from 'lit';
import { CANCELLATION_REASONS, type Plan } from '../../account/plans.js';
import type { account } from '../../i18n/en/account.js';
import type { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { button } from '../../ui/button.js';
import { textOf } from '../../ui/form-data.js';

type Texts = LocalizeAmounts<typeof account>;

export interface PlanView {
  texts: Texts;
  plan: Plan;
  /** Whether the viewer is being asked to confirm the cancellation of this plan. */
  confirming: boolean;
  busy: boolean;
  message: TemplateResult | typeof nothing;
  onCancel: () => void;
  onKeep: () => void;
  onConfirm: (reason: string | undefined) => void;
  onResume: () => void;
}

/** One plan: how it stands, in words, and what can be done about it. */
export function planCard(view: PlanView): TemplateResult {
  const { texts, plan, confirming, message } = view;
  return html`<article class="card" part="summary">
    <div class="title">
      <h3 tabindex="-1">${plan.title}</h3>
      <span class="status" data-status=${plan.status}>${texts.text(`plan.${plan.status}`)}</span>
    </div>
    <p>${planText(texts, plan)}</p>
    ${message} ${confirming ? confirmation(view) : actions(view)}
  </article>`;
}

function planText(texts: Texts, { status, endsAt, nextPayment, store }: Plan): string {
  const date = endsAt === undefined ? '' : texts.date(endsAt);
  switch (status) {
    case 'active':
      return nextPayment
        ? texts.text('plan.next-payment', { amount: texts.money(nextPayment.amount), date: texts.date(nextPayment.at) })
        : texts.text('plan.renews');
    case 'trial':
      return nextPayment
        ? texts.text('plan.first-payment', { amount: texts.money(nextPayment.amount), date: texts.date(nextPayment.at) })
        : texts.text('plan.renews');
    case 'cancelled':
      return date ? texts.text('plan.access-until', { date }) : texts.text('cancel.done');
    case 'payment-problem':
      return texts.text('plan.payment-failed');
    case 'external':
      return texts.text('plan.external-text', { store: store ?? '' });
    case 'one-time':
      return date ? texts.text('plan.until', { date }) : texts.text('plan.unlimited');
  }
}

function actions({ texts, plan, busy, onCancel, onResume }: PlanView): TemplateResult | typeof nothing {
  if (plan.status === 'external' || plan.status === 'one-time') return nothing;
  return html`<div class="actions">
    ${
      plan.status === 'cancelled'
        ? button({
            label: texts.text('resume.start'),
            kind: 'primary',
            part: 'submit',
            busy: busy && texts.text('resume.working'),
            onClick: onResume,
          })
        : button({ label: texts.text('cancel.start'), onClick: onCancel })
    }
  </div>`;
}

/** Asked once, answered plainly: what happens, an optional reason, and two buttons. */
function confirmation({ texts, plan, busy, onKeep, onConfirm }: PlanView): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onConfirm(textOf(new FormData(event.currentTarget as HTMLFormElement), 'reason') || undefined);
  };
  return html`<form class="stack" @submit=${submit}>
    <h4 tabindex="-1">${texts.text('cancel.heading', { title: plan.title })}</h4>
    <p>
      ${plan.endsAt === undefined ? texts.text('cancel.consequence-open') : texts.text('cancel.consequence', { date: texts.date(plan.endsAt) })}
    </p>
    <fieldset>
      <legend>${texts.text('cancel.reason')}</legend>
      ${CANCELLATION_REASONS.map(
        ({ value, key }) =>
          html`<label class="choice"><input type="radio" name="reason" value=${value} /> ${texts.text(`reason.${key}`)}</label>`,
      )}
      <label class="choice"><input type="radio" name="reason" value="" checked /> ${texts.text('cancel.no-reason')}</label>
    </fieldset>
    <div class="actions">
      ${button({ label: texts.text('cancel.confirm'), type: 'submit', kind: 'primary', part: 'submit', busy: busy && texts.text('cancel.working') })}
      ${button({ label: texts.text('cancel.keep'), onClick: onKeep })}
    </div>
  </form>`;
}
