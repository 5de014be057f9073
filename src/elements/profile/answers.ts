import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { givenAnswers, problemOf, type CaptureProblem } from '../../capture/answers.js';
import type { CaptureField } from '../../capture/questions.js';
import { regionsOf } from '../../capture/regions.js';
import { storeCapture } from '../../capture/store.js';
import { captureOf } from '../../controllers/capture.js';
import type { Kit } from '../../controllers/kit.js';
import type { Errors } from '../../controllers/form-errors.js';
import { textOf } from '../../ui/form-data.js';
import { captureField } from '../question-field.js';
import type { Draft, Editor, FormPlace, Texts } from './editor.js';

const PROBLEMS = {
  required: 'field.required',
  email: 'field.email-invalid',
  phone: 'capture.phone-invalid',
  date: 'capture.date-invalid',
  long: 'capture.too-long',
} as const satisfies Record<CaptureProblem, string>;

/** The answers to some of the publisher's questions. */
export class Answers implements Editor {
  readonly #texts: Texts;
  readonly #place: FormPlace;
  readonly #kit: Kit;
  readonly #questions: readonly CaptureField[];
  readonly #country: string;
  readonly change: 'address-updated' | 'capture-answered';

  /** @param country chosen in the form, if one was */
  constructor(
    { texts, place, kit }: { texts: Texts; place: FormPlace; kit: Kit },
    change: 'address-updated' | 'capture-answered',
    questions: readonly CaptureField[],
    country: string | undefined,
  ) {
    this.#texts = texts;
    this.#place = place;
    this.#kit = kit;
    this.change = change;
    this.#questions = questions;
    this.#country = country ?? questions.find(({ name }) => name === 'country')?.answer ?? '';
  }

  rows() {
    return this.#questions.map((question) => [this.#labelOf(question), this.#said(question)] as const);
  }

  fields(): TemplateResult {
    return html`${this.#questions.map((question, index) => {
      const context = {
        texts: this.#texts,
        id: this.#place.id(`answer-${index}`),
        error: this.#place.errorOf(question.name),
        country: this.#country,
      };
      // Another country's states are another control, with nothing of the first one's in it.
      return keyed(question.kind === 'state' && regionsOf(this.#country) ? this.#country : '', captureField(question, context));
    })}`;
  }

  read(form: HTMLFormElement): Draft {
    const data = new FormData(form);
    const answerOf = (name: string) => textOf(data, name);
    const asked = this.#questions;
    const problems = asked.map((question) => [question.name, this.#problem(form, question, answerOf(question.name))] as const);
    // Only what is new is sent: what was answered elsewhere meanwhile stays.
    const changed = asked.filter(({ name, answer }) => answerOf(name).trim() !== answer);
    return {
      problems: Object.fromEntries(problems),
      save: changed.length
        ? async () => {
            await storeCapture(this.#kit.session, changed, givenAnswers(changed, answerOf));
            await captureOf(this.#kit)?.refresh();
          }
        : undefined,
    };
  }

  problemsOf(): Errors {
    return {};
  }

  #problem(form: HTMLFormElement, question: CaptureField, answer: string): (() => string) | undefined {
    const control = form.elements.namedItem(question.name);
    // Half a date is no value at all to the form: only the control knows that something was typed.
    const half = control instanceof HTMLInputElement && control.validity.badInput;
    const problem = half ? 'date' : problemOf(question, answer);
    if (problem) return () => this.#texts.text(PROBLEMS[problem]);
    // The platform forgets no answer; that it would must not be pretended.
    return question.answer && !answer.trim() ? () => this.#texts.text('profile.kept') : undefined;
  }

  #labelOf({ label }: CaptureField): string {
    return 'key' in label ? this.#texts.text(`capture.${label.key}`) : label.text;
  }

  #said({ kind, answer }: CaptureField): string {
    const { lang } = this.#texts;
    try {
      if (kind === 'country' && answer) return new Intl.DisplayNames(lang, { type: 'region' }).of(answer) ?? answer;
      if (kind === 'date' && answer) {
        return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(answer));
      }
    } catch {
      // Whatever it is, the platform has it so.
    }
    return answer;
  }
}
