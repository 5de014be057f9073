import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Plan } from '../../account/plans.js';
import * as beside from '../../controllers/beside.js';
import { plansOf } from '../../controllers/plans.js';
import { Recheck } from '../../controllers/recheck.js';
import { Watch } from '../../controllers/watch.js';
import { accountPlan as messages } from '../../i18n/en/account-plan.js';
import { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { plan } from '../../i18n/parts.js';
import type { ResourceState } from '../../session/resource.js';
import { controls } from '../../ui/controls.js';
import { frame } from '../../ui/frame.js';
import { tokens } from '../../ui/tokens.js';
import { CleengElement } from '../element.js';
import { PlanFixEvent } from '../plan-fix-event.js';
import { fixLink, problemNotice, withProblem } from '../problem-notice.js';

/** What `<cleeng-payment-problem>` can show. */
export const PAYMENT_PROBLEM_VIEWS = ['none', 'problem'] as const;
export type PaymentProblemView = (typeof PAYMENT_PROBLEM_VIEWS)[number];

/**
 * A banner for the top of any page: it shows itself only to viewers whose payment did not go through, says how long their access lasts, and
 * leads to where they put it right. Nothing is shown while that is not known.
 *
 * @summary Tells viewers that a payment failed, and where to put it right.
 * @fires {PlanFixEvent} cleeng-plan-fix - Cancelable: the viewer wants to put their payment details right.
 * @slot footer - Below the banner, while it is shown.
 * @csspart notice - The banner.
 * @csspart submit - The link to the payment details.
 */
export class CleengPaymentProblem extends CleengElement {
  static override styles = [tokens, frame, controls];

  protected override readonly bring = () => Promise.resolve(beside);

  /** Where payment details are put right, such as `/account?cleeng-section=payment`. */
  @property({ attribute: 'payment-url' }) paymentUrl?: string;
  /** How many days of access you give after a payment that failed, to tell viewers how many are left. */
  @property({ attribute: 'grace-days', type: Number }) graceDays?: number;

  readonly #texts = new LocalizeAmounts(this, messages, plan, 'accountPlan');
  readonly #plans = new Watch<ResourceState<Plan[]>>(this);

  constructor() {
    super();
    void new Recheck(this, () => void (this.kit && plansOf(this.kit)?.refresh()));
  }

  /** What the element shows now; stories and tests name it. */
  get view(): PaymentProblemView {
    return this.#problems.length ? 'problem' : 'none';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const plans = this.kit && plansOf(this.kit);
    this.#plans.retarget(plans);
    void plans?.load();
  }

  protected override render() {
    if (!this.kit) return this.renderMisconfigured();
    if (!this.#problems.length) return nothing;
    return html`<div class="stack">
      ${this.#problems.map((plan) => problemNotice(this.#texts, plan, this.graceDays, this.#way(plan)))}
      <slot name="footer"></slot>
    </div>`;
  }

  #way(plan: Plan): unknown {
    if (!this.paymentUrl) return this.renderHelp(this.#texts.text('action.help'));
    return fixLink(this.#texts, this.paymentUrl, (event) => {
      if (!this.dispatchEvent(new PlanFixEvent(plan.offerId))) event.preventDefault();
    });
  }

  get #problems(): Plan[] {
    const plans = this.#plans.state;
    return withProblem((plans && 'value' in plans && plans.value) || []);
  }
}
