import { html, nothing, type TemplateResult } from 'lit';
import { featureValue } from '../../catalogue/features.js';
import type { ListedOffer } from '../../catalogue/listing.js';
import { startText, termText, trialText, type Texts } from './words.js';

export interface CardView {
  texts: Texts;
  offer: ListedOffer;
  /** Whether the viewer has it already. */
  owned: boolean;
  /** The rows of the comparison, the same for every card. */
  features: readonly string[];
  /** Where choosing leads; a button when the checkout opens in place. */
  href: string | undefined;
  accountUrl: string | undefined;
  onChoose: (event: Event) => void;
}

/** One offer: what it is, what it costs now and later, and how to get it, or why not. */
export function offerCard(view: CardView): TemplateResult {
  const { texts, offer, owned, features } = view;
  const { term, trial } = offer;
  return html`<li>
    <article part="offer" data-offer=${offer.id}>
      ${badges(view)}
      <h3>${offer.title}</h3>
      ${offer.description ? html`<p class="muted">${offer.description}</p>` : nothing} ${price(texts, offer)}
      ${term.kind === 'event' ? html`<p>${texts.text('offers.starts', { date: startText(texts, term) })}</p>` : nothing}
      ${trial && !owned && offer.price.minor > 0 ? html`<p class="small">${trialText(texts, { ...offer, trial })}</p>` : nothing}
      ${offer.features.length ? comparison(texts, offer, features) : nothing}
      <div class="way">${wayOn(view)}</div>
    </article>
  </li>`;
}

function badges({ texts, offer, owned }: CardView): TemplateResult | typeof nothing {
  if (owned) return html`<p class="badge owned" part="badge">${texts.text('offers.owned')}</p>`;
  return offer.badge ? html`<p class="badge" part="badge">${offer.badge}</p>` : nothing;
}

function price(texts: Texts, { price: now, promotion, term }: ListedOffer): TemplateResult {
  const amount = now.minor === 0 ? texts.text('offers.free') : texts.money(now);
  // What is free is not paid "per month"; how long it lasts is worth saying only where it ends.
  const lasting = now.minor > 0 || term.kind === 'span' || term.kind === 'until';
  const words = lasting ? html`<small>${termText(texts, term)}</small>` : nothing;
  if (!promotion) return html`<p class="price" part="price"><span>${amount}</span> ${words}</p>`;
  const { name, regular, until } = promotion;
  const date = texts.date(until);
  return html`<p class="price" part="price">
      <span class="quiet">${texts.text('offers.regular-price')}</span> <s>${texts.money(regular)}</s>
      <span class="quiet">${texts.text('offers.price-now')}</span> <span>${amount}</span> ${words}
    </p>
    <p class="small promotion">
      ${name ? texts.text('offers.promotion', { name, date }) : texts.text('offers.promotion-unnamed', { date })}
    </p>`;
}

/** Every card that has any row has all, so that offers can be compared row by row. */
function comparison(texts: Texts, offer: ListedOffer, names: readonly string[]): TemplateResult {
  return html`<dl part="features">
    ${names.map((name) => {
      const value = featureValue(offer.features, name);
      return html`<div data-has=${value === false ? 'no' : 'yes'}>
        <dt>${name}</dt>
        <dd>${typeof value === 'string' ? value : mark(texts, value)}</dd>
      </div>`;
    })}
  </dl>`;
}

const mark = (texts: Texts, included: boolean) =>
  html`<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
      <path d=${included ? 'm3 8.5 3.5 3.5L13 4.5' : 'M4 8h8'} />
    </svg>
    <span class="quiet">${texts.text(included ? 'offers.included' : 'offers.not-included')}</span>`;

function wayOn({ texts, offer, owned, href, accountUrl, onChoose }: CardView): TemplateResult | typeof nothing {
  const { title } = offer;
  if (owned) return accountUrl ? html`<a class="cleeng-link" href=${accountUrl}>${texts.text('offers.manage', { title })}</a>` : nothing;
  if (!offer.available) return html`<p class="muted">${texts.text('offers.unavailable')}</p>`;
  const name = texts.text('offers.choose-title', { title });
  const label = texts.text('offers.choose');
  const classes = 'cleeng-button cleeng-submit';
  return href
    ? html`<a class=${classes} part="submit" aria-label=${name} href=${href} @click=${onChoose}>${label}</a>`
    : html`<button class=${classes} part="submit" type="button" aria-label=${name} @click=${onChoose}>${label}</button>`;
}
