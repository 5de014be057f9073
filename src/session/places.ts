import type { Place } from '../api/identity.js';

/** Where a currency the platform sells in is the country's own (contract, 1.8); everywhere else it sells in US dollars. */
const CURRENCIES: Readonly<Record<string, string>> = {
  EUR: 'AD AT AX BE BG BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT NL PM PT RE SI SK SM TF VA XK YT',
  GBP: 'GB GG IM JE',
  AUD: 'AU CC CX HM KI NF NR TV',
  DKK: 'DK FO GL',
  CAD: 'CA',
  CHF: 'CH LI',
  NOK: 'NO BV SJ',
  NZD: 'NZ CK NU PN TK',
  SEK: 'SE',
  TRY: 'TR',
  XOF: 'BF BJ CI GW ML NE SN TG',
  XAF: 'CF CG CM GA GQ TD',
  ZAR: 'ZA',
  NGN: 'NG',
  KES: 'KE',
  GHS: 'GH',
  MXN: 'MX',
  KRW: 'KR',
  JPY: 'JP',
  PHP: 'PH',
  VND: 'VN',
  BRL: 'BR',
  INR: 'IN',
  MNT: 'MN',
  EGP: 'EG',
  QAR: 'QA',
  KWD: 'KW',
  AED: 'AE',
  THB: 'TH',
  MYR: 'MY',
  PLN: 'PL',
};

/**
 * What to register with when the platform could not tell where somebody is and they had to say it.
 * @param lang the language the page is in
 */
export function placeIn(country: string, lang: string): Place {
  const [currency] = Object.entries(CURRENCIES).find(([, countries]) => countries.split(' ').includes(country)) ?? ['USD'];
  return { country, currency, locale: `${lang.split('-')[0]}_${country}` };
}
