import { html, nothing, type TemplateResult } from 'lit';
import { changeGift, dayAfter, deliveryOn, giftStatus, type Gift, type GiftDelivery } from '../../account/gifts.js';
import type { Transaction } from '../../account/transactions.js';
import { Action } from '../../controllers/action.js';
import { errorText } from '../../controllers/error-text.js';
import { FormErrors } from '../../controllers/form-errors.js';
import type { Kit } from '../../controllers/kit.js';
import { Pause } from '../../controllers/pause.js';
import { giftOf } from '../../controllers/transactions.js';
import { Watch } from '../../controllers/watch.js';
import type { transactions } from '../../i18n/en/transactions.js';
import type { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import type { Resource, ResourceState } from '../../session/resource.js';
import { isEmail } from '../../session/rules.js';
import { textOf } from '../../ui/form-data.js';
import { notice } from '../../ui/notice.js';
import { AccountChangeEvent, AccountErrorEvent } from '../account-events.js';
import type { AccountSection } from '../account-section.js';
import { giftForm, NOTE_LENGTH } from './gift-form.js';
import type { TransactionsView } from './views.js';

type GiftView = Extract<TransactionsView, `gift${string}`>;

/** How the gifts on a page stand, and the form that changes the delivery of one. */
export class Gifts {
  readonly #host: AccountSection<TransactionsView>;
  readonly #texts: LocalizeAmounts<typeof transactions>;
  readonly #kit: () => Kit | undefined;
  readonly #watches = new Map<number, Watch<ResourceState<Gift>>>();
  readonly #errors: FormErrors;
  readonly #save: Action<[giftId: number, delivery: GiftDelivery], Gift>;
  readonly #pause: Pause;
  /** The gift whose delivery is being changed. */
  #editing: Gift | undefined;
  /** The gift that was changed last. */
  #saved: number | undefined;

  constructor(host: AccountSection<TransactionsView>, texts: LocalizeAmounts<typeof transactions>, kit: () => Kit | undefined) {
    this.#host = host;
    this.#texts = texts;
    this.#kit = kit;
    this.#errors = new FormErrors(host);
    this.#save = new Action(host, (giftId, delivery) => changeGift(kit()!.session, giftId, delivery));
    this.#pause = new Pause(host, () => this.#save.reset());
  }

  get view(): GiftView | undefined {
    if (!this.#editing) return undefined;
    if (this.#save.busy) return 'gift-saving';
    if (this.#pause.left) return 'gift-throttled';
    return this.#save.error ? 'gift-failed' : 'gift';
  }

  /** Reads how the gifts of a page stand. */
  watch(items: readonly Transaction[]): void {
    const wanted = new Set(items.flatMap(({ giftId }) => giftId ?? []));
    for (const [giftId, watch] of this.#watches) if (!wanted.has(giftId)) watch.retarget(undefined);
    for (const giftId of wanted) {
      const watch = this.#watches.get(giftId) ?? new Watch<ResourceState<Gift>>(this.#host);
      this.#watches.set(giftId, watch);
      const gift = this.#resource(giftId);
      watch.retarget(gift);
      void gift?.load();
    }
  }

  /** Reads again how those stand that may stand otherwise by now. */
  reread(): void {
    for (const [giftId, { state }] of this.#watches) {
      if (state && !('value' in state && state.value?.redeemedAt)) void this.#resource(giftId)?.refresh();
    }
  }

  reset(): void {
    this.#editing = this.#saved = undefined;
    this.#save.reset();
    for (const watch of this.#watches.values()) watch.retarget(undefined);
  }

  /** What a purchase says of its gift. */
  render({ giftId, kind }: Transaction): TemplateResult | typeof nothing {
    const state = giftId === undefined || kind !== 'gift' ? undefined : this.#watches.get(giftId)?.state;
    if (!state) return nothing;
    const text = this.#texts;
    const gift = 'value' in state ? state.value : undefined;
    if (gift) return this.#renderGift(gift);
    if (state.status !== 'failed') return html`<p class="muted">${text.text('gift.loading')}</p>`;
    return html`<p>
      ${text.text('gift.failed')}
      <button class="cleeng-link" type="button" @click=${() => void this.#resource(giftId!)?.refresh()}>
        ${text.text('action.retry')}
      </button>
    </p>`;
  }

  renderOutcome(): TemplateResult | typeof nothing {
    return this.#saved === undefined ? nothing : notice({ kind: 'success', text: this.#texts.text('gift.saved') });
  }

  renderForm(): TemplateResult | typeof nothing {
    if (!this.#editing) return nothing;
    const { error } = this.#save;
    return giftForm({
      texts: this.#texts,
      gift: this.#editing,
      earliest: dayAfter(Date.now() / 1000),
      errors: this.#errors,
      failure: error && `${this.#texts.text('gift.not-saved')} ${errorText(this.#texts, error)}`,
      help: this.#host.help(this.#texts.text('action.help')),
      busy: this.#save.busy,
      seconds: this.#pause.left,
      onSubmit: this.#onSubmit,
      onKeep: () => void (this.#save.busy || this.#close()),
    });
  }

  #renderGift(gift: Gift): TemplateResult {
    const text = this.#texts;
    const status = giftStatus(gift, Date.now() / 1000);
    // The day of delivery is one of UTC's, as the platform counts.
    const days = new Intl.DateTimeFormat(text.lang, { dateStyle: 'long', timeZone: 'UTC' });
    const date = status === 'scheduled' ? days.format(gift.at * 1000) : text.date(gift.redeemedAt ?? gift.sentAt ?? gift.at);
    return html`<p>${text.text(`gift.${status}`, { email: gift.email, date })}</p>
      ${
        status === 'scheduled'
          ? html`<button class="cleeng-link" type="button" data-gift=${gift.id} @click=${() => this.#edit(gift)}>
              ${text.text('gift.edit')}
            </button>`
          : nothing
      }`;
  }

  #edit(gift: Gift): void {
    this.#editing = gift;
    this.#saved = undefined;
    this.#save.reset();
    this.#errors.clear();
    this.#host.requestUpdate();
    void this.#focus('h3');
  }

  async #close(): Promise<void> {
    const id = this.#editing?.id;
    this.#editing = undefined;
    this.#host.requestUpdate();
    await this.#focus(`[data-gift="${id}"]`);
  }

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const gift = this.#editing;
    const delivery = gift && this.#read(form, gift);
    if (!gift || !delivery || this.#save.busy || this.#pause.left) return;
    const resource = this.#resource(gift.id);
    const outcome = await this.#save.run(gift.id, delivery);
    if (!outcome.ok) {
      this.#pause.after(outcome.error);
      // The platform may know better how the gift stands.
      if (outcome.error.status === 422) void resource?.refresh();
      return void this.#host.dispatchEvent(new AccountErrorEvent('gift-updated', outcome.error));
    }
    resource?.put(outcome.value);
    this.#saved = gift.id;
    void this.#close();
    this.#host.dispatchEvent(new AccountChangeEvent({ change: 'gift-updated' }));
  };

  /** What was typed, or `undefined` after showing what is wrong with it. */
  #read(form: HTMLFormElement, gift: Gift): GiftDelivery | undefined {
    const data = new FormData(form);
    const text = this.#texts;
    const email = textOf(data, 'recipientEmail').trim();
    const day = textOf(data, 'deliveryDate');
    const note = textOf(data, 'personalNote').trim();
    const at = deliveryOn(day, gift.at);
    const valid = this.#errors.show(form, {
      recipientEmail: !email ? () => text.text('field.required') : isEmail(email) ? undefined : () => text.text('field.email-invalid'),
      deliveryDate: at === undefined || day < dayAfter(Date.now() / 1000) ? () => text.text('gift.date-invalid') : undefined,
      personalNote: note.length > NOTE_LENGTH ? () => text.text('gift.note-long') : undefined,
    });
    return valid && at !== undefined ? { email, at, note } : undefined;
  }

  #resource(giftId: number): Resource<Gift> | undefined {
    const kit = this.#kit();
    return kit && giftOf(kit, giftId);
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
  }
}
