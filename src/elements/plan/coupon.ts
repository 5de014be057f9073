import { html, nothing, type TemplateResult } from 'lit';
import { applyCoupon } from '../../account/coupon.js';
import { Action } from '../../controllers/action.js';
import { errorText } from '../../controllers/error-text.js';
import { accountCoupon as messages } from '../../i18n/en/account-coupon.js';
import { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { plan } from '../../i18n/parts.js';
import type { Money } from '../../money.js';
import { button } from '../../ui/button.js';
import { textOf } from '../../ui/form-data.js';
import { failure } from './failure.js';
import type { Panel, PanelHost } from './panel.js';

/** Puts a coupon on a plan, for its next payments. */
export class Coupon implements Panel {
  readonly view = 'coupon';
  readonly #host: PanelHost;
  readonly #texts: LocalizeAmounts<typeof messages>;
  readonly #apply: Action<[code: string], Money | undefined>;
  #isEmpty = false;

  constructor(host: PanelHost) {
    this.#host = host;
    this.#texts = new LocalizeAmounts(host.element, messages, plan, 'accountCoupon');
    this.#apply = new Action(host.element, async (code) => {
      const next = await applyCoupon(host.kit.session, host.plan, code);
      await host.reread((now) => next === undefined || now?.nextPayment?.amount.minor === next.minor);
      return next;
    });
  }

  get busy(): boolean {
    return this.#apply.busy;
  }

  begin(): void {
    this.#apply.reset();
    this.#isEmpty = false;
  }

  render(): TemplateResult {
    const wrong = this.#wrong();
    const { error } = this.#apply;
    return html`<form class="stack" novalidate @submit=${this.#onSubmit}>
      <h4 tabindex="-1">${this.#text('coupon.heading', { title: this.#host.plan.title })}</h4>
      <div class="field" part="field">
        <label part="label" for="code">${this.#text('coupon.label')}</label>
        <input
          part="input"
          id="code"
          name="code"
          maxlength="50"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          required
          aria-invalid=${wrong ? 'true' : 'false'}
          aria-describedby=${wrong ? 'code-error' : nothing}
        />
        ${wrong ? html`<span class="error" part="error" id="code-error">${wrong}</span>` : nothing}
      </div>
      ${wrong ? nothing : failure(this.#texts, error, this.#text('coupon.not-used'), this.#host.help())}
      <div class="actions">
        ${button({
          label: this.#text('coupon.apply'),
          type: 'submit',
          kind: 'primary',
          part: 'submit',
          busy: this.#apply.busy && this.#text('coupon.working'),
        })}
        ${button({ label: this.#text('coupon.back'), onClick: () => this.#apply.busy || this.#host.close() })}
      </div>
    </form>`;
  }

  /** What is wrong with the code itself, to be said at its field. */
  #wrong(): string | undefined {
    if (this.#isEmpty) return this.#text('field.required');
    const { error } = this.#apply;
    return error?.code.startsWith('coupon-') ? errorText(this.#texts, error) : undefined;
  }

  readonly #onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (this.#apply.busy) return;
    const form = event.currentTarget as HTMLFormElement;
    const code = textOf(new FormData(form), 'code').trim();
    this.#isEmpty = !code;
    if (!code) this.#apply.reset();
    this.#host.element.requestUpdate();
    if (code) {
      const { offerId } = this.#host.plan;
      await this.#host.settle('coupon-applied', this.#apply.run(code), (next) => ({
        change: { change: 'coupon-applied', offerId },
        text: next ? this.#text('coupon.done', { amount: this.#texts.money(next) }) : this.#text('coupon.done-plain'),
      }));
    }
    await this.#host.element.updateComplete;
    form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  };

  #text(key: keyof typeof messages, values?: Record<string, string>): string {
    return this.#texts.text(key, values);
  }
}
