import { html, nothing, type TemplateResult } from 'lit';
import type { Transaction } from '../../account/transactions.js';
import type { transactions } from '../../i18n/en/transactions.js';
import type { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { methodName } from './row.js';

/** A receipt, for the screen and for paper. */
export function receipt(texts: LocalizeAmounts<typeof transactions>, item: Transaction): TemplateResult {
  const { id, kind, net, tax, taxRate, total, discount, couponCode } = item;
  const rate = new Intl.NumberFormat(texts.lang, { style: 'percent', maximumFractionDigits: 2 }).format(taxRate);
  const line = (key: 'seller' | 'buyer' | 'date' | 'product' | 'net' | 'method' | 'coupon' | 'discount' | 'total', value: string) =>
    html`<div>
      <dt>${texts.text(`receipt.${key}`)}</dt>
      <dd part=${key === 'total' ? 'total' : nothing}>${value}</dd>
    </div>`;
  return html`<h3 tabindex="-1">${texts.text(kind === 'refund' ? 'receipt.refund' : 'receipt.heading', { id })}</h3>
    <dl>
      ${line('seller', item.seller)} ${line('buyer', `${item.email}, ${countryName(texts.lang, item.country)}`)}
      ${line('date', texts.date(item.at))} ${line('product', `${item.title} (${item.offerId})`)}
      ${discount.minor > 0 ? line('discount', texts.money(discount)) : nothing} ${couponCode ? line('coupon', couponCode) : nothing}
      ${line('net', texts.money(net))}
      <div>
        <dt>${texts.text('receipt.tax', { rate })}</dt>
        <dd>${texts.money(tax)}</dd>
      </div>
      ${line('total', texts.money(total))} ${line('method', methodName(texts, item.method))}
    </dl>`;
}

function countryName(lang: string, code: string): string {
  try {
    return new Intl.DisplayNames(lang, { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
