import type { ApiCaptureSetting, ApiCaptureStatus } from '../api/capture.js';

/** One control of the form. */
export interface CaptureField {
  /** Name of the control, and of the answer. */
  readonly name: string;
  readonly kind: 'text' | 'email' | 'tel' | 'date' | 'country' | 'state' | 'checkbox' | 'radio' | 'select';
  /** A built-in label's key, or the publisher's own question. */
  readonly label: { readonly key: CaptureLabel } | { readonly text: string };
  readonly required: boolean;
  readonly answer: string;
  readonly options: readonly string[];
  readonly autocomplete?: string;
  readonly maxLength?: number;
}

export type CaptureLabel =
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'birthDate'
  | 'companyName'
  | 'phoneNumber'
  | 'address'
  | 'address2'
  | 'city'
  | 'state'
  | 'postCode'
  | 'country';

/** What is to be asked now. */
export interface CaptureForm {
  readonly due: boolean;
  readonly fields: readonly CaptureField[];
}

export function captureForm(status: ApiCaptureStatus): CaptureForm {
  const fields = status.settings.filter((setting) => setting.enabled).flatMap(fieldsOf);
  return { due: status.isCaptureEnabled && status.shouldCaptureBeDisplayed, fields };
}

/** What is left to ask when only required questions are to be asked. */
export const requiredOnly = (form: CaptureForm): CaptureForm => {
  const fields = form.fields.filter(({ required }) => required);
  return { due: form.due && fields.length > 0, fields };
};

/** Whether a viewer may leave the questions for later: nothing that is required is missing. */
export const maySkip = ({ fields }: CaptureForm): boolean => fields.every(({ required, answer }) => !required || answer !== '');

type BuiltIn = Pick<CaptureField, 'kind' | 'autocomplete' | 'maxLength'>;

const BUILT_IN: Readonly<Record<CaptureLabel, BuiltIn>> = {
  firstName: { kind: 'text', autocomplete: 'given-name', maxLength: 50 },
  lastName: { kind: 'text', autocomplete: 'family-name', maxLength: 50 },
  email: { kind: 'email', autocomplete: 'email' },
  birthDate: { kind: 'date', autocomplete: 'bday' },
  companyName: { kind: 'text', autocomplete: 'organization', maxLength: 50 },
  phoneNumber: { kind: 'tel', autocomplete: 'tel' },
  address: { kind: 'text', autocomplete: 'address-line1' },
  address2: { kind: 'text', autocomplete: 'address-line2' },
  city: { kind: 'text', autocomplete: 'address-level2' },
  state: { kind: 'state', autocomplete: 'address-level1' },
  postCode: { kind: 'text', autocomplete: 'postal-code' },
  country: { kind: 'country', autocomplete: 'country' },
};

/** Parts of a question that may stay empty even when it is required. */
const OPTIONAL_PARTS = new Set(['address2', 'state']);
const PARTS: Readonly<Record<string, readonly CaptureLabel[]>> = {
  firstNameLastName: ['firstName', 'lastName'],
  // The country first: what is asked after it depends on it.
  address: ['country', 'address', 'address2', 'city', 'state', 'postCode'],
};

function fieldsOf(setting: ApiCaptureSetting): CaptureField[] {
  if ('question' in setting) return [customField(setting)];
  const { key, required, answer } = setting;
  return (PARTS[key] ?? [key as CaptureLabel]).map((name) => ({
    name,
    ...BUILT_IN[name],
    label: { key: name },
    required: required && !OPTIONAL_PARTS.has(name),
    answer: partOf(answer, name),
    options: [],
  }));
}

/** The answer so far to one part of a question. */
function partOf(answer: string | object | null, name: string): string {
  const part: unknown = typeof answer === 'object' && answer !== null ? Object.entries(answer).find(([key]) => key === name)?.[1] : answer;
  return typeof part === 'string' ? part : '';
}

/** A publisher's own question: the number of its possible answers decides the control (platform contract, 3.12). */
function customField({ key, question, value, required, answer }: Extract<ApiCaptureSetting, { question: string }>): CaptureField {
  const options = value
    .split(';')
    .map((option) => option.trim())
    .filter(Boolean);
  const kind = options.length === 0 ? 'text' : options.length === 1 ? 'checkbox' : options.length === 2 ? 'radio' : 'select';
  return { name: key, kind, label: { text: question }, required, answer: answer ?? '', options };
}
