import type { PaymentDetails } from '../../account/payment-details.js';
import type { paymentDetails } from '../../i18n/en/payment-details.js';
import type { LocalizeAmounts } from '../../i18n/localize-amounts.js';

export type Texts = LocalizeAmounts<typeof paymentDetails>;

/** What payment details are called: a card by its brand and last digits. What the kit has no word for is named as the platform does. */
export function nameOf(texts: Texts, { method, brand, lastDigits }: PaymentDetails): string {
  const word = (kind: 'method' | 'brand', name: string) => {
    const key = `${kind}.${name}`;
    return texts.has(key) ? texts.text(key) : name;
  };
  const way = word('method', method);
  if (!lastDigits) return way;
  const of = method === 'card' && brand ? word('brand', brand) : way;
  return texts.text('details.card', { brand: of, digits: lastDigits });
}

/** Titles as a sentence has them. */
export function titlesOf(texts: Texts, plans: readonly { readonly title: string }[]): string {
  return new Intl.ListFormat(texts.lang, { type: 'conjunction' }).format(plans.map(({ title }) => title));
}

/** A card's last month. */
export function monthOf(texts: Texts, { expiry }: PaymentDetails): string {
  if (!expiry) return '';
  const month = Date.UTC(expiry.year, expiry.month - 1);
  return new Intl.DateTimeFormat(texts.lang, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(month);
}
