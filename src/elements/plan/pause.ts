import { html, type TemplateResult } from 'lit';
import { pauseDates, pausePlan, type PauseDates } from '../../account/pause.js';
import { Action } from '../../controllers/action.js';
import { accountPause as messages } from '../../i18n/en/account-pause.js';
import { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { plan } from '../../i18n/parts.js';
import { parsePeriod } from '../../account/periods.js';
import { button } from '../../ui/button.js';
import { failure } from './failure.js';
import type { Panel, PanelHost } from './panel.js';

/** Pauses a plan from the end of the period paid for, for some billing cycles. */
export class Pause implements Panel {
  readonly view = 'pause';
  readonly #host: PanelHost;
  readonly #texts: LocalizeAmounts<typeof messages>;
  readonly #pause: Action<[cycles: number], PauseDates>;
  #cycles = 1;

  constructor(host: PanelHost) {
    this.#host = host;
    this.#texts = new LocalizeAmounts(host.element, messages, plan, 'accountPause');
    this.#pause = new Action(host.element, async (cycles) => {
      const dates = await pausePlan(host.kit.session, host.plan, cycles);
      await host.reread((now) => now?.pause !== undefined);
      return dates;
    });
  }

  get busy(): boolean {
    return this.#pause.busy;
  }

  begin(): void {
    this.#pause.reset();
    this.#cycles = 1;
  }

  render(): TemplateResult {
    const { plan, pauseLimit } = this.#host;
    const { startsAt, endsAt } = pauseDates(plan, this.#cycles);
    const dates = { start: this.#texts.date(startsAt), end: this.#texts.date(endsAt) };
    return html`<form class="stack" @submit=${this.#onSubmit}>
      <h4 tabindex="-1">${this.#text('pause.heading', { title: plan.title })}</h4>
      <fieldset>
        <legend>${this.#text('pause.how-long')}</legend>
        ${Array.from({ length: pauseLimit }, (_, i) => this.#renderChoice(i + 1))}
      </fieldset>
      <p role="status">${this.#text('pause.consequence', dates)}</p>
      ${failure(this.#texts, this.#pause.error, this.#text('pause.failed'), this.#host.help())}
      <div class="actions">
        ${button({
          label: this.#text('pause.confirm'),
          type: 'submit',
          kind: 'primary',
          part: 'submit',
          busy: this.#pause.busy && this.#text('pause.working'),
        })}
        ${button({ label: this.#text('pause.keep'), onClick: () => this.#pause.busy || this.#host.close() })}
      </div>
    </form>`;
  }

  #renderChoice(cycles: number): TemplateResult {
    const { unit, count } = parsePeriod(this.#host.plan.period ?? '') ?? { unit: 'month', count: 1 };
    const time = new Intl.NumberFormat(this.#texts.lang, { style: 'unit', unit, unitDisplay: 'long' }).format(count * cycles);
    const choose = () => {
      this.#cycles = cycles;
      this.#host.element.requestUpdate();
    };
    return html`<label class="choice"
      ><input type="radio" name="cycles" value=${cycles} .checked=${this.#cycles === cycles} @change=${choose} /> ${time}</label
    >`;
  }

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (this.#pause.busy) return;
    const { offerId } = this.#host.plan;
    void this.#host.settle('subscription-paused', this.#pause.run(this.#cycles), ({ startsAt, endsAt }) => ({
      change: { change: 'subscription-paused', offerId },
      text: this.#text('pause.done', { start: this.#texts.date(startsAt), end: this.#texts.date(endsAt) }),
    }));
  };

  #text(key: keyof typeof messages, values?: Record<string, string>): string {
    return this.#texts.text(key, values);
  }
}
