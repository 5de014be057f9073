import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Answers } from '../../capture/answers.js';
import type { CaptureField, CaptureForm } from '../../capture/questions.js';
import { Action } from '../../controllers/action.js';
import { captureOf } from '../../controllers/capture.js';
import { errorText } from '../../controllers/error-text.js';
import { FormErrors } from '../../controllers/form-errors.js';
import { LightRegion } from '../../controllers/light-region.js';
import { Pause } from '../../controllers/pause.js';
import { Watch } from '../../controllers/watch.js';
import { capture as messages } from '../../i18n/en/capture.js';
import { Localize } from '../../i18n/localize.js';
import { identity } from '../../i18n/parts.js';
import type { ResourceState } from '../../session/resource.js';
import { controls } from '../../ui/controls.js';
import { frame } from '../../ui/frame.js';
import { loading, notice } from '../../ui/notice.js';
import { formSheets } from '../../ui/sheets.js';
import { stuck } from '../../ui/stuck.js';
import { tokens } from '../../ui/tokens.js';
import { CleengElement } from '../element.js';
import { CaptureCompleteEvent, CaptureErrorEvent, CaptureSkipEvent } from './events.js';
import type { Questions } from './form.js';

/** What `<cleeng-capture>` can show. */
export const CAPTURE_VIEWS = [
  'signed-out',
  'loading',
  'load-failed',
  'none-due',
  'form',
  'saving',
  'save-failed',
  'throttled',
  'saved',
  'skipped',
] as const;
export type CaptureView = (typeof CAPTURE_VIEWS)[number];

/**
 * Asks the signed-in viewer the publisher's questions (custom fields), when they are due.
 *
 * @summary The publisher's questions to a viewer.
 * @fires {CaptureCompleteEvent} cleeng-capture-complete - The answers are stored, or none were due.
 * @fires {CaptureSkipEvent} cleeng-capture-skip - The viewer would rather answer later.
 * @fires {CaptureErrorEvent} cleeng-capture-error - The answers could not be stored; the element shows why.
 * @slot heading - Replaces the heading.
 * @slot empty - Shown when nothing is left to answer.
 * @slot footer - Below the form.
 * @csspart form - Around everything.
 * @csspart heading - The default heading.
 * @csspart notice - A message about what happened.
 * @csspart submit - The button that tries again.
 */
export class CleengCapture extends CleengElement {
  static override styles = [tokens, frame, controls];

  /** Asks only what is required. */
  @property({ type: Boolean, attribute: 'required-only' }) requiredOnly = false;
  /** Lets the viewer answer later, unless something required is missing. */
  @property({ type: Boolean }) skippable = false;
  /** Puts the answers themselves into `cleeng-capture-complete`, not only their names. They are personal data. */
  @property({ type: Boolean, attribute: 'include-answers' }) includeAnswers = false;

  /** Whom the answers were stored for. */
  @state() private savedFor: string | undefined;
  /** Who answers later. */
  @state() private skippedBy: string | undefined;

