import { randomBytes } from 'node:crypto';
import type { CardData, PspSession, PspStore } from '../store.js';
import { cardData, judge, readCard, type Verdict } from './cards.js';
import { challengeAction, decode, fingerprintAction } from './tokens.js';
import { text } from '../../text.js';

export interface AdyenHost {
  store: PspStore;
  origin: string;
}

export interface AdyenPayment {
  /** What is paid for: an order, or, when null, new payment details. */
  orderId: number | null;
  customerId: number;
  paymentMethodId: number;
  /** The platform's name of the method. */
  method: string;
  amount: { currency: string; value: number };
  /** The Drop-in's `state.data.paymentMethod`. */
  paymentMethod: Record<string, unknown>;
  returnUrl: string;
  /** Sends the buyer to the bank's page instead of asking in place. */
  threeDSRedirect: boolean;
}

/** What the Drop-in has to do next. */
export type AdyenAction = { type: string } & Record<string, string>;

/** How an attempt stands. An `action` means that it is not finished. */
export type AdyenOutcome =
  | { type: 'authorised'; sessionId: string; card: CardData | null; pspReference: string }
  | { type: 'refused' | 'cancelled' | 'error'; sessionId: string }
  | { type: 'action'; sessionId: string; action: AdyenAction };

/** What the Drop-in offers. */
export const adyenPaymentMethods = (): { type: string; name: string; brands?: string[] }[] => [
  { type: 'scheme', name: 'Cards', brands: ['visa', 'mc', 'amex'] },
  { type: 'ideal', name: 'iDEAL' },
];

/** Begins a payment. Methods other than cards go to the bank's page. */
export async function authorise(host: AdyenHost, payment: AdyenPayment): Promise<AdyenOutcome> {
  const isCard = payment.paymentMethod['type'] === 'scheme';
  const card = isCard ? readCard(payment.paymentMethod) : undefined;
  const verdict = withRedirect(card ? judge(card) : 'redirect', payment.threeDSRedirect);
  const session: PspSession = {
    id: randomBytes(24).toString('hex'),
    gateway: 'adyen',
    orderId: payment.orderId,
    customerId: payment.customerId,
    paymentMethodId: payment.paymentMethodId,
    method: payment.method,
    amount: payment.amount,
    state: stateAfter(verdict),
    card: card ? cardData(card) : null,
    returnUrl: payment.returnUrl,
    successUrl: null,
    cancelUrl: null,
    errorUrl: null,
    challenge: verdict === 'fingerprint',
  };
  await host.store.create(session);
  if (verdict === 'error') return { type: 'error', sessionId: session.id };
  const action = actionFor(verdict, host.origin, session.id, text(payment.paymentMethod['type']));
  return action ? { type: 'action', sessionId: session.id, action } : settled(session);
}

/** Goes on after the issuer has spoken. Its word is in the session: what the page says only tells which session. */
export async function resume(host: AdyenHost, request: { orderId: number; details: Record<string, unknown> }): Promise<AdyenOutcome> {
  const { redirectResult, threeDSResult } = request.details;
  const id = text(redirectResult) || text(decode(threeDSResult)['authorisationToken']);
  const session = await host.store.get(id);
  if (session?.orderId !== request.orderId) return { type: 'error', sessionId: id };
  return settled(session);
}

function settled(session: PspSession): AdyenOutcome {
  const { id, card, state } = session;
  if (state === 'approved' || state === 'captured') {
    return { type: 'authorised', sessionId: id, card, pspReference: id.slice(0, 16).toUpperCase() };
  }
  return { type: state === 'created' ? 'cancelled' : state, sessionId: id };
}

const asksFirst = (verdict: Verdict) => verdict === 'frictionless' || verdict === 'fingerprint' || verdict === 'challenge';

const withRedirect = (verdict: Verdict, wanted: boolean): Verdict => (wanted && asksFirst(verdict) ? 'redirect' : verdict);

function stateAfter(verdict: Verdict): PspSession['state'] {
  if (verdict === 'authorised') return 'approved';
  return verdict === 'refused' || verdict === 'error' ? 'refused' : 'created';
}

function actionFor(verdict: Verdict, origin: string, sessionId: string, paymentMethodType: string): AdyenAction | undefined {
  switch (verdict) {
    case 'frictionless':
    case 'fingerprint':
      return fingerprintAction(origin, sessionId);
    case 'challenge':
      return challengeAction(origin, sessionId);
    case 'redirect':
      return { type: 'redirect', method: 'GET', paymentMethodType, url: `${origin}/sandbox/redirect?session=${sessionId}` };
    default:
      return undefined;
  }
}
