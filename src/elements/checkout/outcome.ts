import { html, nothing, type TemplateResult } from 'lit';
import type { CheckoutState, Unavailable } from '../../checkout/state.js';
import { button } from '../../ui/button.js';
import { notice } from '../../ui/notice.js';
import { helpWith } from '../help-with.js';
import { summary } from './summary.js';
import type { Texts } from './wording.js';

/** Where a viewer can go from here. */
export interface Ways {
  accountUrl: string | undefined;
  help: TemplateResult | typeof nothing;
  retry: () => void;
  /** Begins anew, as a gift or for the viewer. */
  startAs: (gift: boolean) => void;
}

/** Thank you: what was bought, what was paid, until when it lasts. */
export function done(texts: Texts, state: Extract<CheckoutState, { status: 'done' }>, accountUrl: string | undefined): TemplateResult {
  const { offer, receipt, entitlement } = state;
  const gift = entitlement === null;
  const ends = entitlement?.expiresAt && offer && offer.term.kind !== 'recurring' ? entitlement.expiresAt : undefined;
  return html`<div class="result" role="status">
    <svg class="tick" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true">
      <circle cx="12" cy="12" r="10.5" />
      <path d="m7.5 12.5 3 3 6-7" />
    </svg>
    <p>${gift ? texts.text('done.gift') : offer ? texts.text('done.text', { title: offer.title }) : texts.text('done.untitled')}</p>
    ${ends ? html`<p>${texts.text('done.until', { date: texts.date(ends) })}</p>` : nothing}
    ${
      receipt.total
        ? html`<p class="muted">
            ${receipt.total.minor === 0 ? texts.text('done.nothing-paid') : texts.text('done.paid', { total: texts.money(receipt.total) })}
          </p>`
        : nothing
    }
    ${accountLink(texts, accountUrl)}
  </div>`;
}

/** The dead ends, each with its way on. */
export function unavailable(texts: Texts, state: Extract<CheckoutState, { status: 'unavailable' }>, ways: Ways): TemplateResult {
  const { reason, offer } = state;
  const help = helpWith(texts, state, ways.help);
  return html`${offer ? summary(texts, offer) : nothing}
  ${notice({ kind: reason === 'owned' ? 'success' : 'info', text: texts.text(`unavailable.${reason}`), more: wayOn(texts, reason, offer?.giftable, { ...ways, help }) })}`;
}

function wayOn(texts: Texts, reason: Unavailable, giftable = false, ways: Ways): TemplateResult {
  const { accountUrl, help, retry, startAs } = ways;
  switch (reason) {
    case 'owned':
      return html`${accountLink(texts, accountUrl)}
      ${giftable ? button({ label: texts.text('unavailable.as-gift'), onClick: () => startAs(true) }) : nothing}
      ${accountUrl || giftable ? nothing : again(texts, retry)} ${help}`;
    case 'not-giftable':
      return html`${button({ label: texts.text('unavailable.for-me'), onClick: () => startAs(false) })} ${help}`;
    default:
      return html`${again(texts, retry)} ${help}`;
  }
}

/** Offers come back on sale, and a viewer may leave the country or a VPN. */
const again = (texts: Texts, retry: () => void) => button({ label: texts.text('action.retry'), onClick: retry });

const accountLink = (texts: Texts, url: string | undefined) =>
  url ? html`<a class="cleeng-button cleeng-submit" part="submit" href=${url}>${texts.text('done.account')}</a>` : nothing;
