import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Action } from '../../controllers/action.js';
import { consentMemory } from '../../controllers/consents.js';
import { dueConsentsOf } from '../../controllers/due-consents.js';
import { errorText } from '../../controllers/error-text.js';
import { FormErrors } from '../../controllers/form-errors.js';
import { LightRegion } from '../../controllers/light-region.js';
import { Pause } from '../../controllers/pause.js';
import { Watch } from '../../controllers/watch.js';
import { consents as messages } from '../../i18n/en/consents.js';
import { Localize } from '../../i18n/localize.js';
import { identity } from '../../i18n/parts.js';
import { consentRecords, readLabel, type ConsentRecord } from '../../session/consents.js';
import { storeConsents } from '../../session/store-consents.js';
import type { DueConsent } from '../../session/due-consents.js';
import type { ResourceState } from '../../session/resource.js';
import { button } from '../../ui/button.js';
import { checkbox } from '../../ui/checkbox.js';
import { consentLabel } from '../../ui/consent-label.js';
import { controls } from '../../ui/controls.js';
import { formMore } from '../../ui/form-more.js';
import { frame } from '../../ui/frame.js';
import { loading, notice } from '../../ui/notice.js';
import { formSheets } from '../../ui/sheets.js';
import { stuck } from '../../ui/stuck.js';
import { tokens } from '../../ui/tokens.js';
import { CleengElement } from '../element.js';
import { ConsentsCompleteEvent, ConsentsErrorEvent } from './events.js';

/** What `<cleeng-consents>` can show. */
export const CONSENTS_VIEWS = [
  'signed-out',
  'loading',
  'load-failed',
  'none-due',
  'form',
  'saving',
  'save-failed',
  'throttled',
  'saved',
] as const;
export type ConsentsView = (typeof CONSENTS_VIEWS)[number];

type Key = keyof typeof messages;

/**
 * Asks the signed-in viewer for consents that changed since they were answered, and for required ones that are not given. None is ever
 * ticked beforehand, and only what was on screen is stored.
 *
 * @summary Consents that changed, asked for before a viewer goes on.
 * @fires {ConsentsCompleteEvent} cleeng-consents-complete - The answers are stored, or none were due.
 * @fires {ConsentsErrorEvent} cleeng-consents-error - Storing them failed; the element shows why.
 * @slot heading - Replaces the heading.
 * @slot empty - Shown when there is nothing to agree to.
 * @slot footer - Below the form.
 * @csspart form - Around everything.
 * @csspart heading - The default heading.
 * @csspart notice - A message about what happened.
 * @csspart submit - The button that tries again.
 */
export class CleengConsents extends CleengElement {
  static override styles = [tokens, frame, controls];

  /** Whose answers were stored. */
  @state() private savedFor: string | undefined;

