import type { TemplateResult } from 'lit';
import { localDay } from '../capture/answers.js';
import { countries } from '../capture/countries.js';
import type { CaptureField } from '../capture/questions.js';
import { regionCode, regionsOf } from '../capture/regions.js';
import type { captureForm } from '../i18n/en/capture-form.js';
import type { Localize } from '../i18n/localize.js';
import { checkbox } from '../ui/checkbox.js';
import { radios, select } from '../ui/choices.js';
import { field } from '../ui/field.js';

interface FieldContext {
  texts: Pick<Localize<typeof captureForm>, 'text' | 'lang'>;
  id: string;
  error: string | undefined;
  /** The country chosen in this form, on which its states depend. */
  country: string;
}

/** The control for a question. */
export function captureField(question: CaptureField, { texts, id, error, country }: FieldContext): TemplateResult {
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
      return select({ ...choice, options: countries(texts.lang).map((one) => ({ value: one.code, text: one.name })) });
    case 'state': {
      const regions = regionsOf(country);
      if (!regions) return field({ ...common, value: answer, ...(autocomplete ? { autocomplete } : {}) });
      return select({
        ...choice,
        value: regionCode(regions, answer) ?? '',
        options: regions.map(({ code, name: text }) => ({ value: code, text })),
      });
    }
    default:
      return field({
        ...common,
        type: kind,
        value: answer,
        ...(autocomplete ? { autocomplete } : {}),
        ...(maxLength ? { maxlength: maxLength } : {}),
        ...(kind === 'date' ? { max: localDay(new Date()) } : {}),
      });
  }
}
