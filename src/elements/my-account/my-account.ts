import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Customer } from '../../account/customer.js';
import type { Plan } from '../../account/plans.js';
import { AccountTabs } from '../../controllers/account-tabs.js';
import { customerOf } from '../../controllers/customer.js';
import { Gradual } from '../../controllers/gradual.js';
import type { Kit } from '../../controllers/kit.js';
import { LightRegion } from '../../controllers/light-region.js';
import { plansOf } from '../../controllers/plans.js';
import { Recheck } from '../../controllers/recheck.js';
import { keepSection, linkedSection, sectionUrl } from '../../controllers/section-link.js';
import { Watch } from '../../controllers/watch.js';
import { account as messages } from '../../i18n/en/account.js';
import { accountPlan } from '../../i18n/en/account-plan.js';
import { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { plan } from '../../i18n/parts.js';
import type { ResourceState } from '../../session/resource.js';
import { button } from '../../ui/button.js';
import { controls } from '../../ui/controls.js';
import { frame } from '../../ui/frame.js';
import { loading } from '../../ui/notice.js';
import { formSheets } from '../../ui/sheets.js';
import { stuck } from '../../ui/stuck.js';
import { tokens } from '../../ui/tokens.js';
import { AccountElement } from '../account-element.js';
import { nested } from '../nested.js';
import { planStyles } from '../plan-styles.js';
import { fixLink } from '../problem-notice.js';
import { Entrance } from './entrance.js';
import { Opened } from './opened.js';
import { overview } from './overview.js';
import { isSection, MY_ACCOUNT_SECTIONS, nestedSection, type AccountLoaders, type MyAccountSection } from './sections.js';
import { styles } from './styles.js';

/**
 * What `<cleeng-my-account>` can show. `entering` is what a viewer who has logged in here still has to do; `opening` and `not-opened` are
 * about the code of a section, the rest are sections.
 */
export const MY_ACCOUNT_VIEWS = [
  'signed-out',
  'entering',
  'loading',
  'failed',
  'no-plan',
  'overview',
  'opening',
  'not-opened',
  'plan',
  'payment',
  'purchases',
  'profile',
] as const;
export type MyAccountView = (typeof MY_ACCOUNT_VIEWS)[number];

/**
 * A viewer's account: what they have at a glance, and a section each for their plan, payment details, purchases and profile. Every section is
 * an element of its own, loaded when it is first shown. Signed out, it shows the login in place, which asks the publisher's questions and for
 * consents that changed before the account shows.
 *
 * A link to the page with `?cleeng-section=payment` opens that section.
 *
 * @summary Overview, plan, payment, purchases and profile.
 * @fires {AccountChangeEvent} cleeng-account-change - The platform has confirmed a change.
 * @fires {AccountErrorEvent} cleeng-account-error - A change failed; nothing was changed.
 * @slot heading - Replaces the heading.
 * @slot empty - Shown in the overview when there is no plan.
 * @slot footer - Below everything.
 * @csspart form - Around everything.
 * @csspart heading - The default heading.
 * @csspart summary - A plan in the overview.
 * @csspart submit - The button that leads on.
 * @csspart notice - A message about what happened.
 * @csspart badge - A word on how something stands.
 * @csspart button - Any other button.
 * @csspart link - The way to a section.
 */
export class CleengMyAccount extends AccountElement {
  static override styles = [tokens, frame, controls, planStyles, styles];
  /** How what is shown in place is loaded. */
  static nestable: AccountLoaders = {};

  /** The section shown: `overview` (default), `plan`, `payment`, `purchases` or `profile`. */
  @property({ reflect: true }) section: MyAccountSection = 'overview';
  /** Your page of offers, linked when there is no plan. */
  @property({ attribute: 'offers-url' }) offersUrl?: string;
  /** How many days of access you give after a payment that failed, to tell viewers how many are left. */
  @property({ attribute: 'grace-days', type: Number }) graceDays?: number;
  /** Reasons, offers and texts of yours for viewers who cancel, as `<cleeng-plan>` takes them. */
  @property({ attribute: false }) cancelFlow?: object;

  readonly #texts = new LocalizeAmounts(this, messages, plan, 'account');
  readonly #planTexts = new LocalizeAmounts(this, accountPlan, plan, 'accountPlan');
  readonly #plans = new Watch<ResourceState<Plan[]>>(this);
  readonly #customer = new Watch<ResourceState<Customer>>(this);
  readonly #cards = new Gradual(this);
  readonly #opened = new Opened(this, () => CleengMyAccount.nestable);
  readonly #entrance = new Entrance(this, () => this.customerId);

  constructor() {
    super();
    void new LightRegion(this, 'cleeng-forms', formSheets(), () => this.#renderForms());
    void new LightRegion(this, 'cleeng-sections', [], () => this.#renderRegion());
    const kit = () => this.kit;
    void new AccountTabs(this, kit, () => this.#look(this.#section === 'overview'));
    // After its own changes the plan section has read them already.
    void new Recheck(this, (event) =>
      this.#look(!event?.composedPath().some((node) => (node as Partial<Element>).localName === 'cleeng-plan')),
    );
    this.addEventListener('cleeng-plan-fix', (event) => {
      event.preventDefault();
      event.stopPropagation();
      this.#show('payment');
    });
  }

  #look(plans: boolean): void {
    if (plans) void (this.kit && plansOf(this.kit)?.refresh());
    if (this.kit && this.#section === 'overview') void customerOf(this.kit)?.refresh();
  }

  /** What the element shows now; stories and tests name it. */
  get view(): MyAccountView {
    if (!this.#entrance.isOpen) {
      if (this.#opened.stateOf(this.#entrance.form) === 'failed') return 'not-opened';
      return this.customerId ? 'entering' : 'signed-out';
    }
    const section = this.#section;
    if (section !== 'overview') {
      const state = this.#opened.stateOf(section);
      return state === 'ready' ? section : state === 'failed' ? 'not-opened' : 'opening';
    }
    const list = this.#list;
    if (!list) return this.#plans.state?.status === 'failed' ? 'failed' : 'loading';
    return list.length ? 'overview' : 'no-plan';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const linked = linkedSection();
    if (isSection(linked) && !this.hasUpdated) this.section = linked;
  }

  protected override kitChanged(kit: Kit): void {
    this.#entrance.resume(kit);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { kit } = this;
    if (!kit) return;
    const section = this.#section;
    if (!this.#entrance.isOpen) this.#opened.open(this.#entrance.form);
    else if (section !== 'overview') this.#opened.open(section);
    const isOverview = this.#entrance.isOpen && section === 'overview';
    const plans = isOverview ? plansOf(kit) : undefined;
    this.#plans.retarget(plans);
    void plans?.load();
    this.#customer.retarget(isOverview ? customerOf(kit) : undefined);
  }

  protected override sessionChanged(before?: string): void {
    this.#entrance.sessionChanged(this.kit, before);
    this.#opened.forget();
  }

  protected override render() {
    if (!this.kit) return this.renderMisconfigured();
    return html`<section class="stack" part="form">
      <header>
        <slot name="heading"><h2 part="heading" tabindex="-1">${this.#text('account.heading')}</h2></slot>
        ${this.customerId ? button({ label: this.#text('account.log-out'), onClick: () => this.kit?.session.logout() }) : nothing}
      </header>
      ${this.#entrance.isOpen ? this.#renderNav() : nothing} ${this.#renderView()}
      <slot name="cleeng-forms" ?hidden=${this.#entrance.isOpen}></slot>
      <slot name="cleeng-sections" ?hidden=${!this.#entrance.isOpen}></slot>
      <slot name="footer"></slot>
    </section>`;
  }

  #renderNav(): TemplateResult {
    return html`<nav aria-label=${this.#text('account.sections')}>
      <ul>
        ${this.#sections.map(
          (section) =>
            html`<li>
              <a
                part="link"
                href=${sectionUrl(section)}
                aria-current=${this.#section === section ? 'page' : nothing}
                @click=${(event: MouseEvent) => this.#onNav(event, section)}
                >${this.#text(`account.${section}`)}</a
              >
            </li>`,
        )}
      </ul>
    </nav>`;
  }

  #renderView(): unknown {
    const { view } = this;
    const help = this.renderHelp(this.#text('action.help'));
    switch (view) {
      case 'loading':
      case 'opening':
        return loading(this.#text('state.loading'));
      case 'failed': {
        const retry = () => void (this.kit && plansOf(this.kit)?.refresh());
        return stuck(this.#planTexts.text('plan.failed'), [[this.#text('action.retry'), retry]], help);
      }
      case 'not-opened':
        return stuck(this.#text('account.not-opened'), [[this.#text('action.retry'), () => this.#opened.retry()]], help);
      case 'overview':
      case 'no-plan':
        return this.#renderOverview();
      case 'signed-out':
      case 'entering':
        return this.#opened.stateOf(this.#entrance.form) === 'ready' ? nothing : loading(this.#text('state.loading'));
      default:
        return nothing;
    }
  }

  #renderOverview(): TemplateResult {
    const customer = this.#customer.state;
    const fix = CleengMyAccount.nestable.payment
      ? fixLink(this.#planTexts, sectionUrl('payment'), (event) => this.#onNav(event as MouseEvent, 'payment'))
      : this.renderHelp(this.#text('action.help'));
    return overview({
      texts: this.#texts,
      planTexts: this.#planTexts,
      customer: customer && 'value' in customer ? customer.value : undefined,
      plans: this.#list ?? [],
      cards: this.#cards.of(this.#list ?? []),
      graceDays: this.graceDays,
      offersUrl: this.offersUrl,
      fix,
      onManage: () => this.#show('plan'),
    });
  }

  #renderForms(): TemplateResult | typeof nothing {
    const { kit } = this;
    const { form } = this.#entrance;
    if (!kit || this.#entrance.isOpen || this.#opened.stateOf(form) !== 'ready') return nothing;
    return nested(kit.config, form, this.#text(form === 'login' ? 'account.log-in' : 'account.register'), true);
  }

  /** Sections once shown stay, out of sight, with what was typed or begun in them. They live in the light DOM, where payment widgets work. */
  #renderRegion(): TemplateResult | typeof nothing {
    const { kit } = this;
    if (!kit || !this.#entrance.isOpen) return nothing;
    const options = {
      config: kit.config,
      offersUrl: this.offersUrl,
      paymentUrl: CleengMyAccount.nestable.payment && sectionUrl('payment'),
      graceDays: this.graceDays,
      cancelFlow: this.cancelFlow ?? {},
    };
    return html`${this.#opened.sections.map(
      (section) =>
        html`<section aria-label=${this.#text(`account.${section}`)} ?hidden=${this.#section !== section}>
          ${nestedSection(section, options)}
        </section>`,
    )}`;
  }

  #onNav(event: MouseEvent, section: MyAccountSection): void {
    // To a tab or window of its own it opens by its address.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#show(section);
  }

  #show(section: MyAccountSection): void {
    this.section = section;
    keepSection(section);
  }

  /** The sections there are code for. */
  get #sections(): MyAccountSection[] {
    return MY_ACCOUNT_SECTIONS.filter((section) => section === 'overview' || CleengMyAccount.nestable[section]);
  }

  /** The section in force: one there is no code for is not asked for. */
  get #section(): MyAccountSection {
    return this.#sections.includes(this.section) ? this.section : 'overview';
  }

  get #list(): Plan[] | undefined {
    const plans = this.#plans.state;
    return plans && 'value' in plans ? plans.value : undefined;
  }

  #text(key: keyof typeof messages, values?: Record<string, string>): string {
    return this.#texts.text(key, values);
  }
}