  readonly #texts = new Localize(this, messages, identity, 'consents');
  readonly #due = new Watch<ResourceState<DueConsent[]>>(this);
  readonly #errors = new FormErrors(this);
  readonly #save = new Action(this, (records: readonly ConsentRecord[]) =>
    storeConsents(this.kit!.session, records, consentMemory(this.kit!)),
  );
  readonly #pause = new Pause(this, () => this.#save.reset());
  readonly #region = new LightRegion(this, 'cleeng-form', formSheets(formMore), () => this.#renderForm());
  /** The customer who was asked, or told that nothing is due. */
  #told: string | undefined;

  /** What the element shows now; stories and tests name it. */
  get view(): ConsentsView {
    if (!this.customerId) return 'signed-out';
    if (this.#save.busy) return 'saving';
    if (this.savedFor === this.customerId) return 'saved';
    if (this.#due.state?.status === 'failed' && !this.#list) return 'load-failed';
    if (!this.#list) return 'loading';
    if (this.#list.length === 0) return 'none-due';
    if (this.#pause.left) return 'throttled';
    return this.#save.error ? 'save-failed' : 'form';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const resource = this.kit && dueConsentsOf(this.kit);
    this.#due.retarget(resource);
    void resource?.load();
  }

  protected override updated(): void {
    // Told once for a customer, after the viewer can see it; not to somebody who was asked, here or in another element.
    if (!['form', 'none-due'].includes(this.view) || this.#told === this.customerId || !this.customerId) return;
    this.#told = this.customerId;
    if (this.view === 'none-due') this.dispatchEvent(new ConsentsCompleteEvent(this.customerId, []));
  }

  protected override render() {
    if (!this.kit) return this.renderMisconfigured();
    return html`
      <section class="stack" part="form">
        <slot name="heading"><h2 part="heading" tabindex="-1">${this.#text('consents.heading')}</h2></slot>
        ${this.#renderView()}
        <slot name="cleeng-form"></slot>
        <slot name="footer"></slot>
      </section>
    `;
  }

  #renderView(): TemplateResult | typeof nothing {
    switch (this.view) {
      case 'signed-out':
        return html`<p class="muted">${this.#text('consents.signed-out')}</p>`;
      case 'loading':
        return loading(this.#text('state.loading'));
      case 'load-failed': {
        const retry = () => this.kit && dueConsentsOf(this.kit)?.refresh();
        return stuck(this.#text('consents.load-failed'), [[this.#text('action.retry'), retry]], this.renderHelp(this.#text('action.help')));
      }
      case 'none-due':
        return html`<slot name="empty"><p>${this.#text('consents.none-due')}</p></slot>`;
      case 'saved':
        return notice({ kind: 'success', text: this.#text('consents.saved') });
      default:
        return nothing;
    }
  }

  #renderForm(): TemplateResult | typeof nothing {
    if (!['form', 'saving', 'save-failed', 'throttled'].includes(this.view) || !this.#list) return nothing;
    const { error } = this.#save;
    const seconds = this.#pause.left;
    return html`
      <form class="cleeng-form" novalidate method="post" @submit=${this.#onSubmit} @input=${this.#errors.onInput}>
        <p class="cleeng-switch">${this.#text('consents.text')}</p>
        ${
          error ? notice({ kind: 'error', text: errorText(this.#texts, error), more: this.renderHelp(this.#text('action.help')) }) : nothing
        }
        <fieldset class="cleeng-group">
          <legend class="cleeng-label">${this.#text('consents.group')}</legend>
          ${this.#list.map((consent, index) => this.#renderConsent(consent, index))}
        </fieldset>
        <div class="cleeng-actions">
          ${button({
            label: seconds ? this.#text('action.wait', { seconds }) : this.#text('consents.submit'),
            busy: this.#save.busy && this.#text('consents.saving'),
            off: seconds > 0,
            kind: 'primary',
            type: 'submit',
          })}
          <button class="cleeng-link" type="button" @click=${() => this.kit?.session.logout()}>${this.#text('consents.log-out')}</button>
        </div>
      </form>
    `;
  }

  #renderConsent({ name, label, version, before, required }: DueConsent, index: number): TemplateResult {
    return checkbox({
      id: this.#idOf(index),
      name,
      label: consentLabel(readLabel(label)),
      hint: before === undefined ? this.#text('consents.new') : this.#text('consents.changed', { version, before }),
      required,
      error: this.#errors.of(name),
      optional: required ? undefined : this.#text('consents.optional'),
    });
  }

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const { customerId, kit } = this;
    const shown = this.#list ?? [];
    const isTicked = (index: number) => (form.elements.namedItem(this.#idOf(index)) as HTMLInputElement).checked;
    const missing = shown.filter(({ required }, index) => required && !isTicked(index));
    const valid = this.#errors.show(form, Object.fromEntries(missing.map(({ name }) => [name, () => this.#text('consents.required')])));
    if (!valid || this.#save.busy || this.#pause.left || !customerId || !kit) return;
    const records = consentRecords(shown, isTicked, new Date());
    const resource = dueConsentsOf(kit);
    const outcome = await this.#save.run(records);
    if (!outcome.ok) {
      this.#pause.after(outcome.error);
      // The publisher changed the text while it was being read: the new one is what has to be agreed to.
      if (outcome.error.code === 'invalid-request') void resource?.refresh();
      return void this.dispatchEvent(new ConsentsErrorEvent(outcome.error));
    }
    this.savedFor = customerId;
    resource?.put([]);
    this.dispatchEvent(new ConsentsCompleteEvent(customerId, records));
  };

  #idOf(index: number): string {
    return this.#region.id(`consent-${index}`);
  }

  get #list(): readonly DueConsent[] | undefined {
    const { state } = this.#due;
    return state && 'value' in state ? state.value : undefined;
  }

  #text(key: Key, values?: Record<string, string | number>): string {
    return this.#texts.text(key, values);
  }
}
