import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PlanDetail } from '../../account/plan-details.js';
import type { Plan } from '../../account/plans.js';
import { button } from '../../ui/button.js';
import { notice } from '../../ui/notice.js';
import { graceText, planLabel, planText, storeText, type PlanTexts } from '../plan-words.js';
import { fixLink } from '../problem-notice.js';
import { STORES, storeNamed } from '../stores.js';
import type { PlanPanel } from './panel.js';

/** What is done at once, in one step. */
export type SimpleChange = 'resume' | 'unpause' | 'switch-cancel';

export interface CardView {
  readonly texts: PlanTexts;
  readonly plan: Plan;
  readonly detail: PlanDetail | undefined;
  readonly graceDays: number | undefined;
  readonly paymentUrl: string | undefined;
  /** What is being done to this plan. */
  readonly busy: SimpleChange | undefined;
  /** The panel whose code is under way. */
  readonly opening: PlanPanel | undefined;
  readonly message: unknown;
  /** The panel that is open, in place of the actions. */
  readonly panel: TemplateResult | undefined;
  readonly onOpen: (panel: PlanPanel) => void;
  readonly onChange: (change: SimpleChange) => void;
  readonly onFix: (event: Event) => void;
}

/** One plan: how it stands, in words, and what can be done about it. */
export function planCard(view: CardView): TemplateResult {
  const { texts, plan, message, panel } = view;
  return html`<article class="card" part="summary">
    <div class="title">
      <h3 tabindex="-1">${plan.title}</h3>
      <span class="status" part="badge" data-status=${plan.status}>${planLabel(texts, plan)}</span>
    </div>
    <p>${planText(texts, plan)}</p>
    ${ahead(view)} ${message === nothing ? refusal(view) : message} ${panel ?? actions(view)}
  </article>`;
}

/** A change that came to nothing, told to whoever was not there when it did. */
function refusal({ texts, detail, paymentUrl, onFix }: CardView): unknown {
  if (!detail?.refused) return nothing;
  const more = paymentUrl ? fixLink(texts, paymentUrl, onFix) : nothing;
  return notice({ kind: 'error', text: switchFailedText(texts, detail.refused.title), more });
}

export const switchFailedText = (texts: PlanTexts, title: string | undefined): string =>
  title ? texts.text('switch.failed', { title }) : texts.text('switch.failed-unknown');

/** What is going to happen to a plan besides. */
function ahead({ texts, plan, detail, graceDays }: CardView): unknown {
  const { pause, status } = plan;
  if (status === 'payment-problem') {
    const words = graceText(texts, plan, graceDays, Date.now() / 1000);
    return words ? html`<p>${words}</p>` : nothing;
  }
  if (status === 'cancelled' && plan.resumesWith) {
    const { amount, at } = plan.resumesWith;
    return html`<p class="muted">${texts.text('resume.price', { amount: texts.money(amount), date: texts.date(at) })}</p>`;
  }
  if (status === 'paused' && plan.nextPayment) {
    return html`<p class="muted">${texts.text('unpause.price', { amount: texts.money(plan.nextPayment.amount) })}</p>`;
  }
  if (pause) {
    return html`<p>${texts.text('plan.pause-ahead', { date: texts.date(pause.startsAt), end: texts.date(pause.endsAt) })}</p>`;
  }
  return plan.pendingSwitchId ? notice({ kind: 'info', text: switchText(texts, plan, detail) }) : nothing;
}

function switchText(texts: PlanTexts, { endsAt }: Plan, detail: PlanDetail | undefined): string {
  const option = detail?.pending?.option;
  if (!option) return texts.text('plan.switch-unknown');
  const { title } = option;
  if (detail.pending?.algorithm !== 'DEFERRED') return texts.text('plan.switching', { title });
  const amount = texts.money(option.nextPrice);
  return endsAt === undefined
    ? texts.text('plan.switch-ahead-open', { title, amount })
    : texts.text('plan.switch-ahead', { title, amount, date: texts.date(endsAt) });
}

function actions(view: CardView): unknown {
  const all = actionsFor(view);
  // One that comes late, for the platform was asked first, is another button: none turns into it under a viewer's finger or focus.
  const each = repeat(
    all,
    ([name]) => name,
    ([, shown]) => shown,
  );
  return all.length ? html`<div class="actions">${each}</div>` : nothing;
}

/** Something to do, by a name of its own. */
type Named = readonly [name: PlanPanel | SimpleChange | 'fix' | 'store', shown: TemplateResult];

function actionsFor({ texts, plan, detail, paymentUrl, busy, opening, onOpen, onChange, onFix }: CardView): Named[] {
  const open = (panel: PlanPanel): Named => [
    panel,
    button({
      label: texts.text(`action.${panel}`),
      busy: opening === panel && texts.text('state.loading'),
      onClick: () => onOpen(panel),
    }),
  ];
  const change = (what: SimpleChange, label: string, working: string, primary = false): Named => [
    what,
    button({
      label,
      kind: primary ? 'primary' : 'plain',
      part: 'submit',
      busy: busy === what && working,
      onClick: () => onChange(what),
    }),
  ];
  const fix: Named[] = paymentUrl
    ? [['fix', html`<a class="cleeng-button cleeng-submit" part="submit" href=${paymentUrl} @click=${onFix}>${texts.text('plan.fix')}</a>`]]
    : [];
  const { pause, status, pendingSwitchId, title } = plan;
  switch (status) {
    case 'active':
    case 'trial': {
      const dropped = pause ? [change('unpause', texts.text('unpause.drop'), texts.text('unpause.working'))] : [];
      const kept =
        detail?.pending?.algorithm === 'DEFERRED' && detail.pending.status === 'pending'
          ? [change('switch-cancel', texts.text('switch.cancel', { title }), texts.text('switch.cancelling'))]
          : [];
      const changed = pendingSwitchId || pause ? [] : [open('change')];
      return [...dropped, ...kept, ...changed, open('coupon'), ...(detail?.pauseLimit ? [open('pause')] : []), open('cancel')];
    }
    case 'payment-problem':
      return [...fix, open('cancel')];
    case 'paused': {
      const resume = change('unpause', texts.text('unpause.start'), texts.text('unpause.working'), true);
      return [...(pause?.failed ? fix : []), resume, open('cancel')];
    }
    case 'cancelled':
      return [change('resume', texts.text('resume.start'), texts.text('resume.working'), true)];
    case 'external': {
      const store = storeNamed(plan.store);
      const label = texts.text('plan.manage-in', { store: storeText(texts, plan.store) });
      return store
        ? [['store', html`<a class="cleeng-button" part="button" href=${STORES[store]} target="_blank" rel="noreferrer">${label}</a>`]]
        : [];
    }
    default:
      return [];
  }
}
