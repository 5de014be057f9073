import type { ApiCaptureAnswers } from '../api/capture.js';
import { isEmail } from '../session/rules.js';
import type { CaptureField } from './questions.js';

export type CaptureProblem = 'required' | 'email' | 'phone';

/** The platform's rule for phone numbers (contract, 3.13). */
const PHONE = /^[+]?(\d[-| ]?){4,16}$/;

/** What is wrong with an answer. What is empty and not required is never wrong. */
export function problemOf(field: CaptureField, answer: string): CaptureProblem | undefined {
  const text = answer.trim();
  if (!text) return field.required ? 'required' : undefined;
  if (field.kind === 'email' && !isEmail(text)) return 'email';
  if (field.kind === 'tel' && !PHONE.test(text)) return 'phone';
  return undefined;
}

/** The body that stores the answers: only what was asked and answered, so that nothing stored elsewhere is erased. */
export function answersBody(fields: readonly CaptureField[], answerOf: (name: string) => string): ApiCaptureAnswers {
  const given = fields.map((field) => ({ field, value: answerOf(field.name).trim() })).filter(({ value }) => value !== '');
  const own = given.filter(({ field }) => 'text' in field.label);
  const builtIn = given.filter(({ field }) => 'key' in field.label);
  return {
    ...Object.fromEntries(builtIn.map(({ field, value }) => [field.name, value])),
    ...(own.length
      ? {
          customAnswers: own.map(({ field, value }) => ({
            questionId: field.name,
            question: 'text' in field.label ? field.label.text : '',
            value,
          })),
        }
      : {}),
  };
}
