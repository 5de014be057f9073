import { html, nothing, type TemplateResult } from 'lit';
import type { Customer } from '../../account/customer.js';
import type { account } from '../../i18n/en/account.js';
import type { LocalizeAmounts } from '../../i18n/localize-amounts.js';

/** Who the viewer is, as far as the platform knows; what is unknown is left out. */
export function profileCard(texts: LocalizeAmounts<typeof account>, customer: Customer): TemplateResult {
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(' ');
  const country = customer.country && new Intl.DisplayNames(texts.lang, { type: 'region' }).of(customer.country);
  const row = (label: string, value: string | undefined) =>
    value
      ? html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`
      : nothing;
  return html`<dl class="card">
    ${row(texts.text('profile.name'), name)} ${row(texts.text('profile.email'), customer.email)}
    ${row(texts.text('profile.country'), country)}
    ${row(texts.text('profile.since'), customer.memberSince === undefined ? undefined : texts.date(customer.memberSince))}
  </dl>`;
}
