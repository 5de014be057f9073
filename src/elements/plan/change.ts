import { html, nothing, type TemplateResult } from 'lit';
import {
  readSwitchOptions,
  requestSwitch,
  switchTerms,
  type PlanSwitch,
  type SwitchOption,
  type SwitchOptions,
} from '../../account/switches.js';
import { Action } from '../../controllers/action.js';
import { accountChange as messages } from '../../i18n/en/account-change.js';
import { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { plan } from '../../i18n/parts.js';
import { button } from '../../ui/button.js';
import { loading, notice } from '../../ui/notice.js';
import { stuck } from '../../ui/stuck.js';
import { failure } from './failure.js';
import type { Panel, PanelHost, PanelView } from './panel.js';
import { priceText } from './price.js';

/** Changes a plan to another one: which there are, what a change costs and when it happens, and the viewer's word. */
export class Change implements Panel {
  readonly #host: PanelHost;
  readonly #texts: LocalizeAmounts<typeof messages>;
  #read: Action<[], SwitchOptions>;
  readonly #change: Action<[SwitchOption], PlanSwitch>;
  #options: SwitchOptions | undefined;
  #chosen: SwitchOption | undefined;
  #turn = 0;

  constructor(host: PanelHost) {
    this.#host = host;
    this.#texts = new LocalizeAmounts(host.element, messages, plan, 'accountPeriods', 'accountChange');
    this.#read = this.#reading();
    this.#change = new Action(host.element, async (option) => {
      const asked = await requestSwitch(host.kit.session, host.plan, option);
      await host.reread((now) => now === undefined || now.pendingSwitchId !== undefined);
      return asked;
    });
  }

  get view(): PanelView {
    if (this.#chosen) return 'confirm-change';
    if (this.#options) return 'change';
    return this.#read.error ? 'change-failed' : 'change-loading';
  }

  get busy(): boolean {
    return this.#change.busy;
  }

  begin(option?: SwitchOption): void {
    this.#change.reset();
    this.#chosen = option;
    this.#options = undefined;
    this.#read = this.#reading();
    void this.#ask();
  }

  render(): TemplateResult {
    switch (this.view) {
      case 'confirm-change':
        return this.#renderConfirm(this.#chosen!);
      case 'change':
        return this.#renderOptions(this.#options!);
      case 'change-failed':
        return html`${stuck(this.#text('change.failed'), [[this.#text('action.retry'), () => this.#ask()]], this.#host.help())}
          <div class="actions">${this.#renderKeep()}</div>`;
      default:
        return html`${loading(this.#text('state.loading'))}
          <div class="actions">${this.#renderKeep()}</div>`;
    }
  }

  #renderOptions({ available, unavailable, reason }: SwitchOptions): TemplateResult {
    const none = !available.length && !unavailable.length;
    return html`<div class="stack">
      <h4 tabindex="-1">${this.#text('change.heading', { title: this.#host.plan.title })}</h4>
      ${reason ? notice({ kind: 'info', text: this.#reasonText(reason) }) : nothing}
      ${none && !reason ? html`<p>${this.#text('change.none')}</p>` : nothing}
      ${
        none
          ? nothing
          : html`<ul>
              ${[...available, ...unavailable].map((option) => this.#renderOption(option, reason))}
            </ul>`
      }
      <div class="actions">${this.#renderKeep()}</div>
    </div>`;
  }

  #renderOption(option: SwitchOption, shared: string | undefined): TemplateResult {
    const { title } = option;
    return html`<li class="offer" part="offer">
      <strong>${title}</strong>
      <span>${priceText(this.#texts, option)}</span>
      ${
        option.reason
          ? html`<span class="muted"
              >${option.reason === shared ? this.#text('change.not-possible') : this.#reasonText(option.reason)}</span
            >`
          : html`<div>${button({ label: this.#text('change.choose', { title }), onClick: () => this.#choose(option) })}</div>`
      }
    </li>`;
  }

  /** What is charged now, given back, and charged next, with the days, before anything is confirmed. */
  #renderConfirm(option: SwitchOption): TemplateResult {
    const texts = this.#texts;
    const terms = switchTerms(this.#host.plan, option, Date.now() / 1000);
    const starts =
      terms.startsAt === 'now'
        ? texts.text('change.now')
        : terms.startsAt === undefined
          ? texts.text('change.period-end')
          : texts.date(terms.startsAt);
    const confirm = terms.charge
      ? texts.text('change.confirm-paid', { amount: texts.money(terms.charge) })
      : texts.text(terms.startsAt === 'now' ? 'change.confirm' : 'change.confirm-later');
    return html`<div class="stack">
      <h4 tabindex="-1">${texts.text('change.confirm-heading', { title: option.title })}</h4>
      <dl part="total">
        <dt>${texts.text('change.starts')}</dt>
        <dd>${starts}</dd>
        <dt>${texts.text('change.pay-now')}</dt>
        <dd>${terms.charge ? texts.money(terms.charge) : texts.text('change.nothing')}</dd>
        <dt>${texts.text('change.refund')}</dt>
        <dd>${texts.text(terms.refund === 'none' ? 'change.nothing' : `change.refund-${terms.refund}`)}</dd>
        <dt>${texts.text('change.next')}</dt>
        <dd>${this.#nextText(terms.next)}</dd>
      </dl>
      ${option.couponLost ? notice({ kind: 'info', text: texts.text('change.coupon-lost') }) : nothing}
      <p class="muted">${texts.text('change.tax')}</p>
      ${failure(texts, this.#change.error, texts.text('change.not-changed'), this.#host.help())}
      <div class="actions">
        ${button({
          label: confirm,
          kind: 'primary',
          part: 'submit',
          busy: this.#change.busy && texts.text('change.working'),
          onClick: () => void this.#confirm(option),
        })}
        ${button({ label: texts.text('change.back'), onClick: () => this.#change.busy || this.#back() })}
      </div>
    </div>`;
  }

  #renderKeep(): TemplateResult {
    return button({ label: this.#text('change.keep'), onClick: () => this.#host.close() });
  }

  #nextText({ amount, at }: ReturnType<typeof switchTerms>['next']): string {
    const price = this.#texts.money(amount);
    if (at === 'moved') return this.#text('change.next-moved', { price });
    return at === undefined
      ? this.#text('change.next-open', { price })
      : this.#text('change.next-at', { price, date: this.#texts.date(at) });
  }

  #reasonText(code: string): string {
    const key = `reason.${code}`;
    return this.#text(this.#texts.has(key) ? key : 'reason.other');
  }

  #choose(option: SwitchOption): void {
    this.#change.reset();
    this.#chosen = option;
    this.#host.element.requestUpdate();
    this.#host.focus();
  }

  #back(): void {
    this.#chosen = undefined;
    this.#change.reset();
    // What stood against a change that failed may stand against others: the list says so anew.
    if (!this.#options) void this.#ask();
    this.#host.element.requestUpdate();
    this.#host.focus();
  }

  /** The question about one plan: an answer about another is never waited for. */
  #reading(): Action<[], SwitchOptions> {
    const { element, kit, plan } = this.#host;
    return new Action(element, () => readSwitchOptions(kit.session, plan.offerId));
  }

  async #ask(): Promise<void> {
    const turn = ++this.#turn;
    const outcome = await this.#read.run();
    if (turn !== this.#turn || !outcome.ok) return;
    this.#options = outcome.value;
    this.#host.element.requestUpdate();
    if (!this.#chosen) this.#host.focus();
  }

  async #confirm(option: SwitchOption): Promise<void> {
    if (this.#change.busy) return;
    const { offerId } = this.#host.plan;
    await this.#host.settle('plan-switched', this.#change.run(option), (asked) => ({
      change: { change: 'plan-switched', offerId, toOfferId: asked.toOfferId, status: asked.status },
      text: this.#text(asked.algorithm === 'DEFERRED' ? 'change.planned' : 'change.asked', { title: option.title }),
    }));
    if (this.#change.error) this.#options = undefined;
  }

  #text(key: keyof typeof messages, values?: Record<string, string>): string {
    return this.#texts.text(key, values);
  }
}
