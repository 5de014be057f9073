import { html, type TemplateResult } from 'lit';
import type { Customer } from '../../account/customer.js';
import { changeEmail } from '../../account/profile.js';
import { customerOf } from '../../controllers/customer.js';
import type { CleengError } from '../../controllers/error-text.js';
import type { Kit } from '../../controllers/kit.js';
import type { Errors } from '../../controllers/form-errors.js';
import { isEmail } from '../../session/rules.js';
import { field } from '../../ui/field.js';
import { textOf } from '../../ui/form-data.js';
import { passwordField } from '../../ui/password-field.js';
import { username } from '../../ui/username.js';
import type { Draft, Editor, FormPlace, Texts } from './editor.js';

/** The address a viewer logs in with. */
export class Email implements Editor {
  readonly change = 'email-changed';
  readonly #texts: Texts;
  readonly #place: FormPlace;
  readonly #kit: Kit;
  readonly #customer: Customer;
  readonly #shown: { now: boolean; toggle: () => void };

  /** @param shown whether the password can be read */
  constructor(
    { texts, place, kit }: { texts: Texts; place: FormPlace; kit: Kit },
    customer: Customer,
    shown: { now: boolean; toggle: () => void },
  ) {
    this.#texts = texts;
    this.#place = place;
    this.#kit = kit;
    this.#customer = customer;
    this.#shown = shown;
  }

  rows() {
    return [[this.#texts.text('profile.email'), this.#customer.email]] as const;
  }

  fields(): TemplateResult {
    const text = this.#texts;
    return html`${username(this.#customer.email)}
    ${field({
      id: this.#place.id('email'),
      name: 'email',
      type: 'email',
      label: text.text('profile.new-email'),
      autocomplete: 'email',
      required: true,
      error: this.#place.errorOf('email'),
    })}
    ${passwordField({
      id: this.#place.id('confirmation-password'),
      name: 'confirmationPassword',
      label: text.text('profile.password-now'),
      autocomplete: 'current-password',
      hint: text.text('profile.password-hint'),
      error: this.#place.errorOf('confirmationPassword'),
      shown: this.#shown.now,
      showLabel: text.text('profile.show-password'),
      onToggle: this.#shown.toggle,
    })}`;
  }

  read(form: HTMLFormElement): Draft {
    const text = this.#texts;
    const data = new FormData(form);
    const email = textOf(data, 'email').trim();
    const password = textOf(data, 'confirmationPassword');
    const missing = () => text.text('field.required');
    const same = email === this.#customer.email ? () => text.text('profile.same-email') : undefined;
    return {
      problems: {
        email: !email ? missing : isEmail(email) ? same : () => text.text('field.email-invalid'),
        confirmationPassword: password ? undefined : missing,
      },
      save: async () => customerOf(this.#kit)?.put(await changeEmail(this.#kit.session, email, password)),
    };
  }

  problemsOf({ code }: CleengError): Errors {
    const text = this.#texts;
    return {
      confirmationPassword: code === 'wrong-credentials' ? () => text.text('profile.wrong-password') : undefined,
      email:
        code === 'customer-exists'
          ? () => text.text('profile.email-taken')
          : code === 'invalid-email' || code === 'email-unverifiable'
            ? () => text.text('profile.email-refused')
            : undefined,
    };
  }

  saved(): string {
    return this.#texts.text('profile.email-saved', { email: customerOf(this.#kit)?.value?.email ?? '' });
  }
}
