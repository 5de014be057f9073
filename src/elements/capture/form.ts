import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { givenAnswers, problemOf, type Answers, type CaptureProblem } from '../../capture/answers.js';
import type { CaptureField, CaptureForm } from '../../capture/questions.js';
import { regionsOf } from '../../capture/regions.js';
import type { FormErrors } from '../../controllers/form-errors.js';
import type { LightRegion } from '../../controllers/light-region.js';
import { captureForm as messages } from '../../i18n/en/capture-form.js';
import { Localize } from '../../i18n/localize.js';
import { identity } from '../../i18n/parts.js';
import { button } from '../../ui/button.js';
import { textOf } from '../../ui/form-data.js';
import { formMore } from '../../ui/form-more.js';
import { notice } from '../../ui/notice.js';
import { captureField } from '../question-field.js';

export { maySkip, requiredOnly } from '../../capture/questions.js';
export { storeCapture } from '../../capture/store.js';

const PROBLEMS: Readonly<Record<CaptureProblem, keyof typeof messages>> = {
  required: 'field.required',
  email: 'field.email-invalid',
  phone: 'capture.phone-invalid',
  date: 'capture.date-invalid',
  long: 'capture.too-long',
};

interface QuestionsOptions {
  form: CaptureForm;
  /** Why the answers could not be stored. */
  failure: string | undefined;
  help: TemplateResult | typeof nothing;
  busy: boolean;
  /** Seconds until the form may be sent again. */
  seconds: number;
  onSubmit: (event: SubmitEvent) => void;
  /** Leaves the questions for later, where that is allowed. */
  onSkip: (() => void) | undefined;
}

/** The publisher's questions as a form. Loaded while the platform is asked for them. */
export class Questions {
  readonly #element: LitElement;
  readonly #region: LightRegion;
  readonly #errors: FormErrors;
  readonly #texts: Localize<typeof messages>;
  /** The country chosen here; until then the one answered earlier counts. */
  #country: string | undefined;

  constructor(element: LitElement, region: LightRegion, errors: FormErrors) {
    this.#element = element;
    this.#region = region;
    this.#errors = errors;
    this.#texts = new Localize(element, messages, identity, 'captureForm');
    region.style(formMore);
  }

  render({ form, failure, help, busy, seconds, onSubmit, onSkip }: QuestionsOptions): TemplateResult {
    const texts = this.#texts;
    const country = this.#country ?? form.fields.find(({ name }) => name === 'country')?.answer ?? '';
    return html`
      <form class="cleeng-form" novalidate method="post" @submit=${onSubmit} @input=${this.#errors.onInput} @change=${this.#onChange}>
        ${failure ? notice({ kind: 'error', text: failure, more: help }) : nothing}
        ${form.fields.map((question, index) => {
          const context = { texts, id: this.#region.id(`question-${index}`), error: this.#errors.of(question.name), country };
          // Another country's states are another control, with nothing of the first one's in it.
          return keyed(question.kind === 'state' && regionsOf(country) ? country : '', captureField(question, context));
        })}
        <div class="cleeng-actions">
          ${button({
            label: seconds ? texts.text('action.wait', { seconds }) : texts.text('capture.submit'),
            busy: busy && texts.text('capture.saving'),
            off: seconds > 0,
            kind: 'primary',
            type: 'submit',
          })}
          ${onSkip ? html`<button class="cleeng-link" type="button" @click=${onSkip}>${texts.text('capture.skip')}</button>` : nothing}
        </div>
      </form>
    `;
  }

  /** The answers of a form, or `undefined` after showing what is wrong with them. */
  read(form: HTMLFormElement, fields: readonly CaptureField[]): Answers | undefined {
    const data = new FormData(form);
    const answerOf = (name: string) => textOf(data, name);
    const problems = fields.map((field) => {
      const control = form.elements.namedItem(field.name);
      // Half a date is no value at all to the form: only the control knows that something was typed.
      const half = control instanceof HTMLInputElement && control.validity.badInput;
      const problem = half ? 'date' : problemOf(field, answerOf(field.name));
      return [field.name, problem && (() => this.#texts.text(PROBLEMS[problem]))] as const;
    });
    return this.#errors.show(form, Object.fromEntries(problems)) ? givenAnswers(fields, answerOf) : undefined;
  }

  readonly #onChange = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement) || target.name !== 'country') return;
    this.#country = target.value;
    this.#element.requestUpdate();
  };
}
