import { html, nothing, type TemplateResult } from 'lit';
import { expiryOf, paidBy, type PaymentDetails } from '../../account/payment-details.js';
import type { Plan } from '../../account/plans.js';
import { button } from '../../ui/button.js';
import { monthOf, nameOf, titlesOf, type Texts } from './names.js';

interface CardOptions {
  texts: Texts;
  details: PaymentDetails;
  /** `undefined` while it is not known what the viewer has. */
  plans: readonly Plan[] | undefined;
  onReplace: (() => void) | undefined;
  onRemove: () => void;
}

/** What a viewer pays with, and for what. */
export function detailsCard({ texts, details, plans, onReplace, onRemove }: CardOptions): TemplateResult {
  const { active, store, holder, expiry } = details;
  const name = nameOf(texts, details);
  const state = store ? 'store' : active ? expiryOf(details, Date.now() / 1000) : 'unused';
  const month = monthOf(texts, details);
  return html`<li class="card" part="summary" data-id=${details.id} data-state=${state}>
    <div class="title">
      <h3 tabindex="-1">${name}</h3>
      <span class="status" part="badge">${texts.text(`details.status-${state}`)}</span>
    </div>
    ${
      holder || expiry
        ? html`<p class="muted">
            ${expiry ? texts.text(state === 'expired' ? 'details.expired' : 'details.expires', { month }) : nothing}
            ${holder ? html`<span>${texts.text('details.holder', { name: holder })}</span>` : nothing}
          </p>`
        : nothing
    }
    ${state === 'unused' ? nothing : purpose(texts, details, plans)}
    ${state === 'soon' ? html`<p class="warning">${texts.text('details.soon')}</p>` : nothing}
    ${state === 'expired' ? html`<p class="warning">${texts.text('details.is-expired')}</p>` : nothing}
    ${
      store
        ? nothing
        : html`<div class="row">
            ${active && onReplace ? button({ label: texts.text('details.replace'), onClick: onReplace }) : nothing}
            <button class="cleeng-link" type="button" aria-label=${texts.text('details.remove-label', { name })} @click=${onRemove}>
              ${texts.text('details.remove')}
            </button>
          </div>`
    }
  </li>`;
}

function purpose(texts: Texts, details: PaymentDetails, plans: readonly Plan[] | undefined): TemplateResult | typeof nothing {
  const paid = plans && paidBy(details, plans);
  const titles = paid?.length ? titlesOf(texts, paid) : undefined;
  if (details.store) {
    return html`<p>
      ${texts.text('details.store', { store: nameOf(texts, details), plans: titles ?? texts.text('details.store-plan') })}
    </p>`;
  }
  if (!paid) return nothing;
  return html`<p>${titles ? texts.text('details.pays', { plans: titles }) : texts.text('details.pays-nothing')}</p>`;
}
