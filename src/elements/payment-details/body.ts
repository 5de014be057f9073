import { html, nothing, type TemplateResult } from 'lit';
import type { DetailsChange } from '../../account/details-change.js';
import type { ChangeState } from '../../account/details-state.js';
import { needsDetails, paidBy, type PaymentDetails } from '../../account/payment-details.js';
import type { Plan } from '../../account/plans.js';
import { CardForm } from '../../controllers/card-form.js';
import { errorText } from '../../controllers/error-text.js';
import type { Kit } from '../../controllers/kit.js';
import { leaveFrame } from '../../controllers/leave.js';
import { Pause } from '../../controllers/pause.js';
import { detailsChangeOf, paymentDetailsOf } from '../../controllers/payment-details.js';
import { plansOf } from '../../controllers/plans.js';
import { Watch } from '../../controllers/watch.js';
import { paymentDetails as messages } from '../../i18n/en/payment-details.js';
import { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { records } from '../../i18n/parts.js';
import type { ResourceState } from '../../session/resource.js';
import { button } from '../../ui/button.js';
import { loading, notice } from '../../ui/notice.js';
import { stuck } from '../../ui/stuck.js';
import { AccountChangeEvent, AccountErrorEvent } from '../account-events.js';
import type { SectionBody } from '../account-section.js';
import { detailsCard } from './card.js';
import { again, detailsForm } from './form.js';
import { nameOf, titlesOf, type Texts } from './names.js';
import type { CleengPaymentDetails } from './payment-details.js';
import { Removal } from './removal.js';
import { styles } from './styles.js';
import type { PaymentDetailsView } from './views.js';

/** What new details will be. */
const IN_USE = { active: true, store: undefined } as const;

const AS_VIEW: Partial<Record<ChangeState['status'], PaymentDetailsView>> = {
  preparing: 'preparing',
  unprepared: 'prepare-failed',
  saving: 'saving',
  bank: 'bank',
  leaving: 'leaving',
  finalizing: 'finalizing',
};

/** What the viewer pays with. Loaded while the platform is asked for it. */
export class Details implements SectionBody<PaymentDetailsView> {
  readonly styles = styles;
  readonly #host: CleengPaymentDetails;
  readonly #texts: Texts;
  readonly #details: Watch<ResourceState<PaymentDetails[]>>;
  readonly #plans: Watch<ResourceState<Plan[]>>;
  readonly #state: Watch<ChangeState>;
  readonly #pause: Pause;
  readonly #card: CardForm;
  readonly #removal: Removal;
  #kit: Kit | undefined;
  #change: { of: string; change: DetailsChange } | undefined;

  constructor(host: CleengPaymentDetails) {
    this.#host = host;
    this.#texts = new LocalizeAmounts(host, messages, records, 'methods', 'paymentDetails');
    this.#details = new Watch(host);
    this.#plans = new Watch(host);
    this.#state = new Watch(host);
    this.#pause = new Pause(host, () => this.#now?.forgive());
    this.#card = new CardForm(host, () => {
      const change = this.#now;
      const adyen = host.adyenConfiguration;
      return this.#kit && change && { change, config: this.#kit.config, lang: this.#texts.wanted, adyen };
    });
    this.#removal = new Removal(host, this.#texts, () => this.#kit);
  }

  get view(): PaymentDetailsView | undefined {
    const change = this.#state.state;
    if (change?.status === 'form') return this.#pause.left ? 'throttled' : change.error ? 'refused' : 'form';
    const view = change && AS_VIEW[change.status];
    if (view) return view;
    if (this.#removal.view) return this.#removal.view;
    if (!this.#list) return this.#details.state?.status === 'failed' ? 'failed' : undefined;
    // What is paid for is part of what is shown: nothing jumps when it comes.
    if (!this.#known && this.#plans.state?.status !== 'failed') return undefined;
    return this.#list.length ? 'list' : 'none';
  }

  update(kit: Kit): void {
    this.#kit = kit;
    const details = paymentDetailsOf(kit);
    const plans = plansOf(kit);
    this.#details.retarget(details);
    this.#plans.retarget(plans);
    void details?.load();
    void plans?.load();
    const customerId = kit.session.customerId ?? '';
    if (this.#change?.of !== customerId) this.#begin(kit, customerId);
  }

  reread(): void {
    // A page that comes back by the Back button was left for PayPal's or a bank's, and may go on.
    this.#now?.back();
    void this.#refresh();
  }

  reset(): void {
    this.#change = undefined;
    this.#state.retarget(undefined);
    this.#removal.reset();
  }

  render(): TemplateResult | typeof nothing {
    const text = this.#texts;
    const change = this.#state.state;
    switch (this.view) {
      case 'preparing':
        return loading(text.text('change.preparing'));
      case 'prepare-failed':
        return this.#renderUnprepared();
      case 'finalizing':
        return loading(text.text('change.finalizing'));
      case 'failed':
        return this.#renderFailure();
      case 'remove':
      case 'removing':
      case 'remove-failed':
        return this.#removal.render(this.#known ?? [], () => this.#open());
      default:
        return change && 'ways' in change ? this.#renderForm(change) : this.#renderList();
    }
  }

  #renderList(): TemplateResult {
    const text = this.#texts;
    const list = this.#list ?? [];
    const mayAdd = this.#mayAdd;
    return html`
      ${this.#renderNews()} ${this.#renderProblems()} ${this.#details.state?.status === 'failed' ? this.#renderFailure() : nothing}
      ${list.length === 0 ? html`<slot name="empty"><p>${text.text('details.none')}</p></slot>` : nothing}
      <ul aria-label=${text.text('details.list')}>
        ${list.map((details) =>
          detailsCard({
            texts: text,
            details,
            plans: this.#known,
            onReplace: mayAdd ? () => this.#open() : undefined,
            onRemove: () => this.#removal.ask(details),
          }),
        )}
      </ul>
      ${mayAdd || this.#known === undefined ? nothing : html`<p class="muted">${text.text('details.nothing-to-pay')}</p>`}
      ${
        mayAdd && !this.#inUse
          ? html`<div>${button({ label: text.text('details.add'), kind: 'primary', part: 'submit', onClick: () => this.#open() })}</div>`
          : nothing
      }
    `;
  }

  /** What the last change came to. */
  #renderNews(): TemplateResult | typeof nothing {
    const text = this.#texts;
    const change = this.#state.state;
    if (change?.status === 'idle' && change.error) {
      const kind = change.error.code === 'payment-cancelled' ? 'info' : 'error';
      return notice({
        kind,
        text: `${text.text('change.not-confirmed')} ${errorText(text, change.error)}`,
        more: html`${this.#now?.retryable ? again(text, this.#pause.left, () => this.#now?.retry()) : nothing} ${this.#help}`,
      });
    }
    if (change?.status === 'idle' && change.done) {
      return notice({ kind: 'success', text: text.text(change.done === 'payment-details-added' ? 'change.added' : 'change.replaced') });
    }
    return this.#removal.renderNews();
  }

  /** Plans that are not paid for: what cannot wait. */
  #renderProblems(): TemplateResult | typeof nothing {
    const text = this.#texts;
    const plans = this.#known ?? [];
    const overdue = plans.filter(({ status }) => status === 'payment-problem');
    const unpaid = this.#inUse ? [] : paidBy(IN_USE, plans);
    const [key, which] = overdue.length ? (['details.problem', overdue] as const) : (['details.missing', unpaid] as const);
    if (which.length === 0) return nothing;
    return notice({ kind: 'error', text: text.text(key, { plans: titlesOf(text, which) }) });
  }

  #renderForm(change: Extract<ChangeState, { ways: unknown }>): TemplateResult {
    const text = this.#texts;
    const old = this.#inUse;
    const plans = paidBy(IN_USE, this.#known ?? []);
    const titles = plans.length ? titlesOf(text, plans) : text.text('change.all');
    const promise = old
      ? text.text('change.replaces', { name: nameOf(text, old), plans: titles })
      : text.text('change.adds', { plans: titles });
    return detailsForm({
      texts: text,
      status: change.status,
      replaces: old !== undefined,
      promise,
      card: this.#card.state,
      payPal: change.ways.paypal !== undefined,
      failure: change.error && errorText(text, change.error),
      help: this.#help,
      seconds: this.#pause.left,
      onSave: () => this.#card.submit(),
      onPayPal: () => void this.#toPayPal(),
      onRetry: () => this.#card.retry(),
      onKeep: () => this.#keep(),
    });
  }

  #renderUnprepared(): TemplateResult {
    const text = this.#texts;
    const change = this.#state.state;
    const why = change?.error ? errorText(text, change.error) : '';
    return stuck(
      `${text.text('change.prepare-failed')} ${why}`,
      [
        [text.text('action.retry'), () => this.#open()],
        [text.text('change.back'), () => this.#keep()],
      ],
      this.#help,
    );
  }

  #renderFailure(): TemplateResult {
    const text = this.#texts;
    const { state } = this.#details;
    const why = state?.status === 'failed' ? errorText(text, state.error) : '';
    return stuck(`${text.text('details.failed')} ${why}`, [[text.text('action.retry'), () => this.#refresh()]], this.#help);
  }

  #begin(kit: Kit, customerId: string): void {
    const change = detailsChangeOf(kit, {
      returnUrl: () => this.#host.returnUrl,
      refresh: () => this.#refresh(),
      confirmed: (action) => {
        void this.#focus('h2');
        this.#host.dispatchEvent(new AccountChangeEvent({ change: action }));
      },
      failed: (action, error) => {
        this.#pause.after(error);
        this.#host.dispatchEvent(new AccountErrorEvent(action, error));
      },
    });
    this.#change = { of: customerId, change };
    this.#state.retarget(change);
    void change.resume();
  }

  #open(): void {
    this.#removal.reset();
    void this.#now?.open(this.#list ?? []).then(() => this.#focus('h3'));
  }

  #keep(): void {
    this.#now?.close();
    void this.#focus(this.#inUse ? `[data-id="${this.#inUse.id}"] h3` : 'h2');
  }

  async #toPayPal(): Promise<void> {
    const url = await this.#now?.startPayPal();
    if (url && leaveFrame({ url }) === 'go') location.assign(url);
  }

  async #refresh(): Promise<void> {
    const kit = this.#kit;
    if (kit) await Promise.all([paymentDetailsOf(kit)?.refresh(), plansOf(kit)?.refresh()]);
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Whether the platform would take new details; it decides itself where nobody knows what the viewer has. */
  get #mayAdd(): boolean {
    return !this.#known || needsDetails(this.#known);
  }

  get #now(): DetailsChange | undefined {
    return this.#change?.change;
  }

  get #list(): readonly PaymentDetails[] | undefined {
    const { state } = this.#details;
    return state && 'value' in state ? state.value : undefined;
  }

  get #inUse(): PaymentDetails | undefined {
    return this.#list?.find((one) => one.active && !one.store);
  }

  get #known(): readonly Plan[] | undefined {
    const { state } = this.#plans;
    return state && 'value' in state ? state.value : undefined;
  }

  get #help() {
    return this.#host.help(this.#texts.text('action.help'));
  }
}
