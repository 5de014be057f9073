import type { Entry, NewPayment, NewTransaction } from '../db/books.js';
import type { NewEvent } from '../db/events.js';
import type { NewMail } from '../db/mails.js';
import { offerTypeOf } from '../db/sale.js';
import { cycleOf } from '../rules/dunning.js';
import { isOnTrial } from '../rules/lifecycle.js';
import { formatMoney } from '../rules/money.js';
import type { Breakdown } from '../rules/pricing.js';
import type { Details, Turn } from './turns.js';

/** Where a customer's letters go, and whose name they bear. */
export interface Addressee {
  recipient: string;
  publisher: string;
}

/** What a turn leaves in the books. */
export function entryOf(turn: Turn, addressee: Addressee): Entry {
  switch (turn.happened.type) {
    case 'charged':
      return chargedEntry(turn, turn.happened.price, turn.happened.details, addressee);
    case 'refused':
      return refusedEntry(turn, turn.happened, addressee);
    default:
      return endEntry(turn, addressee);
  }
}

function chargedEntry(turn: Turn, price: Breakdown, details: Details | undefined, addressee: Addressee): Entry {
  const { at, before, after } = turn;
  const event = eventOf(turn, price.total);
  const converted = isOnTrial(before);
  return {
    at,
    payment: { ...paymentOf(turn, price, details), status: 'captured' },
    transaction: transactionOf(turn, price),
    events: ({ paymentId, transactionId }) => [
      { ...event, type: 'transactionCreated', data: { kind: 'renewal', transactionId, paymentId, tax: price.tax } },
      {
        ...event,
        type: converted ? 'trialConverted' : 'subscriptionRenewed',
        data: { period: cycleOf(before.period), price: before.price, expiresAt: after.expiresAt },
      },
    ],
    mails:
      price.total === 0
        ? []
        : [
            mailOf(turn, addressee, 'receipt', `Your receipt from ${addressee.publisher}`, {
              text: `You paid ${formatMoney(price.total, before.currency)} for ${before.offerTitle}.`,
              data: { total: formatMoney(price.total, before.currency) },
            }),
          ],
  };
}

function refusedEntry(turn: Turn, refusal: Extract<Turn['happened'], { type: 'refused' }>, addressee: Addressee): Entry {
  const { at, before, after } = turn;
  const { price, details, reason } = refusal;
  return {
    at,
    payment: { ...paymentOf(turn, price, details), status: 'rejected', externalId: '', rejectedReason: reason },
    events: ({ paymentId }) => [
      {
        ...eventOf(turn, price.total),
        type: 'paymentRefused',
        inTrial: isOnTrial(before),
        data: {
          paymentId,
          rejectedReason: reason,
          attempt: after.failedAttempts,
          nextAttemptAt: after.nextAttemptAt,
          graceEndsAt: after.graceEndsAt,
        },
      },
    ],
    mails: [
      mailOf(turn, addressee, 'payment-failed', `Your payment to ${addressee.publisher} failed`, {
        text: `We could not take ${formatMoney(price.total, before.currency)} for ${before.offerTitle}: please check your payment details.`,
        data: { reason },
      }),
    ],
  };
}

function endEntry(turn: Turn, addressee: Addressee): Entry {
  const { at, before, after } = turn;
  const subscription = before.offerId.startsWith('S');
  const ended = after.status === 'terminated' ? 'subscriptionTerminated' : 'subscriptionExpired';
  const event: NewEvent = {
    ...eventOf(turn, null),
    type: subscription ? ended : 'passExpired',
    inTrial: isOnTrial(before),
    reason: after.endReason,
    data: subscription
      ? { period: cycleOf(before.period), price: before.price, cancellationReason: before.cancellationReason }
      : { passId: before.id },
  };
  return {
    at,
    events: () => [event],
    mails: subscription
      ? [
          mailOf(turn, addressee, 'subscription-ended', `Your ${before.offerTitle} has ended`, {
            text: `Your ${before.offerTitle} with ${addressee.publisher} has ended.`,
            data: {},
          }),
        ]
      : [],
  };
}

function eventOf({ at, before, after }: Turn, amount: number | null): Omit<NewEvent, 'type'> {
  return {
    at,
    publisherId: before.publisherId,
    customerId: before.customerId,
    subscriptionId: before.offerId.startsWith('S') ? before.id : null,
    offerId: before.offerId,
    amount,
    currency: before.currency,
    country: before.country,
    gateway: after.gateway,
    channel: before.store ?? 'web',
  };
}

function paymentOf({ at, before, after }: Turn, price: Breakdown, details: Details | undefined): Omit<NewPayment, 'status'> {
  return {
    orderId: null,
    subscriptionId: before.id,
    customerId: before.customerId,
    total: price.total,
    tax: price.tax,
    methodFee: price.fee,
    currency: before.currency,
    country: before.country,
    gateway: details?.gateway ?? after.gateway,
    method: details?.method ?? after.method,
    couponCode: price.discount > 0 ? before.couponCode : null,
    offerType: offerTypeOf({ letter: before.offerId.charAt(0) }),
    paymentDetailsId: details?.id ?? null,
    operation: 'recurring-payment',
    createdAt: at,
  };
}

function transactionOf({ at, before, after }: Turn, price: Breakdown): NewTransaction {
  const discounted = price.discount > 0;
  return {
    publisherId: before.publisherId,
    customerId: before.customerId,
    kind: 'renewal',
    date: at,
    offerId: before.offerId,
    offerTitle: before.offerTitle,
    offerType: offerTypeOf({ letter: before.offerId.charAt(0) }),
    offerPeriod: cycleOf(before.period),
    offerPrice: price.offerPrice,
    offerCurrency: before.currency,
    priceExclTax: price.total - price.tax,
    tax: price.tax,
    priceInclTax: price.total,
    currency: before.currency,
    taxRate: before.taxRate,
    discount: price.discount,
    discountRate: discounted ? before.couponRate : 0,
    couponCode: discounted ? before.couponCode : null,
    country: before.country,
    paymentMethod: after.method,
    targetType: 'subscriptionId',
    targetId: before.id,
  };
}

function mailOf(
  { at, before }: Turn,
  { recipient }: Addressee,
  kind: NewMail['kind'],
  subject: string,
  content: Pick<NewMail, 'text' | 'data'>,
): NewMail {
  return { publisherId: before.publisherId, customerId: before.customerId, recipient, kind, subject, at, ...content };
}
