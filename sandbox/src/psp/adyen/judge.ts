import { text } from '../../text.js';
import type { CardData, PspSession, RefusalReason } from '../store.js';
import { CARDS, EXPIRY, HOLDER_NAMES, type CardOutcome, type Renewals } from './cards.js';

/** A card as the Drop-in sends it: blobs are plain text after `test_`. */
export interface TypedCard {
  number: string;
  month: string;
  year: string;
  code: string;
  holderName: string;
}

export type Verdict =
  { outcome: Exclude<CardOutcome, 'refused' | 'error'> } | { outcome: 'refused' | 'error' | 'cancelled'; refusal: RefusalReason };

/** Reads the blobs; `undefined` when one of them is missing or is not of the sandbox's making. */
export function readCard(paymentMethod: Record<string, unknown>): TypedCard | undefined {
  const blob = (name: string) => /^test_(.*)$/.exec(text(paymentMethod[name]))?.[1];
  const number = blob('encryptedCardNumber')?.replace(/\s/g, '');
  const month = blob('encryptedExpiryMonth');
  const year = blob('encryptedExpiryYear');
  if (!number || !month || !year) return undefined;
  return { number, month, year, code: blob('encryptedSecurityCode') ?? '', holderName: text(paymentMethod['holderName']) };
}

/** What the issuer does: the cardholder's name decides, then what is wrong with the card, then its number. */
export function judge(typed: TypedCard): Verdict {
  const name = typed.holderName.trim().toUpperCase();
  const named = HOLDER_NAMES.find((holder) => holder.name === name);
  if (named && named.outcome !== 'authorised') return { outcome: named.outcome, refusal: { code: named.code, reason: named.reason } };
  const known = CARDS.find(({ number }) => number === typed.number);
  if (!known) return refused(8, 'Invalid Card Number');
  if (typed.month !== EXPIRY.month || typed.year !== EXPIRY.year) return refused(6, 'Expired Card');
  if (known.code && typed.code !== known.code) return refused(24, 'CVC Declined');
  if (known.outcome === 'refused') return refused(2, 'Refused');
  if (known.outcome === 'error') return { outcome: 'error', refusal: { code: 4, reason: 'Acquirer Error' } };
  return { outcome: known.outcome };
}

const refused = (code: number, reason: string): Verdict => ({ outcome: 'refused', refusal: { code, reason } });

export function cardData(typed: TypedCard): CardData {
  return {
    variant: CARDS.find(({ number }) => number === typed.number)?.variant ?? 'card',
    lastCardFourDigits: typed.number.slice(-4),
    holderName: typed.holderName,
    cardExpirationDate: `${typed.month}/${typed.year}`,
  };
}

/** Whether a card wants its holder to authenticate before it takes renewals. */
export const wantsAuthentication = ({ number }: TypedCard): boolean =>
  CARDS.some((card) => card.number === number && card.renewals === 'needs-authentication');

/** What the issuer will do with renewals, once an attempt is approved. Who has authenticated is not asked again. */
export function renewalsAfter({ card, challenge }: Pick<PspSession, 'card' | 'challenge'>): Renewals {
  const known = card && CARDS.find(({ number, variant }) => variant === card.variant && number.endsWith(card.lastCardFourDigits));
  if (!known) return 'accepted';
  return known.renewals === 'needs-authentication' && challenge ? 'accepted' : known.renewals;
}
