import type { TemplateResult } from 'lit';
import type { CleengError } from '../../controllers/error-text.js';
import type { Errors } from '../../controllers/form-errors.js';
import type { profile } from '../../i18n/en/profile.js';
import type { LocalizeAmounts } from '../../i18n/localize-amounts.js';

export type Texts = LocalizeAmounts<typeof profile>;

/** What a form comes to. */
export interface Draft {
  readonly problems: Errors;
  /** Stores it; `undefined` when there is nothing to store. */
  readonly save: (() => Promise<void>) | undefined;
}

/** A part of the profile that is changed in a form. */
export interface Editor {
  readonly change: 'profile-updated' | 'email-changed' | 'address-updated' | 'capture-answered';
  /** What is known, line by line. */
  rows(): readonly (readonly [label: string, value: string])[];
  /** The controls of the form. */
  fields(): TemplateResult;
  read(form: HTMLFormElement): Draft;
  /** What a refusal says at a field. */
  problemsOf(error: CleengError): Errors;
  /** What is said when it is saved, if not just that. */
  saved?(): string;
}

/** Names of controls in a form, and their errors. */
export interface FormPlace {
  id(name: string): string;
  errorOf(name: string): string | undefined;
}
