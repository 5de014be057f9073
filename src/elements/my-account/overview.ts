import { html, nothing, type TemplateResult } from 'lit';
import type { Customer } from '../../account/customer.js';
import { paidTwice, planKey, type Plan } from '../../account/plans.js';
import type { account } from '../../i18n/en/account.js';
import type { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { button } from '../../ui/button.js';
import { notice } from '../../ui/notice.js';
import { planLabel, planText, type PlanTexts } from '../plan-words.js';
import { problemNotice, withProblem } from '../problem-notice.js';

interface OverviewOptions {
  readonly texts: LocalizeAmounts<typeof account>;
  readonly planTexts: PlanTexts;
  readonly customer: Customer | undefined;
  readonly plans: readonly Plan[];
  /** The plans that have come so far: many come piece by piece. */
  readonly cards: readonly Plan[];
  readonly graceDays: number | undefined;
  readonly offersUrl: string | undefined;
  /** The way to put a payment right. */
  readonly fix: unknown;
  readonly onManage: () => void;
}

/** At a glance: who the viewer is, what they have, and what needs their attention. */
export function overview(o: OverviewOptions): TemplateResult {
  const { planTexts, plans } = o;
  const [title] = paidTwice(plans);
  return html`${greeting(o)} ${withProblem(plans).map((plan) => problemNotice(planTexts, plan, o.graceDays, o.fix))}
  ${title ? notice({ kind: 'info', text: planTexts.text('plan.twice', { title }) }) : nothing}
  ${plans.length ? o.cards.map((plan) => summary(planTexts, plan)) : empty(o)}
  ${plans.length ? html`<div>${button({ label: o.texts.text('overview.manage'), part: 'submit', onClick: o.onManage })}</div>` : nothing}`;
}

function greeting({ texts, customer }: OverviewOptions): TemplateResult | typeof nothing {
  if (!customer) return nothing;
  const { firstName, email, memberSince } = customer;
  return html`<p>
    ${firstName ? html`<strong>${texts.text('overview.hello', { name: firstName })}</strong><br />` : nothing}
    <span class="muted"
      >${email}${memberSince === undefined ? nothing : html`<br />${texts.text('overview.since', { date: texts.date(memberSince) })}`}</span
    >
  </p>`;
}

const summary = (texts: PlanTexts, plan: Plan): TemplateResult =>
  html`<article class="card" part="summary" data-plan=${planKey(plan)}>
    <div class="title">
      <h3>${plan.title}</h3>
      <span class="status" part="badge" data-status=${plan.status}>${planLabel(texts, plan)}</span>
    </div>
    ${withProblem([plan]).length ? nothing : html`<p>${planText(texts, plan)}</p>`}
  </article>`;

const empty = ({ planTexts, offersUrl }: OverviewOptions): TemplateResult =>
  html`<slot name="empty"
    ><div class="card" part="summary">
      <p>${planTexts.text('plan.none')}</p>
      ${
        offersUrl
          ? html`<div><a class="cleeng-button cleeng-submit" part="submit" href=${offersUrl}>${planTexts.text('plan.see-offers')}</a></div>`
          : nothing
      }
    </div></slot
  >`;
