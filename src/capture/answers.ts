import type { ApiCaptureAnswers } from '../api/capture.js';
import { isEmail } from '../session/rules.js';
import type { CaptureField } from './questions.js';

export type CaptureProblem = 'required' | 'email' | 'phone' | 'date' | 'long';

/** Answers by the name of their control, without those that are empty. */
export type Answers = ReadonlyMap<string, string>;

/** The platform's rule for phone numbers (contract, 3.13). */
const PHONE = /^[+]?(\d[-| ]?){4,16}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Nobody alive was born before. */
const EARLIEST = '1900-01-01';

/**
 * What is wrong with an answer. What is empty and not required is never wrong.
 * @param today `YYYY-MM-DD`, where the viewer is
 */
export function problemOf(field: CaptureField, answer: string, today = localDay(new Date())): CaptureProblem | undefined {
  const text = answer.trim();
  if (!text) return field.required ? 'required' : undefined;
  if (field.kind === 'email' && !isEmail(text)) return 'email';
  if (field.kind === 'tel' && !PHONE.test(text)) return 'phone';
  if (field.kind === 'date' && (!DATE.test(text) || text < EARLIEST || text > today)) return 'date';
  return field.maxLength && text.length > field.maxLength ? 'long' : undefined;
}

/** A day as people write it in a date's field, in their own time zone. */
export function localDay(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** What was answered: nothing that is empty, for what is stored elsewhere must not be erased. */
export function givenAnswers(fields: readonly CaptureField[], answerOf: (name: string) => string): Answers {
  return new Map(fields.map(({ name }) => [name, answerOf(name).trim()] as const).filter(([, value]) => value !== ''));
}

/** The body that stores the answers: only what was asked and answered. */
export function answersBody(fields: readonly CaptureField[], answers: Answers): ApiCaptureAnswers {
  const given = fields.flatMap((field) => {
    const value = answers.get(field.name);
    return value === undefined ? [] : [{ name: field.name, label: field.label, value }];
  });
  const builtIn = given.flatMap(({ name, label, value }) => ('key' in label ? [[name, value] as const] : []));
  const own = given.flatMap(({ name, label, value }) => ('text' in label ? [{ questionId: name, question: label.text, value }] : []));
  return { ...Object.fromEntries(builtIn), ...(own.length ? { customAnswers: own } : {}) };
}
