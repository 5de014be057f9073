import { parsePeriod } from '../../account/periods.js';
import type { SwitchOption } from '../../account/switches.js';
import type { accountPeriods } from '../../i18n/en/account-periods.js';
import type { LocalizeAmounts } from '../../i18n/localize-amounts.js';

type Texts = Pick<LocalizeAmounts<typeof accountPeriods>, 'lang' | 'money' | 'text'>;

/** What a plan costs and how often: "€9.99 per month", "€24.99 per 3 months". */
export function priceText(texts: Texts, option: SwitchOption): string {
  const price = texts.money(option.price);
  if (option.period === 'season') return texts.text('price.every', { price, period: texts.text('period.season') });
  const parsed = parsePeriod(option.period);
  if (!parsed) return texts.text('price.plain', { price });
  const { unit, count } = parsed;
  const period =
    count === 1
      ? texts.text(`period.${unit}`)
      : new Intl.NumberFormat(texts.lang, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  return texts.text('price.every', { price, period });
}
