import { text } from '../../text.js';
import type { PspSession, PspStore, RefusalReason } from '../store.js';
import { cardData, judge, readCard, wantsAuthentication, type TypedCard } from './judge.js';
import { platformName } from './methods.js';
import { challengeAction, decode, fingerprintAction, qrCodeAction, redirectAction, sessionOf, type AdyenAction } from './tokens.js';

export interface AdyenHost {
  store: PspStore;
  origin: string;
}

export interface AdyenPayment {
  /** What is paid for: an order, or, when null, new payment details. */
  orderId: number | null;
  customerId: number;
  paymentMethodId: number;
  amount: { currency: string; value: number };
  /** The Drop-in's `state.data.paymentMethod`. */
  paymentMethod: Record<string, unknown>;
  returnUrl: string;
  /** Sends the buyer to the bank's page instead of asking in place. */
  threeDSRedirect: boolean;
  attemptAuthentication: 'always' | 'never' | 'preferNo';
}

/** How an attempt stands. An `action` means that it is not finished. */
export type AdyenOutcome =
  | { type: 'authorised'; session: PspSession }
  | { type: 'refused' | 'cancelled' | 'error' | 'unprocessable' }
  | { type: 'action'; action: AdyenAction };

type Step = 'authorised' | 'frictionless' | 'fingerprint' | 'challenge' | 'redirect' | 'redirect-post' | 'qr-code';
type Start = { step: Step; card?: TypedCard } | { step: 'refused' | 'error' | 'cancelled'; card?: TypedCard; refusal: RefusalReason };

/** Begins a payment. */
export async function authorise(host: AdyenHost, payment: AdyenPayment): Promise<AdyenOutcome> {
  const start = startOf(payment);
  if (!start) return { type: 'unprocessable' };
  const type = text(payment.paymentMethod['type']);
  const session: PspSession = {
    id: await host.store.newId(),
    gateway: 'adyen',
    orderId: payment.orderId,
    customerId: payment.customerId,
    paymentMethodId: payment.paymentMethodId,
    method: platformName(type),
    amount: payment.amount,
    state: stateAfter(start.step),
    card: start.card ? cardData(start.card) : null,
    returnUrl: payment.returnUrl,
    successUrl: null,
    cancelUrl: null,
    errorUrl: null,
    challenge: asks(start.step),
  };
  await host.store.create(session, 'refusal' in start ? start.refusal : undefined);
  switch (start.step) {
    case 'authorised':
      return { type: 'authorised', session };
    case 'refused':
    case 'error':
    case 'cancelled':
      return { type: start.step };
    default:
      return { type: 'action', action: actionFor(start.step, host.origin, session.id, type) };
  }
}

/** Which attempt the details of a finished action belong to. They only name it: how it ended is in its session. */
export function attemptOf(details: Record<string, unknown>): { id: string; native: boolean } {
  const { redirectResult, payload, threeDSResult } = details;
  const challengeResult = text(details['threeds2ChallengeResult']) || text(details['threeds2.challengeResult']);
  const away = text(redirectResult) || text(payload);
  if (away) return { id: sessionOf(away), native: false };
  return { id: text(decode(text(threeDSResult) || challengeResult)['authorisationToken']), native: true };
}

/** How an attempt stands after the issuer has spoken, or has not. */
export async function resume(store: PspStore, { id, native }: { id: string; native: boolean }): Promise<AdyenOutcome> {
  // A page that asks before the issuer has spoken gave up waiting: what is confirmed later does not count.
  if (native) await store.decide(id, 'refused', NOT_AUTHENTICATED);
  const session = await store.get(id);
  if (session?.state === 'approved' || session?.state === 'captured') return { type: 'authorised', session };
  return { type: session?.state === 'refused' ? 'refused' : 'cancelled' };
}

/** The challenge failed, or nobody answered it. */
export const NOT_AUTHENTICATED: RefusalReason = { code: 11, reason: '3D Not Authenticated' };

/** What happens first. `undefined` when Adyen could not read what it was sent. */
function startOf(payment: AdyenPayment): Start | undefined {
  const { paymentMethod } = payment;
  switch (text(paymentMethod['type'])) {
    case 'scheme':
    case 'card':
      return cardStart(payment);
    case 'bcmc':
      return paymentMethod['encryptedCardNumber'] === undefined ? { step: 'redirect' } : cardStart(payment);
    case 'bcmc_mobile':
      return { step: 'qr-code' };
    case 'googlepay':
      return text(paymentMethod['googlePayToken']) ? { step: 'authorised', card: WALLET_CARD } : undefined;
    case 'applepay':
      return text(paymentMethod['applePayToken']) ? { step: 'authorised', card: WALLET_CARD } : undefined;
    default:
      return { step: 'redirect' };
  }
}

function cardStart(payment: AdyenPayment): Start | undefined {
  const card = readCard(payment.paymentMethod);
  if (!card) return undefined;
  const verdict = judge(card);
  if (verdict.outcome === 'refused' || verdict.outcome === 'error' || verdict.outcome === 'cancelled') {
    return { step: verdict.outcome, card, refusal: verdict.refusal };
  }
  return { step: withWishes(verdict.outcome, card, payment), card };
}

/** What the shop wishes about 3-D Secure changes how a card is asked, not whether it is good. */
function withWishes(step: Step, card: TypedCard, { orderId, attemptAuthentication, threeDSRedirect }: AdyenPayment): Step {
  const wanted = wantsAuthentication(card) && (orderId === null || attemptAuthentication === 'always') ? 'fingerprint' : step;
  const asksInPage = wanted === 'frictionless' || wanted === 'fingerprint' || wanted === 'challenge';
  if (!asksInPage) return wanted;
  if (attemptAuthentication === 'never') return 'authorised';
  return threeDSRedirect ? 'redirect' : wanted;
}

/** The card behind every wallet: the sandbox looks into no token. */
const WALLET_CARD: TypedCard = { number: '4111111111111111', month: '03', year: '2030', code: '', holderName: '' };

const asks = (step: string) => step === 'fingerprint' || step === 'challenge' || step === 'redirect' || step === 'redirect-post';

function stateAfter(step: string): PspSession['state'] {
  if (step === 'authorised') return 'approved';
  if (step === 'cancelled') return 'cancelled';
  return step === 'refused' || step === 'error' ? 'refused' : 'created';
}

function actionFor(step: Exclude<Step, 'authorised'>, origin: string, sessionId: string, type: string): AdyenAction {
  switch (step) {
    case 'frictionless':
    case 'fingerprint':
      return fingerprintAction(origin, sessionId);
    case 'challenge':
      return challengeAction(origin, sessionId);
    case 'qr-code':
      return qrCodeAction(origin, sessionId, type);
    default:
      return redirectAction(origin, sessionId, type, step === 'redirect' ? 'GET' : 'POST');
  }
}