  readonly #texts = new Localize(this, messages, identity, 'capture');
  readonly #capture = new Watch<ResourceState<CaptureForm>>(this);
  readonly #errors = new FormErrors(this);
  readonly #save = new Action(this, (fields: readonly CaptureField[], answers: Answers) =>
    this.#code!.storeCapture(this.kit!.session, fields, answers),
  );
  readonly #pause = new Pause(this, () => this.#save.reset());
  readonly #region = new LightRegion(this, 'cleeng-form', formSheets(), () => this.#renderForm());
  /** Brings the form's code while the platform is asked for the questions. */
  readonly #open = new Action(this, async () => {
    this.#code = await import('./form.js');
    this.#questions ??= new this.#code.Questions(this, this.#region, this.#errors);
  });
  #code: typeof import('./form.js') | undefined;
  #questions: Questions | undefined;
  /** The customer who was asked, or told that nothing is due. */
  #told: string | undefined;

  /** What the element shows now; stories and tests name it. */
  get view(): CaptureView {
    if (!this.customerId) return 'signed-out';
    if (this.#save.busy) return 'saving';
    if (this.savedFor === this.customerId) return 'saved';
    if (this.skippedBy === this.customerId) return 'skipped';
    if ((this.#capture.state?.status === 'failed' && !this.#form) || this.#open.error) return 'load-failed';
    if (!this.#form) return 'loading';
    if (!this.#form.due) return 'none-due';
    if (this.#pause.left) return 'throttled';
    return this.#save.error ? 'save-failed' : 'form';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const resource = this.kit && captureOf(this.kit);
    this.#capture.retarget(resource);
    void resource?.load();
    if (resource && !this.#code && !this.#open.error) void this.#open.run();
  }

  protected override updated(): void {
    // Told once for a customer, after the viewer can see it; not to somebody who was asked, here or in another element.
    const { customerId, view } = this;
    if ((view !== 'form' && view !== 'none-due') || this.#told === customerId || !customerId) return;
    this.#told = customerId;
    if (view === 'none-due') this.dispatchEvent(new CaptureCompleteEvent({ customerId, asked: false, answered: [] }));
  }

  protected override render() {
    if (!this.kit) return this.renderMisconfigured();
    return html`
      <section class="stack" part="form">
        <slot name="heading"><h2 part="heading" tabindex="-1">${this.#texts.text('capture.heading')}</h2></slot>
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
      case 'load-failed':
        return stuck(this.#texts.text('capture.load-failed'), [[this.#texts.text('action.retry'), this.#retry]], this.#help);
      case 'none-due':
        return html`<slot name="empty"><p>${this.#texts.text('capture.none-due')}</p></slot>`;
      case 'saved':
        return notice({ kind: 'success', text: this.#texts.text('capture.saved') });
      case 'skipped':
        return notice({ kind: 'info', text: this.#texts.text('capture.skipped') });
      default:
        return nothing;
    }
  }

  #renderForm(): TemplateResult | typeof nothing {
    const form = this.#form;
    if (!['form', 'saving', 'save-failed', 'throttled'].includes(this.view) || !form) return nothing;
    const { error } = this.#save;
    const rendered = this.#questions?.render({
      form,
      failure: error && errorText(this.#texts, error),
      help: this.#help,
      busy: this.#save.busy,
      seconds: this.#pause.left,
      onSubmit: this.#onSubmit,
      onSkip: this.skippable && this.#code?.maySkip(form) ? this.#onSkip : undefined,
    });
    return rendered ?? nothing;
  }

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { customerId, kit } = this;
    const form = this.#form;
    const answers = form && this.#questions?.read(event.currentTarget as HTMLFormElement, form.fields);
    if (!answers || this.#save.busy || this.#pause.left || !customerId || !kit) return;
    const resource = captureOf(kit);
    const outcome = await this.#save.run(form.fields, answers);
    if (!outcome.ok) {
      this.#pause.after(outcome.error);
      return void this.dispatchEvent(new CaptureErrorEvent(outcome.error));
    }
    this.savedFor = customerId;
    resource?.put({ ...form, due: false });
    const values = this.includeAnswers ? { answers: Object.fromEntries(answers) } : {};
    this.dispatchEvent(new CaptureCompleteEvent({ customerId, asked: true, answered: [...answers.keys()], ...values }));
  };

  readonly #onSkip = (): void => {
    const { customerId, kit } = this;
    if (!customerId || !kit || !this.#form || this.#save.busy) return;
    this.skippedBy = customerId;
    captureOf(kit)?.put({ ...this.#form, due: false });
    this.dispatchEvent(new CaptureSkipEvent(customerId));
  };

  readonly #retry = (): void => {
    this.#open.reset();
    const resource = this.kit && captureOf(this.kit);
    if (resource?.state.status === 'failed') void resource.refresh();
  };

  /** What is to be asked, once it is known and can be shown. */
  get #form(): CaptureForm | undefined {
    const { state } = this.#capture;
    const form = state && 'value' in state ? state.value : undefined;
    return form && this.#code && this.requiredOnly ? this.#code.requiredOnly(form) : this.#code && form;
  }

  get #help() {
    return this.renderHelp(this.#texts.text('action.help'));
  }
}
