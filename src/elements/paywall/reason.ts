import { html, nothing, type TemplateResult } from 'lit';
import type { Access, DeniedReason } from '../../catalogue/access.js';
import type { paywall } from '../../i18n/en/paywall.js';
import type { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { button } from '../../ui/button.js';

type Texts = LocalizeAmounts<typeof paywall>;

export interface ReasonView {
  texts: Texts;
  access: Extract<Access, { granted: false }>;
  accountUrl: string | undefined;
  offersUrl: string | undefined;
  help: TemplateResult | typeof nothing;
  onLogIn: () => void;
  onBuy: () => void;
  onCheckAgain: () => void;
}

/** Why the content does not show, and everything the viewer can do about it. */
export function renderReason({ texts, access, help, ...view }: ReasonView): TemplateResult {
  const { reason, resumesAt } = access;
  const date = resumesAt === undefined ? '' : texts.date(resumesAt);
  return html`<p>${texts.text(`paywall.${reason}-text`, { date })}</p>
    <div class="actions">${actions(texts, reason, view)} ${help}</div>`;
}

type Ways = Omit<ReasonView, 'texts' | 'access' | 'help'>;

function actions(texts: Texts, reason: DeniedReason, ways: Ways): TemplateResult {
  const { accountUrl, offersUrl, onLogIn, onBuy, onCheckAgain } = ways;
  const buy = (kind: 'primary' | 'plain') => button({ label: texts.text('paywall.get-access'), kind, part: 'submit', onClick: onBuy });
  const again = button({ label: texts.text('paywall.check-again'), onClick: onCheckAgain });
  const offers = offersUrl ? html`<a class="cleeng-link" href=${offersUrl}>${texts.text('paywall.see-offers')}</a>` : nothing;
  const account = (key: 'paywall.update-payment' | 'paywall.account') =>
    accountUrl ? html`<a class="cleeng-button cleeng-submit" part="submit" href=${accountUrl}>${texts.text(key)}</a>` : nothing;
  switch (reason) {
    case 'signed-out':
      return html`${buy('primary')} ${button({ label: texts.text('paywall.log-in'), onClick: onLogIn })} ${offers}`;
    case 'no-plan':
      return html`${buy('primary')} ${offers}`;
    case 'geo-blocked':
      return html`${again} ${offers}`;
    case 'payment-failed':
      return html`${account('paywall.update-payment')} ${buy(accountUrl ? 'plain' : 'primary')} ${again}`;
    case 'paused':
      return html`${account('paywall.account')} ${again}`;
  }
}
