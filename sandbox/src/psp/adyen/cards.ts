import type { CardData } from '../store.js';
import { text } from '../../text.js';

/** What an issuer does with a payment. */
export type Verdict = 'authorised' | 'refused' | 'error' | 'frictionless' | 'fingerprint' | 'challenge' | 'redirect';

export interface TestCard {
  number: string;
  variant: string;
  verdict: Verdict;
  /** For people. */
  says: string;
}

/** The documented card of the platform, and Adyen's published test numbers. */
export const CARDS: readonly TestCard[] = [
  { number: '5555444433331111', variant: 'mc', verdict: 'authorised', says: 'is accepted' },
  { number: '4111111111111111', variant: 'visa', verdict: 'authorised', says: 'is accepted' },
  { number: '4111111145551142', variant: 'visa', verdict: 'authorised', says: 'is accepted' },
  { number: '370000000000002', variant: 'amex', verdict: 'authorised', says: 'is accepted (security code 7373)' },
  { number: '4000620000000007', variant: 'visa', verdict: 'refused', says: 'is refused' },
  { number: '4000020000000000', variant: 'visa', verdict: 'error', says: 'ends in an error' },
  { number: '5201281505129736', variant: 'mc', verdict: 'frictionless', says: '3-D Secure without a question' },
  { number: '5000550000000029', variant: 'mc', verdict: 'fingerprint', says: '3-D Secure with a question: the password is “password”' },
  { number: '4212345678910006', variant: 'visa', verdict: 'challenge', says: '3-D Secure with a question at once' },
  { number: '5212345678901234', variant: 'mc', verdict: 'redirect', says: 'sends you to the bank’s page and back' },
];

/** Cardholder names that make any card fail, as on Adyen's test platform. */
const REFUSING_NAMES = new Set([
  'DECLINED',
  'REFERRAL',
  'BLOCK_CARD',
  'CARD_EXPIRED',
  'INVALID_AMOUNT',
  'INVALID_CARD',
  'NOT_ENOUGH_BALANCE',
  'PIN_INCORRECT',
  'CVC_DECLINED',
  'FRAUD',
]);

/** A card as the Drop-in sends it: blobs are plain text after `test_`. */
export interface TypedCard {
  number: string;
  month: string;
  year: string;
  code: string;
  holderName: string;
}

export function readCard(paymentMethod: Record<string, unknown>): TypedCard {
  const blob = (name: string) => text(paymentMethod[name]).replace(/^test_/, '');
  return {
    number: blob('encryptedCardNumber'),
    month: blob('encryptedExpiryMonth'),
    year: blob('encryptedExpiryYear'),
    code: blob('encryptedSecurityCode'),
    holderName: text(paymentMethod['holderName']),
  };
}

/** As on Adyen's test platform: only 03/2030 and 737 (7373 for American Express) are right. */
export function judge(card: TypedCard): Verdict {
  const known = CARDS.find(({ number }) => number === card.number);
  if (!known || card.month !== '03' || card.year !== '2030') return 'refused';
  if (card.code !== (known.variant === 'amex' ? '7373' : '737')) return 'refused';
  const name = card.holderName.trim().toUpperCase();
  if (name === 'ERROR') return 'error';
  return REFUSING_NAMES.has(name) ? 'refused' : known.verdict;
}

export function cardData(card: TypedCard): CardData {
  return {
    variant: CARDS.find(({ number }) => number === card.number)?.variant ?? 'card',
    lastCardFourDigits: card.number.slice(-4),
    holderName: card.holderName,
    cardExpirationDate: `${card.month}/${card.year}`,
  };
}
