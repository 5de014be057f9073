import { html, type TemplateResult } from 'lit';
import { countries } from '../../capture/countries.js';
import type { register } from '../../i18n/en/register.js';
import type { Localize } from '../../i18n/localize.js';
import { select } from '../../ui/choices.js';

export { placeIn } from '../../session/places.js';

/** The choice of a country, for when the platform could not tell where somebody is: loaded only then. */
export const countryField = (texts: Localize<typeof register>, id: string, error: string | undefined): TemplateResult =>
  html`${select({
    id,
    name: 'country',
    label: texts.text('register.country'),
    options: countries(texts.lang).map(({ code, name }) => ({ value: code, text: name })),
    value: '',
    required: true,
    autocomplete: 'country',
    choose: texts.text('register.choose'),
    error,
  })}`;
