import { text } from '../../text.js';

const BINS: readonly [start: RegExp, brand: string][] = [
  [/^4/, 'visa'],
  [/^3[47]/, 'amex'],
  [/^6703/, 'bcmc'],
  [/^(5[0-5]|2[2-7])/, 'mc'],
];

/** What the first digits of a card tell: its brand, and which fields it needs. Unknown digits get an answer without a brand. */
export function lookUpBin(body: Record<string, unknown>) {
  const digits = text(body['encryptedBin']).replace(/^test_/, '');
  const brand = BINS.find(([start]) => start.test(digits))?.[1];
  const requestId = body['requestId'];
  if (!brand) return { requestId };
  const supported = Array.isArray(body['supportedBrands']) && body['supportedBrands'].includes(brand);
  return {
    requestId,
    issuingCountryCode: 'NL',
    brands: [
      {
        brand,
        localeBrand: brand,
        cvcPolicy: brand === 'bcmc' ? 'hidden' : 'required',
        expiryDatePolicy: 'required',
        enableLuhnCheck: true,
        showSocialSecurityNumber: false,
        supported,
        paymentMethodVariant: brand,
        panLength: brand === 'amex' ? 15 : 16,
      },
    ],
  };
}

const LABELS = new Map([
  ['mc', 'MC'],
  ['bcmc', 'BCMC'],
  ['ideal', 'iDEAL'],
  ['nocard', 'CARD'],
]);

/** A short name for a logo. The file name comes from a request: only letters get through. */
export const brandOf = (file: string): string =>
  LABELS.get(file) ??
  file
    .replace(/[^a-z]/gi, '')
    .slice(0, 6)
    .toUpperCase();
