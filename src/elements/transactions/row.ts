import { html, nothing, type TemplateResult } from 'lit';
import type { Transaction } from '../../account/transactions.js';
import type { transactions } from '../../i18n/en/transactions.js';
import type { LocalizeAmounts } from '../../i18n/localize-amounts.js';

type Texts = LocalizeAmounts<typeof transactions>;

interface RowOptions {
  texts: Texts;
  item: Transaction;
  /** What there is to say besides: how a gift stands. */
  more: TemplateResult | typeof nothing;
  onReceipt: () => void;
}

/** One purchase or refund. */
export function transactionRow({ texts, item, more, onReceipt }: RowOptions): TemplateResult {
  const date = texts.date(item.at);
  const { kind } = item;
  return html`<li part="transaction" data-id=${item.id} data-kind=${kind}>
    <div class="what">
      <strong>${item.title}</strong>
      ${kind === 'purchase' ? nothing : html`<span class="badge" part="badge">${texts.text(`purchases.${kind}`)}</span>`}
      <p class="muted">${date} · ${methodName(texts, item.method)} · ${item.id}</p>
      ${more}
    </div>
    <div class="cost">
      <strong part="total">${item.total.minor === 0 ? texts.text('purchases.free') : texts.money(item.total)}</strong>
      ${item.tax.minor === 0 ? nothing : html`<p class="muted">${texts.text('purchases.tax', { tax: texts.money(item.tax) })}</p>`}
      <button
        class="cleeng-link"
        type="button"
        aria-label=${texts.text('purchases.receipt-of', { title: item.title, date })}
        @click=${onReceipt}
      >
        ${texts.text('purchases.receipt')}
      </button>
    </div>
  </li>`;
}

/** How something was paid, in words; what the kit has no word for is named as the platform does. */
export function methodName(texts: Texts, method: string): string {
  const key = `method.${method}`;
  return texts.has(key) ? texts.text(key) : method;
}
