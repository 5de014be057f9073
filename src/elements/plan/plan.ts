import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { PlanDetail } from '../../account/plan-details.js';
import { paidTwice, planKey, standing, type Plan } from '../../account/plans.js';
import type { PlanSwitch } from '../../account/switches.js';
import { AccountTabs } from '../../controllers/account-tabs.js';
import { Action, type Outcome } from '../../controllers/action.js';
import { breathe } from '../../controllers/breathe.js';
import { errorText } from '../../controllers/error-text.js';
import { Gradual } from '../../controllers/gradual.js';
import { planDetailsOf, plansOf } from '../../controllers/plans.js';
import { Recheck } from '../../controllers/recheck.js';
import { SwitchWatch } from '../../controllers/switch-watch.js';
import { Watch } from '../../controllers/watch.js';
import { accountPlan as messages } from '../../i18n/en/account-plan.js';
import { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { plan } from '../../i18n/parts.js';
import type { ResourceState } from '../../session/resource.js';
import { button } from '../../ui/button.js';
import { controls } from '../../ui/controls.js';
import { frame } from '../../ui/frame.js';
import { loading, notice } from '../../ui/notice.js';
import { stuck } from '../../ui/stuck.js';
import { tokens } from '../../ui/tokens.js';
import { AccountChangeEvent, AccountErrorEvent, type AccountAction } from '../account-events.js';
import { AccountElement } from '../account-element.js';
import { PlanFixEvent } from '../plan-fix-event.js';
import { planStyles } from '../plan-styles.js';
import { fixLink } from '../problem-notice.js';
import { planCard, switchFailedText, type SimpleChange } from './card.js';
import type { CancelFlow, Done } from './panel.js';
import { Panels } from './panels.js';
import { changeAtOnce, doneText, failedText, SIMPLE_ACTIONS, type Said } from './simple.js';
import { styles } from './styles.js';
import type { PlanView } from './views.js';

/**
 * Shows a viewer what they have, in words, and lets them change, pause, cancel and resume it. What another store manages is explained, with
 * the way there.
 *
 * @summary The viewer's plans and what can be done about them.
 * @fires {AccountChangeEvent} cleeng-account-change - The platform has confirmed a change.
 * @fires {AccountErrorEvent} cleeng-account-error - A change failed; nothing was changed.
 * @fires {PlanFixEvent} cleeng-plan-fix - Cancelable: the viewer wants to put their payment details right.
 * @slot heading - Replaces the heading.
 * @slot empty - Shown when there is no plan.
 * @slot footer - Below everything.
 * @csspart form - Around everything.
 * @csspart heading - The default heading.
 * @csspart summary - A plan.
 * @csspart submit - The button that confirms a change.
 * @csspart notice - A message about what happened.
 * @csspart badge - A word on how something stands.
 * @csspart button - Any other button.
 * @csspart offer - Something to have instead.
 * @csspart total - What a change costs, and when.
 * @csspart field - A field with its label, hint and error.
 * @csspart label - The label of a field.
 * @csspart input - What is typed into.
 * @csspart error - What is wrong with a field.
 */
export class CleengPlan extends AccountElement {
  static override styles = [tokens, frame, controls, planStyles, styles];

  /** Your page of offers, linked when there is no plan. */
  @property({ attribute: 'offers-url' }) offersUrl?: string;
  /** Where payment details are put right, linked when a payment did not go through. */
  @property({ attribute: 'payment-url' }) paymentUrl?: string;
  /** How many days of access you give after a payment that failed, to tell viewers how many are left. */
  @property({ attribute: 'grace-days', type: Number }) graceDays?: number;
  /** Reasons, offers and texts of yours for viewers who cancel. */
  @property({ attribute: false }) cancelFlow: CancelFlow = {};

  @state() private said: Said | undefined;
  /** What is being done at once, and to which plan. */
  @state() private doing: { readonly key: string; readonly change: SimpleChange } | undefined;

  readonly #texts = new LocalizeAmounts(this, messages, plan, 'accountPlan');
  readonly #plans = new Watch<ResourceState<Plan[]>>(this);
  readonly #details = new Watch<ResourceState<Map<string, PlanDetail>>>(this);
  readonly #cards = new Gradual(this);
  readonly #change = new Action(this, changeAtOnce);
  readonly #reread = async (): Promise<void> => {
    if (this.kit && this.customerId) await plansOf(this.kit)?.refresh();
  };
  /** Something may have happened elsewhere: all is read anew, and what was said of an earlier change must not contradict it. */
  readonly #look = async (): Promise<void> => {
    const { said } = this;
    const before = said && this.#find(said.key);
    await this.#reread();
    await this.updateComplete;
    const now = said && this.#find(said.key);
    if (before && now && this.said === said && standing(before) !== standing(now)) this.said = undefined;
    if (this.kit && this.#list) void planDetailsOf(this.kit, this.#list)?.refresh();
  };
  readonly #tabs = new AccountTabs(this, () => this.kit, this.#look);
  readonly #switches = new SwitchWatch(this, this.#reread, (...ended) => this.#switched(...ended));
  readonly #panels = new Panels({
    element: this,
    kit: () => this.kit!,
    flow: () => this.cancelFlow,
    pauseLimit: (key) => this.#detail(key)?.pauseLimit ?? 0,
    help: () => this.#help(),
    focus: (key, heading) => void this.#focus(key, heading),
    settle: (key, action, outcome, done) => this.#settle(key, action, outcome, done),
  });

  constructor() {
    super();
    // Of its own changes it knows already.
    void new Recheck(this, (event) => {
      if (!event?.composedPath().includes(this)) void this.#look();
    });
  }

  /** What the element shows now; stories and tests name it. */
  get view(): PlanView {
    if (!this.customerId) return 'signed-out';
    const list = this.#list;
    if (!list) return this.#plans.state?.status === 'failed' ? 'failed' : 'loading';
    return this.#panels.view ?? (list.length ? 'plans' : 'no-plan');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { kit } = this;
    const plans = kit && plansOf(kit);
    this.#plans.retarget(plans);
    void plans?.load();
    const list = this.#list;
    if (!kit || !list) return this.#details.retarget(undefined);
    const details = planDetailsOf(kit, list);
    this.#details.retarget(details);
    void details?.load();
    this.#panels.follow(list);
    this.#switches.follow(kit, list, (key) => this.#detail(key)?.pending);
  }

  protected override sessionChanged(): void {
    this.#panels.close();
    this.#switches.stop();
    this.said = undefined;
    this.doing = undefined;
  }

  protected override render() {
    if (!this.kit) return this.renderMisconfigured();
    return html`<section class="stack" part="form" tabindex="-1">
      <slot name="heading"><h2 part="heading">${this.#text('plan.heading')}</h2></slot>
      ${this.#renderView()}
      <slot name="footer"></slot>
    </section>`;
  }

  #renderView(): unknown {
    switch (this.view) {
      case 'signed-out':
        return html`<p class="muted">${this.#text('plan.signed-out')}</p>`;
      case 'loading':
        return loading(this.#text('state.loading'));
      case 'failed':
        return stuck(this.#text('plan.failed'), [[this.#text('action.retry'), () => this.#reread()]], this.#help());
      default:
        return html`${this.#renderTop()} ${repeat(this.#cards.of(this.#list ?? []), planKey, (plan) => this.#renderPlan(plan))}
        ${this.#list?.length ? nothing : this.#renderEmpty()}`;
    }
  }

  /** What concerns no single plan that is shown. */
  #renderTop(): TemplateResult {
    const [title] = paidTwice(this.#list ?? []);
    const { said } = this;
    const retry = button({ label: this.#text('action.retry'), onClick: () => void this.#reread() });
    return html`${title ? notice({ kind: 'info', text: this.#text('plan.twice', { title }) }) : nothing}
    ${this.#plans.state?.status === 'failed' ? notice({ kind: 'info', text: this.#text('plan.stale'), more: retry }) : nothing}
    ${said && !this.#find(said.key) ? this.#renderSaid(said) : nothing}`;
  }

  #renderEmpty(): TemplateResult {
    const way = this.offersUrl
      ? html`<div><a class="cleeng-button cleeng-submit" part="submit" href=${this.offersUrl}>${this.#text('plan.see-offers')}</a></div>`
      : this.#help();
    return html`<slot name="empty"
      ><div class="card" part="summary">
        <p>${this.#text('plan.none')}</p>
        ${way}
      </div></slot
    >`;
  }

  #renderPlan(plan: Plan): TemplateResult {
    const key = planKey(plan);
    const { doing, said } = this;
    const unopened = this.#panels.failed(key) && notice({ kind: 'error', text: this.#text('action.failed') });
    return planCard({
      texts: this.#texts,
      plan,
      detail: this.#detail(key),
      graceDays: this.graceDays,
      paymentUrl: this.paymentUrl,
      busy: doing?.key === key ? doing.change : undefined,
      opening: this.#panels.opening(key),
      message: unopened || (said?.key === key ? this.#renderSaid(said) : nothing),
      panel: this.#panels.render(key),
      onOpen: (panel) => {
        if (this.#change.busy || this.#panels.busy) return;
        this.said = undefined;
        this.#panels.open(plan, panel);
      },
      onChange: (change) => void this.#changeAtOnce(plan, change),
      onFix: (event) => this.#onFix(event, plan.offerId),
    });
  }

  #renderSaid({ text, failed, fix }: Said): TemplateResult {
    const way = fix && this.paymentUrl ? fixLink(this.#texts, this.paymentUrl, (event) => this.#onFix(event, fix)) : nothing;
    return notice({ kind: failed ? 'error' : 'success', text, more: failed ? html`${way} ${this.#help()}` : nothing });
  }

  #onFix(event: Event, offerId: string): void {
    if (!this.dispatchEvent(new PlanFixEvent(offerId))) event.preventDefault();
  }

  async #changeAtOnce(plan: Plan, change: SimpleChange): Promise<void> {
    if (this.#change.busy || this.#panels.busy || !this.kit) return;
    const key = planKey(plan);
    this.said = undefined;
    this.#panels.close();
    this.doing = { key, change };
    const outcome = await this.#change.run(this.kit, plan, change);
    this.doing = undefined;
    if (!outcome.ok && outcome.error.code !== 'aborted') {
      const text = `${failedText(this.#texts, change)} ${errorText(this.#texts, outcome.error)}`;
      this.said = { key, text, failed: true };
    }
    this.#settle(key, SIMPLE_ACTIONS[change], outcome, (changed) => ({ change: changed, text: doneText(this.#texts, plan, change) }));
  }

  /** Tells of a change that has ended: what was confirmed here and in other tabs, what failed here only. */
  #settle<R>(key: string, action: AccountAction, outcome: Outcome<R>, done: (value: R) => Done): void {
    if (!outcome.ok) {
      const { error } = outcome;
      // Its card is gone meanwhile, with what it would have said.
      if (!this.#find(key) && error.code !== 'aborted') this.said = { key, text: errorText(this.#texts, error), failed: true };
      return void this.dispatchEvent(new AccountErrorEvent(action, error));
    }
    const { change, text } = done(outcome.value);
    this.said = { key, text, failed: false };
    void this.#focus(key, 'h3');
    this.#tabs.tell();
    this.dispatchEvent(new AccountChangeEvent(change));
  }

  /** A change of plan that was under way has ended. */
  #switched({ status, toOfferId }: PlanSwitch, before: Plan, known: string | undefined): void {
    if (status !== 'finished' && status !== 'failed') return;
    const title = this.#list?.find(({ offerId }) => offerId === toOfferId)?.title ?? known;
    const key = planKey(before);
    // What the platform charged was refused, or has to be authenticated: new payment details are where a bank asks.
    this.said =
      status === 'finished'
        ? { key, text: this.#text('switch.done', { title: title ?? toOfferId }), failed: false }
        : { key, text: switchFailedText(this.#texts, title), failed: true, fix: before.offerId };
  }

  /** To a heading in a plan's card, to the plan's own while that one is not there yet, or to the top when the plan is gone. */
  async #focus(key: string, heading: 'h3' | 'h4'): Promise<void> {
    await this.updateComplete;
    const before = this.shadowRoot?.activeElement;
    // It makes the browser lay out the page at once; who has gone elsewhere meanwhile is left there.
    await breathe();
    if (this.shadowRoot?.activeElement !== before) return;
    const at = this.#list?.findIndex((plan) => planKey(plan) === key) ?? -1;
    const card = at < 0 ? undefined : this.shadowRoot?.querySelectorAll('article')[at];
    (card?.querySelector<HTMLElement>(heading) ?? card?.querySelector('h3') ?? this.shadowRoot?.querySelector('section'))?.focus();
  }

  #help(): TemplateResult | typeof nothing {
    return this.renderHelp(this.#text('action.help'));
  }

  #find(key: string): Plan | undefined {
    return this.#list?.find((plan) => planKey(plan) === key);
  }

  #detail(key: string): PlanDetail | undefined {
    const details = this.#details.state;
    return details && 'value' in details ? details.value?.get(key) : undefined;
  }

  get #list(): Plan[] | undefined {
    const plans = this.#plans.state;
    return plans && 'value' in plans ? plans.value : undefined;
  }

  #text(key: keyof typeof messages, values?: Record<string, string>): string {
    return this.#texts.text(key, values);
  }
}
