import type { TemplateResult } from 'lit';
import { countries } from '../../capture/countries.js';
import type { CaptureField } from '../../capture/questions.js';
import type { capture } from '../../i18n/en/capture.js';
import type { Localize } from '../../i18n/localize.js';
import { checkbox } from '../../ui/checkbox.js';
import { radios, select } from '../../ui/choices.js';
import { field } from '../../ui/field.js';

/** The control for a question. */
export function captureField(
  texts: Localize<typeof capture>,
  question: CaptureField,
  id: string,
  error: string | undefined,
): TemplateResult {
  const { name, kind, required, answer, options, autocomplete, maxLength } = question;
  const label = 'key' in question.label ? texts.text(`capture.${question.label.key}`) : question.label.text;
  const common = { id, name, label, required, error, optional: required ? undefined : texts.text('capture.optional') };
  const choice = { ...common, value: answer, autocomplete, choose: texts.text('capture.choose') };
  switch (kind) {
    case 'checkbox':
      return checkbox({
        ...common,
        label: options[0] ?? label,
        value: options[0] ?? 'on',
        checked: answer !== '' && answer === options[0],
      });
    case 'radio':
      return radios({ ...choice, options: options.map((value) => ({ value, text: value })) });
    case 'select':
      return select({ ...choice, options: options.map((value) => ({ value, text: value })) });
    case 'country':
      return select({ ...choice, options: countries(texts.lang).map((country) => ({ value: country.code, text: country.name })) });
    default:
      return field({
        ...common,
        type: kind,
        value: answer,
        ...(autocomplete ? { autocomplete } : {}),
        ...(maxLength ? { maxlength: maxLength } : {}),
      });
  }
}
