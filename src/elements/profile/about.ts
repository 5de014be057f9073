import { html, nothing, type TemplateResult } from 'lit';
import type { Customer } from '../../account/customer.js';
import { languageChoices, languageName } from '../../account/languages.js';
import { changeProfile, profileChange } from '../../account/profile.js';
import type { Kit } from '../../controllers/kit.js';
import type { Errors } from '../../controllers/form-errors.js';
import { select } from '../../ui/choices.js';
import { field } from '../../ui/field.js';
import { textOf } from '../../ui/form-data.js';
import { customerOf } from '../../controllers/customer.js';
import type { Draft, Editor, FormPlace, Texts } from './editor.js';

/** The platform's limit (contract, 6.2). */
const LENGTH = 50;

/** Names and language. */
export class About implements Editor {
  readonly change = 'profile-updated';
  readonly #texts: Texts;
  readonly #place: FormPlace;
  readonly #kit: Kit;
  readonly #customer: Customer;
  readonly #languages: readonly string[];
  readonly #required: ReadonlySet<string>;

  /** @param required names of the fields the publisher insists on */
  constructor(
    { texts, place, kit }: { texts: Texts; place: FormPlace; kit: Kit },
    customer: Customer,
    languages: readonly string[],
    required: ReadonlySet<string>,
  ) {
    this.#texts = texts;
    this.#place = place;
    this.#kit = kit;
    this.#customer = customer;
    this.#languages = languages;
    this.#required = required;
  }

  rows() {
    const text = this.#texts;
    const { firstName, lastName, locale, country, memberSince } = this.#customer;
    const [language = ''] = locale.split('_');
    return [
      [text.text('profile.first-name'), firstName],
      [text.text('profile.last-name'), lastName],
      ...(language ? [[text.text('profile.language'), languageName(language)] as const] : []),
      [text.text('profile.country-of'), new Intl.DisplayNames(text.lang, { type: 'region', fallback: 'code' }).of(country) ?? country],
      ...(memberSince === undefined ? [] : [[text.text('profile.since'), text.date(memberSince)] as const]),
    ] as const;
  }

  fields(): TemplateResult {
    const { locale, country } = this.#customer;
    return html`${this.#name('firstName', 'given-name')} ${this.#name('lastName', 'family-name')}
    ${
      this.#languages.length
        ? select({
            id: this.#place.id('locale'),
            name: 'locale',
            label: this.#texts.text('profile.language'),
            options: languageChoices(this.#languages, locale, country),
            value: locale,
            required: true,
            choose: this.#texts.text('capture.choose'),
            error: this.#place.errorOf('locale'),
          })
        : nothing
    }`;
  }

  read(form: HTMLFormElement): Draft {
    const data = new FormData(form);
    const firstName = textOf(data, 'firstName').trim();
    const lastName = textOf(data, 'lastName').trim();
    const locale = data.has('locale') ? textOf(data, 'locale') : this.#customer.locale;
    const change = profileChange(this.#customer, { firstName, lastName, locale });
    return {
      problems: {
        firstName: this.#problem('firstName', firstName),
        lastName: this.#problem('lastName', lastName),
        locale: data.has('locale') && !locale ? () => this.#texts.text('field.required') : undefined,
      },
      save: change && (async () => customerOf(this.#kit)?.put(await changeProfile(this.#kit.session, change))),
    };
  }

  problemsOf(): Errors {
    return {};
  }

  #name(name: 'firstName' | 'lastName', autocomplete: string): TemplateResult {
    return field({
      id: this.#place.id(name),
      name,
      label: this.#texts.text(name === 'firstName' ? 'profile.first-name' : 'profile.last-name'),
      autocomplete,
      value: this.#customer[name],
      required: this.#required.has(name),
      error: this.#place.errorOf(name),
      optional: this.#required.has(name) ? undefined : this.#texts.text('capture.optional'),
    });
  }

  #problem(name: string, value: string): (() => string) | undefined {
    if (!value && this.#required.has(name)) return () => this.#texts.text('field.required');
    return value.length > LENGTH ? () => this.#texts.text('profile.long') : undefined;
  }
}
