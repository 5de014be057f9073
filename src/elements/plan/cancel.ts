import { html, nothing, type TemplateResult } from 'lit';
import { changeSubscription } from '../../account/account.js';
import { CANCELLATION_REASONS, readRetention, reasonText, takeExtension, type Retention } from '../../account/retention.js';
import { Action } from '../../controllers/action.js';
import { browserTimers } from '../../controllers/browser-ports.js';
import { accountCancel as messages } from '../../i18n/en/account-cancel.js';
import { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { plan } from '../../i18n/parts.js';
import { button } from '../../ui/button.js';
import { textOf } from '../../ui/form-data.js';
import { loading } from '../../ui/notice.js';
import { failure } from './failure.js';
import type { Panel, PanelHost, PanelView } from './panel.js';
import { priceText } from './price.js';

/** So long cancelling waits for an offer to stay, in ms: nobody is held up by one. */
const PATIENCE_MS = 2000;

/**
 * Cancels a plan: what happens then, at most one offer to stay, an optional reason, and a button that cancels, all on one page. It is
 * cancelled when the platform says so.
 */
export class Cancel implements Panel {
  readonly #host: PanelHost;
  readonly #texts: LocalizeAmounts<typeof messages>;
  readonly #cancel: Action<[reason: string | undefined], Awaited<ReturnType<typeof changeSubscription>>>;
  readonly #stay: Action<[], Awaited<ReturnType<typeof takeExtension>>>;
  #offer: Retention | 'asking' | undefined;
  #asked = 0;

  constructor(host: PanelHost) {
    this.#host = host;
    this.#texts = new LocalizeAmounts(host.element, messages, plan, 'accountPeriods', 'accountCancel');
    this.#cancel = new Action(host.element, async (reason) => {
      const answer = await changeSubscription(host.kit.session, host.plan.offerId, 'cancelled', reason);
      await host.reread((now) => now === undefined || now.status === 'cancelled');
      return answer;
    });
    this.#stay = new Action(host.element, async () => {
      const { plan } = host;
      const answer = await takeExtension(host.kit.session, plan);
      await host.reread((now) => (now?.endsAt ?? 0) >= answer.expiresAt);
      return answer;
    });
  }

  get view(): PanelView {
    return this.#offer === 'asking' ? 'cancel-loading' : 'cancel';
  }

  get busy(): boolean {
    return this.#cancel.busy || this.#stay.busy;
  }

  begin(): void {
    this.#cancel.reset();
    this.#stay.reset();
    void this.#ask(++this.#asked);
  }

  render(): TemplateResult {
    const { plan, flow } = this.#host;
    if (this.#offer === 'asking') return loading(this.#text('state.loading'));
    const heading = flow.texts?.heading ?? this.#text('cancel.heading', { title: plan.title });
    return html`<form class="stack" @submit=${this.#onSubmit}>
      <h4 tabindex="-1">${heading}</h4>
      <p>${this.#consequence()}</p>
      ${flow.texts?.intro ? html`<p>${flow.texts.intro}</p>` : nothing} ${this.#renderOffer()} ${this.#renderReasons()}
      ${failure(this.#texts, this.#cancel.error, this.#text('cancel.failed'), this.#host.help())}
      <div class="actions">
        ${button({
          label: flow.texts?.confirm ?? this.#text('cancel.confirm'),
          type: 'submit',
          kind: 'primary',
          part: 'submit',
          busy: this.#cancel.busy && this.#text('cancel.working'),
        })}
        ${button({ label: flow.texts?.keep ?? this.#text('cancel.keep'), onClick: () => this.busy || this.#host.close() })}
      </div>
    </form>`;
  }

  #renderReasons(): TemplateResult {
    const { flow } = this.#host;
    const reasons = flow.reasons ?? CANCELLATION_REASONS.map(({ value, key }) => ({ value, text: this.#text(`reason.${key}`) }));
    return html`<fieldset>
        <legend>${flow.texts?.reason ?? this.#text('cancel.reason')}</legend>
        ${reasons.map(({ value, text }) => html`<label class="choice" part="label"><input type="radio" name="reason" value=${value} /> ${text}</label>`)}
        <label class="choice" part="label"><input type="radio" name="reason" value="" checked /> ${this.#text('cancel.no-reason')}</label>
      </fieldset>
      ${
        flow.freeText === false
          ? nothing
          : html`<div class="field" part="field">
              <label part="label" for="words">${this.#text('cancel.words')}</label>
              <textarea part="input" id="words" name="words" rows="3" maxlength="400"></textarea>
            </div>`
      }`;
  }

  /** At most one, beside the way to cancel and never before it. */
  #renderOffer(): TemplateResult | typeof nothing {
    const offer = this.#offer;
    if (!offer || offer === 'asking') return nothing;
    const { text, label, busy, act } = this.#offerWords(offer);
    return html`<div class="offer" part="offer">
      <p>${text}</p>
      ${failure(this.#texts, this.#stay.error, this.#text('offer.failed'), this.#host.help())}
      <div>${button({ label, busy, onClick: act })}</div>
    </div>`;
  }

  #offerWords(offer: Retention): { text: string; label: string; busy: string | false; act: () => void } {
    const texts = this.#texts;
    switch (offer.kind) {
      case 'extension': {
        const time = new Intl.NumberFormat(texts.lang, { style: 'unit', unit: offer.unit, unitDisplay: 'long' }).format(offer.count);
        return {
          text: texts.text('offer.extension', { time }),
          label: texts.text('offer.take', { time }),
          busy: this.#stay.busy && texts.text('offer.taking'),
          act: () => void this.#takeExtension(),
        };
      }
      case 'downgrade': {
        const { title } = offer.option;
        return {
          text: texts.text('offer.downgrade', { title, price: priceText(texts, offer.option) }),
          label: texts.text('offer.see-downgrade', { title }),
          busy: false,
          act: () => this.busy || this.#host.open('change', offer.option),
        };
      }
      case 'pause':
        return {
          text: texts.text('offer.pause'),
          label: texts.text('offer.see-pause'),
          busy: false,
          act: () => this.busy || this.#host.open('pause'),
        };
    }
  }

  #consequence(): string {
    const { status, endsAt, pendingSwitchId } = this.#host.plan;
    const date = endsAt === undefined ? '' : this.#texts.date(endsAt);
    const also = pendingSwitchId ? ` ${this.#text('cancel.consequence-switch')}` : '';
    if (status === 'payment-problem') return this.#text('cancel.consequence-unpaid');
    if (status === 'paused') return this.#text('cancel.consequence-paused');
    if (!date) return this.#text('cancel.consequence-open') + also;
    return this.#text(status === 'trial' ? 'cancel.consequence-trial' : 'cancel.consequence', { date }) + also;
  }

  /** What there is to offer; nothing when the platform does not say so in time. */
  async #ask(turn: number): Promise<void> {
    this.#offer = undefined;
    const { flow, kit, plan, element } = this.#host;
    if (flow.offers?.length === 0 || plan.status === 'payment-problem' || plan.status === 'paused') return;
    this.#offer = 'asking';
    element.requestUpdate();
    const late = new Promise<undefined>((resolve) => browserTimers.after(PATIENCE_MS, () => resolve(undefined)));
    const offer = await Promise.race([readRetention(kit.session, plan.offerId).catch(() => undefined), late]);
    if (turn !== this.#asked) return;
    this.#offer = offer && (flow.offers ?? [offer.kind]).includes(offer.kind) ? offer : undefined;
    if (this.#offer?.kind === 'pause' && !this.#host.pauseLimit) this.#offer = undefined;
    element.requestUpdate();
    this.#host.focus();
  }

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (this.busy) return;
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const reason = reasonText(textOf(data, 'reason'), textOf(data, 'words'));
    void this.#host.settle('subscription-cancelled', this.#cancel.run(reason), (answer) => ({
      change: { change: 'subscription-cancelled', ...answer },
      text: this.#text('cancel.done'),
    }));
  };

  async #takeExtension(): Promise<void> {
    if (this.busy) return;
    this.#cancel.reset();
    await this.#host.settle('retention-accepted', this.#stay.run(), (answer) => ({
      change: { change: 'retention-accepted', ...answer },
      text: this.#text('offer.taken', { date: this.#texts.date(answer.expiresAt) }),
    }));
  }

  #text(key: keyof typeof messages, values?: Record<string, string>): string {
    return this.#texts.text(key, values);
  }
}
