import { html, nothing, type TemplateResult } from 'lit';
import { paidBy, removePaymentDetails, type PaymentDetails } from '../../account/payment-details.js';
import type { Plan } from '../../account/plans.js';
import { Action } from '../../controllers/action.js';
import { errorText } from '../../controllers/error-text.js';
import type { Kit } from '../../controllers/kit.js';
import { Pause } from '../../controllers/pause.js';
import { paymentDetailsOf } from '../../controllers/payment-details.js';
import { button } from '../../ui/button.js';
import { notice } from '../../ui/notice.js';
import { AccountChangeEvent, AccountErrorEvent } from '../account-events.js';
import { nameOf, titlesOf, type Texts } from './names.js';
import type { CleengPaymentDetails } from './payment-details.js';
import type { PaymentDetailsView } from './views.js';

/** Removing payment details: asked first, with what follows from it. */
export class Removal {
  readonly #host: CleengPaymentDetails;
  readonly #texts: Texts;
  readonly #kit: () => Kit | undefined;
  readonly #remove: Action<[PaymentDetails], void>;
  readonly #pause: Pause;
  #asked: PaymentDetails | undefined;
  #done = false;

  constructor(host: CleengPaymentDetails, texts: Texts, kit: () => Kit | undefined) {
    this.#host = host;
    this.#texts = texts;
    this.#kit = kit;
    this.#remove = new Action(host, async (details) => {
      const now = kit()!;
      const resource = paymentDetailsOf(now);
      await removePaymentDetails(now.session, details.id);
      // The platform's list is the truth; what is gone is gone even if it cannot be read now.
      resource?.put((resource.value ?? []).filter(({ id }) => id !== details.id));
      await resource?.refresh();
    });
    this.#pause = new Pause(host, () => this.#remove.reset());
  }

  get view(): Extract<PaymentDetailsView, `remov${string}`> | undefined {
    if (!this.#asked) return undefined;
    return this.#remove.busy ? 'removing' : this.#remove.error ? 'remove-failed' : 'remove';
  }

  ask(details: PaymentDetails): void {
    this.#asked = details;
    this.#done = false;
    this.#remove.reset();
    this.#host.requestUpdate();
    void this.#focus('h3');
  }

  reset(): void {
    this.#asked = undefined;
    this.#done = false;
    this.#remove.reset();
  }

  renderNews(): TemplateResult | typeof nothing {
    return this.#done ? notice({ kind: 'success', text: this.#texts.text('remove.done') }) : nothing;
  }

  /** @param onReplace adds others, which is the better way where something is paid for */
  render(plans: readonly Plan[], onReplace: () => void): TemplateResult | typeof nothing {
    const details = this.#asked;
    if (!details) return nothing;
    const text = this.#texts;
    const { busy, error } = this.#remove;
    const seconds = this.#pause.left;
    const paid = paidBy(details, plans);
    const consequence = paid.length ? text.text('remove.consequence', { plans: titlesOf(text, paid) }) : text.text('remove.harmless');
    return html`<div class="card" part="summary">
      <h3 tabindex="-1">${text.text('remove.heading', { name: nameOf(text, details) })}</h3>
      <p>${consequence}</p>
      ${
        error
          ? notice({
              kind: 'error',
              text: `${text.text('remove.failed')} ${errorText(text, error)}`,
              more: this.#host.help(text.text('action.help')),
            })
          : nothing
      }
      <div class="row">
        ${paid.length && !busy ? button({ label: text.text('remove.instead'), onClick: onReplace }) : nothing}
        ${button({
          label: seconds ? text.text('action.wait', { seconds }) : text.text('remove.confirm'),
          busy: busy && text.text('remove.working'),
          off: seconds > 0,
          kind: 'primary',
          part: 'submit',
          onClick: () => void this.#confirm(details),
        })}
        ${busy ? nothing : button({ label: text.text('remove.keep'), onClick: () => this.#keep() })}
      </div>
    </div>`;
  }

  async #confirm(details: PaymentDetails): Promise<void> {
    if (this.#remove.busy || this.#pause.left) return;
    const outcome = await this.#remove.run(details);
    if (!outcome.ok) {
      this.#pause.after(outcome.error);
      // Somebody may have removed them elsewhere.
      const kit = this.#kit();
      if (outcome.error.code === 'not-found') void (kit && paymentDetailsOf(kit)?.refresh());
      return void this.#host.dispatchEvent(new AccountErrorEvent('payment-details-removed', outcome.error));
    }
    this.#asked = undefined;
    this.#done = true;
    this.#host.requestUpdate();
    void this.#focus('h2');
    this.#host.dispatchEvent(new AccountChangeEvent({ change: 'payment-details-removed' }));
  }

  #keep(): void {
    const id = this.#asked?.id;
    this.#asked = undefined;
    this.#host.requestUpdate();
    void this.#focus(`[data-id="${id}"] h3`);
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
  }
}
