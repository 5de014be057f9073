import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { changeSubscription } from '../../account/account.js';
import type { Customer } from '../../account/customer.js';
import type { Plan } from '../../account/plans.js';
import { Action } from '../../controllers/action.js';
import { customerOf } from '../../controllers/customer.js';
import * as beside from '../../controllers/beside.js';
import { errorText } from '../../controllers/error-text.js';
import { LightRegion } from '../../controllers/light-region.js';
import { plansOf } from '../../controllers/plans.js';
import { Watch } from '../../controllers/watch.js';
import { account as messages } from '../../i18n/en/account.js';
import { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import type { ResourceState } from '../../session/resource.js';
import { button } from '../../ui/button.js';
import { controls } from '../../ui/controls.js';
import { frame } from '../../ui/frame.js';
import { loading, notice } from '../../ui/notice.js';
import { formSheets } from '../../ui/sheets.js';
import { tokens } from '../../ui/tokens.js';
import { CleengElement } from '../element.js';
import { nested } from '../nested.js';
import { AccountChangeEvent, AccountErrorEvent } from '../account-events.js';
import { planCard } from './plan.js';
import { profileCard } from './profile.js';
import { styles } from './styles.js';

/** What `<cleeng-my-account>` can show. */
export const MY_ACCOUNT_VIEWS = ['signed-out', 'loading', 'failed', 'no-plan', 'plans', 'confirm-cancel', 'profile'] as const;
export type MyAccountView = (typeof MY_ACCOUNT_VIEWS)[number];

export const MY_ACCOUNT_SECTIONS = ['plan', 'profile'] as const;
export type MyAccountSection = (typeof MY_ACCOUNT_SECTIONS)[number];

/**
 * Shows a viewer what they have and lets them act on it. Signed out, it shows the login in place.
 *
 * @summary Plan with cancel and resume, and profile.
 * @fires {AccountChangeEvent} cleeng-account-change - The platform has confirmed a change.
 * @fires {AccountErrorEvent} cleeng-account-error - A change failed; nothing was changed.
 * @slot heading - Replaces the heading.
 * @slot empty - Shown when there is no plan.
 * @slot footer - Below everything.
 * @csspart heading - The default heading.
 * @csspart summary - A plan.
 * @csspart submit - The button that confirms a change.
 * @csspart notice - A message about what happened.
 */
export class CleengMyAccount extends CleengElement {
  static override styles = [tokens, frame, controls, styles];

  protected override readonly bring = () => Promise.resolve(beside);

  /** The section shown: `plan` (default) or `profile`. */
  @property({ reflect: true }) section: MyAccountSection = 'plan';
  /** Your page of offers, linked when there is no plan. */
  @property({ attribute: 'offers-url' }) offersUrl?: string;

  /** The offer whose cancellation the viewer is asked to confirm. */
  @state() private confirming: string | undefined;
  @state() private form: 'login' | 'register' = 'login';
  /** The last change, for the plan it belongs to. */
  @state() private outcome: { offerId: string; text: string; failed: boolean } | undefined;

  readonly #texts = new LocalizeAmounts(this, messages);
  readonly #plans = new Watch<ResourceState<Plan[]>>(this);
  readonly #customer = new Watch<ResourceState<Customer>>(this);
  /** The platform's answer decides; then its list is read again, for it is the truth. Busy until the viewer sees it. */
  readonly #change = new Action(this, async (offerId: string, status: 'active' | 'cancelled', reason?: string) => {
    const kit = this.kit!;
    const answer = await changeSubscription(kit.session, offerId, status, reason);
    await plansOf(kit)?.refresh();
    return answer;
  });
  /** A purchase elsewhere on the page makes the list stale. */
  readonly #onPurchase = () => void (this.kit && plansOf(this.kit)?.refresh());

  constructor() {
    super();
    void new LightRegion(this, 'cleeng-forms', formSheets(), () => this.#renderForms());
    this.addEventListener('cleeng-login-register', (event) => this.#switch(event, 'register'));
    this.addEventListener('cleeng-register-login', (event) => this.#switch(event, 'login'));
  }

  /** What the element shows now; stories and tests name it. */
  get view(): MyAccountView {
    if (!this.customerId) return 'signed-out';
    if (this.section === 'profile') return 'profile';
    if (this.confirming) return 'confirm-cancel';
    const plans = this.#plans.state;
    if (plans?.status === 'failed' && !plans.value) return 'failed';
    if (!this.#list) return 'loading';
    return this.#list.length ? 'plans' : 'no-plan';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('cleeng-checkout-complete', this.#onPurchase);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('cleeng-checkout-complete', this.#onPurchase);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const plans = this.kit && this.section === 'plan' ? plansOf(this.kit) : undefined;
    this.#plans.retarget(plans);
    void plans?.load();
    this.#customer.retarget(this.kit && this.section === 'profile' ? customerOf(this.kit) : undefined);
  }

  protected override sessionChanged(): void {
    this.confirming = undefined;
    this.outcome = undefined;
    this.form = 'login';
  }

  protected override render() {
    if (!this.kit) return this.renderMisconfigured();
    return html`<section class="stack" part="form">
      <header>
        <slot name="heading"><h2 part="heading">${this.#text('account.heading')}</h2></slot>
        ${this.customerId ? button({ label: this.#text('account.log-out'), onClick: () => this.kit?.session.logout() }) : nothing}
      </header>
      ${this.customerId ? html`${this.#renderSections()} ${this.#renderSection()}` : html`<slot name="cleeng-forms"></slot>`}
      <slot name="footer"></slot>
    </section>`;
  }

  #renderSections(): TemplateResult {
    return html`<nav aria-label=${this.#text('account.sections')}>
      ${MY_ACCOUNT_SECTIONS.map(
        (section) =>
          html`<button type="button" aria-current=${this.section === section ? 'true' : 'false'} @click=${() => (this.section = section)}>
            ${this.#text(`account.${section}`)}
          </button>`,
      )}
    </nav>`;
  }

  #renderSection(): TemplateResult {
    if (this.section === 'profile') return this.#renderProfile();
    const failed = this.#plans.state?.status === 'failed';
    const retry = () => void (this.kit && plansOf(this.kit)?.refresh());
    return html`
      ${failed ? this.#failure('plan.failed', retry) : nothing}
      ${this.#list?.map((plan) => this.#renderPlan(plan)) ?? (failed ? nothing : loading(this.#text('state.loading')))}
      ${
        this.#list?.length === 0
          ? html`<slot name="empty"
              ><div class="card">
                <p>${this.#text('plan.none')}</p>
                ${
                  this.offersUrl
                    ? html`<div><a class="cleeng-button cleeng-submit" href=${this.offersUrl}>${this.#text('plan.see-offers')}</a></div>`
                    : nothing
                }
              </div></slot
            >`
          : nothing
      }
    `;
  }

  #renderPlan(plan: Plan): TemplateResult {
    const { outcome } = this;
    return planCard({
      texts: this.#texts,
      plan,
      confirming: this.confirming === plan.offerId,
      busy: this.#change.busy,
      message: outcome?.offerId === plan.offerId ? notice({ kind: outcome.failed ? 'error' : 'success', text: outcome.text }) : nothing,
      onCancel: () => {
        this.outcome = undefined;
        this.confirming = plan.offerId;
        void this.#focus('h4');
      },
      onKeep: () => {
        this.confirming = undefined;
        void this.#focus('h3');
      },
      onConfirm: (reason) => void this.#changeTo(plan, 'cancelled', reason),
      onResume: () => void this.#changeTo(plan, 'active'),
    });
  }

  #renderProfile(): TemplateResult {
    const customer = this.#customer.state;
    if (customer && 'value' in customer && customer.value) return profileCard(this.#texts, customer.value);
    if (customer?.status !== 'failed') return loading(this.#text('state.loading'));
    return this.#failure('profile.failed', () => void (this.kit && customerOf(this.kit)?.refresh()));
  }

  #renderForms(): TemplateResult | typeof nothing {
    if (!this.kit || this.customerId) return nothing;
    return nested(this.kit.config, this.form, this.#text(this.form === 'login' ? 'account.log-in' : 'account.register'));
  }

  #failure(key: keyof typeof messages, retry: () => void): TemplateResult {
    return notice({
      kind: 'error',
      text: this.#text(key),
      more: html`${button({ label: this.#text('action.retry'), onClick: retry })} ${this.renderHelp(this.#text('action.help'))}`,
    });
  }

  async #changeTo(plan: Plan, status: 'active' | 'cancelled', reason?: string): Promise<void> {
    if (this.#change.busy) return;
    const cancelling = status === 'cancelled';
    const change = cancelling ? 'subscription-cancelled' : 'subscription-resumed';
    this.outcome = undefined;
    const outcome = await this.#change.run(plan.offerId, status, reason);
    if (!outcome.ok) {
      // Somebody else is signed in now, or nobody: it is not theirs to read.
      if (outcome.error.code === 'aborted') return void this.dispatchEvent(new AccountErrorEvent(change, outcome.error));
      const text = `${this.#text(cancelling ? 'cancel.failed' : 'resume.failed')} ${errorText(this.#texts, outcome.error)}`;
      this.outcome = { offerId: plan.offerId, text, failed: true };
      this.dispatchEvent(new AccountErrorEvent(change, outcome.error));
      return;
    }
    this.confirming = undefined;
    this.outcome = { offerId: plan.offerId, text: this.#text(cancelling ? 'cancel.done' : 'resume.done'), failed: false };
    void this.#focus('h3');
    this.dispatchEvent(new AccountChangeEvent({ change, ...outcome.value }));
  }

  #switch(event: Event, form: 'login' | 'register'): void {
    event.preventDefault();
    event.stopPropagation();
    this.form = form;
  }

  async #focus(heading: 'h3' | 'h4'): Promise<void> {
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>(heading)?.focus();
  }

  get #list(): Plan[] | undefined {
    const plans = this.#plans.state;
    return plans && 'value' in plans ? plans.value : undefined;
  }

  #text(key: keyof typeof messages, values?: Record<string, string>): string {
    return this.#texts.text(key, values);
  }
}
