import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { problemOf, type CaptureProblem } from '../../capture/answers.js';
import { storeCapture } from '../../capture/capture.js';
import type { CaptureField, CaptureForm } from '../../capture/questions.js';
import { Action } from '../../controllers/action.js';
import { captureOf } from '../../controllers/capture.js';
import { errorText } from '../../controllers/error-text.js';
import { FormErrors } from '../../controllers/form-errors.js';
import { LightRegion } from '../../controllers/light-region.js';
import { Watch } from '../../controllers/watch.js';
import { capture as messages } from '../../i18n/en/capture.js';
import { Localize } from '../../i18n/localize.js';
import type { ResourceState } from '../../session/resource.js';
import { button } from '../../ui/button.js';
import { controls } from '../../ui/controls.js';
import { textOf } from '../../ui/form-data.js';
import { formMore } from '../../ui/form-more.js';
import { frame } from '../../ui/frame.js';
import { loading, notice } from '../../ui/notice.js';
import { formSheets } from '../../ui/sheets.js';
import { tokens } from '../../ui/tokens.js';
import { CleengElement } from '../element.js';
import { CaptureCompleteEvent } from './events.js';
import { captureField } from './field.js';

/** What `<cleeng-capture>` can show. */
export const CAPTURE_VIEWS = ['signed-out', 'loading', 'load-failed', 'none-due', 'form', 'saving', 'save-failed', 'saved'] as const;
export type CaptureView = (typeof CAPTURE_VIEWS)[number];

const PROBLEMS: Readonly<Record<CaptureProblem, keyof typeof messages>> = {
  required: 'field.required',
  email: 'field.email-invalid',
  phone: 'capture.phone-invalid',
};

/**
 * Asks the signed-in viewer the publisher's questions (custom fields), when they are due.
 *
 * @summary The publisher's questions to a viewer.
 * @fires {CaptureCompleteEvent} cleeng-capture-complete - The answers are stored, or none were due.
 * @slot heading - Replaces the heading.
 * @slot empty - Shown when nothing is left to answer.
 * @slot footer - Below the form.
 * @csspart heading - The default heading.
 * @csspart notice - A message about what happened.
 * @csspart submit - The button that tries again.
 */
export class CleengCapture extends CleengElement {
  static override styles = [tokens, frame, controls];

  /** Whom the answers were stored for. */
  @state() private savedFor: string | undefined;

  readonly #texts = new Localize(this, messages);
  readonly #capture = new Watch<ResourceState<CaptureForm>>(this);
  readonly #errors = new FormErrors(this);
  readonly #save = new Action(this, (fields: readonly CaptureField[], answerOf: (name: string) => string) =>
    storeCapture(this.kit!.session, fields, answerOf),
  );
  readonly #region = new LightRegion(this, 'cleeng-form', formSheets(formMore), () => this.#renderForm());
  /** The customer who was asked, or told that nothing is due. */
  #told: string | undefined;

  /** What the element shows now; stories and tests name it. */
  get view(): CaptureView {
    if (!this.customerId) return 'signed-out';
    if (this.#save.busy) return 'saving';
    if (this.savedFor === this.customerId) return 'saved';
    const capture = this.#capture.state;
    if (capture?.status === 'failed' && !capture.value) return 'load-failed';
    if (!this.#form) return 'loading';
    if (!this.#form.due) return 'none-due';
    return this.#save.error ? 'save-failed' : 'form';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const resource = this.kit && captureOf(this.kit);
    this.#capture.retarget(resource);
    void resource?.load();
  }

  protected override updated(): void {
    // Told once for a customer, after the viewer can see it; not to somebody who was asked, here or in another element.
    if (!['form', 'none-due'].includes(this.view) || this.#told === this.customerId || !this.customerId) return;
    this.#told = this.customerId;
    if (this.view === 'none-due') this.dispatchEvent(new CaptureCompleteEvent(this.customerId, false));
  }

  protected override render() {
    if (!this.kit) return this.renderMisconfigured();
    return html`
      <section class="stack" part="form">
        <slot name="heading"><h2 part="heading">${this.#texts.text('capture.heading')}</h2></slot>
        ${this.#renderView()}
        <slot name="cleeng-form"></slot>
        <slot name="footer"></slot>
      </section>
    `;
  }

  #renderView(): TemplateResult | typeof nothing {
    switch (this.view) {
      case 'signed-out':
        return html`<p class="muted">${this.#texts.text('capture.signed-out')}</p>`;
      case 'loading':
        return loading(this.#texts.text('state.loading'));
      case 'load-failed': {
        const retry = () => void (this.kit && captureOf(this.kit)?.refresh());
        return notice({
          kind: 'error',
          text: this.#texts.text('capture.load-failed'),
          more: html`${button({ label: this.#texts.text('action.retry'), part: 'submit', onClick: retry })}
          ${this.renderHelp(this.#texts.text('action.help'))}`,
        });
      }
      case 'none-due':
        return html`<slot name="empty"><p>${this.#texts.text('capture.none-due')}</p></slot>`;
      case 'saved':
        return notice({ kind: 'success', text: this.#texts.text('capture.saved') });
      default:
        return nothing;
    }
  }

  #renderForm(): TemplateResult | typeof nothing {
    if (!['form', 'saving', 'save-failed'].includes(this.view) || !this.#form) return nothing;
    const { error } = this.#save;
    return html`
      <form class="cleeng-form" novalidate method="post" @submit=${this.#onSubmit} @input=${this.#errors.onInput}>
        ${
          error
            ? notice({ kind: 'error', text: errorText(this.#texts, error), more: this.renderHelp(this.#texts.text('action.help')) })
            : nothing
        }
        ${this.#form.fields.map((question) =>
          captureField(this.#texts, question, this.#region.id(question.name), this.#errors.of(question.name)),
        )}
        ${button({
          label: this.#texts.text('capture.submit'),
          busy: this.#save.busy && this.#texts.text('capture.saving'),
          kind: 'primary',
          type: 'submit',
        })}
      </form>
    `;
  }

  readonly #onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    const { customerId } = this;
    const fields = this.#form?.fields ?? [];
    const answerOf = (name: string) => textOf(data, name);
    const errors = fields.map((field) => {
      const problem = problemOf(field, answerOf(field.name));
      return [field.name, problem && this.#texts.text(PROBLEMS[problem])] as const;
    });
    if (!this.#errors.show(form, Object.fromEntries(errors)) || this.#save.busy || !customerId) return;
    const outcome = await this.#save.run(fields, answerOf);
    if (!outcome.ok) return;
    this.savedFor = customerId;
    if (this.kit) captureOf(this.kit)?.put({ due: false, fields });
    this.dispatchEvent(new CaptureCompleteEvent(customerId, true));
  };

  get #form(): CaptureForm | undefined {
    const capture = this.#capture.state;
    return capture && 'value' in capture ? capture.value : undefined;
  }
}
