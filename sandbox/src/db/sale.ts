import type { InferInsertModel } from 'drizzle-orm';
import { BASIS, divideRounded, formatMoney } from '../rules/money.js';
import { cycleOf } from '../rules/dunning.js';
import { addPeriod, periodName } from '../rules/periods.js';
import { couponPeriodsAfter, splitPrice } from '../rules/pricing.js';
import { firstTerm } from '../rules/subscriptions.js';
import type { Entry, NewPayment, NewTransaction } from './books.js';
import type { Campaign } from './campaigns.js';
import type { NewEvent } from './events.js';
import type { NewMail } from './mails.js';
import { endOf, periodOf, priceOf, trialOf, type StoredOffer } from './offers.js';
import type { StoredOrder } from './orders.js';
import type { holdings } from './schema.js';

export type NewHolding = Omit<InferInsertModel<typeof holdings>, 'id'>;

/** How a purchase was paid. */
export interface Settlement {
  gateway: string;
  method: string;
  /** What the payment provider calls it. */
  externalId: string;
  /** What the payment details show; absent for purchases without any. */
  params?: Record<string, string>;
  /** Payment details that are kept already, in place of new ones. */
  detailsId?: number;
  /** What will happen when a renewal is charged; `accepted` unless said otherwise. */
  renewals?: 'accepted' | 'refused' | 'needs-authentication';
  /** The store an in-app purchase came from. */
  store?: NonNullable<NewHolding['store']>;
}

/** What is sold: an order, or an in-app purchase, which has none. */
export type Sale = Omit<
  StoredOrder,
  'id' | 'paymentMethodId' | 'delivery' | 'billingAddress' | 'createdAt' | 'expiresAt' | 'requiredPaymentDetails'
> & {
  orderId: number | null;
};

/** What the buyer has from now on. A coupon for several periods also lowers the next payments; the price stays the full one. */
export function holdingOf(sale: Sale, offer: StoredOffer, how: Settlement, campaign: Campaign | undefined, now: number): NewHolding {
  const period = periodOf(offer);
  const common = {
    publisherId: sale.publisherId,
    customerId: sale.customerId,
    offerId: sale.offerId,
    offerTitle: offer.here.title,
    status: 'active' as const,
    startedAt: now,
    periodStartedAt: now,
    periodPaid: sale.total,
    currency: sale.currency,
    country: sale.country,
    taxRate: sale.taxRate,
    period: periodName(offer.letter, period),
    gateway: how.gateway,
    method: how.method,
    externalPaymentId: how.externalId,
    store: how.store ?? null,
  };
  if (offer.letter !== 'S' || !period) {
    const expiresAt = endOf(offer) ?? (period && addPeriod(now, period));
    return { ...common, renews: false, price: sale.total, expiresAt };
  }
  return {
    ...common,
    ...couponOf(sale, campaign),
    renews: true,
    price: splitPrice(priceOf(offer.here), sale.taxRate).gross,
    ...firstTerm(now, period, sale.discountType === 'trial' ? trialOf(offer) : null),
  };
}

function couponOf(sale: Sale, campaign: Campaign | undefined) {
  if (sale.discountType !== 'coupon' || !campaign) return {};
  const { rate, appliedPeriods, firstPeriod } = campaign;
  const left = firstPeriod ? couponPeriodsAfter(appliedPeriods) : appliedPeriods;
  return { couponCode: sale.couponCode, couponRate: rate, couponPeriodsLeft: left };
}

/** What a purchase gave: a subscription, a pass or single purchase, or a gift for somebody else. */
export interface Bought {
  targetType: NewTransaction['targetType'];
  targetId: number;
}

interface Purchase {
  sale: Sale;
  offer: StoredOffer;
  how: Settlement;
  bought: Bought;
  /** What it was paid with, if that is kept; and whether it is new. */
  details: { id: number; added: boolean } | null;
  campaign: Campaign | undefined;
  /** Who gets the receipt, and from whom. */
  receipt: { recipient: string; publisher: string };
}

/** Everything a purchase leaves in the books. */
export function purchaseEntry(purchase: Purchase, now: number): Entry {
  const { sale, offer, how, bought, details, campaign } = purchase;
  const about = aboutSale(sale, how, bought);
  const applied = sale.discountType === 'coupon' && sale.couponCode !== null;
  return {
    at: now,
    payment: paymentRow(purchase, now),
    transaction: transactionRow(purchase, now),
    events: ({ paymentId, transactionId }) => {
      const event = (type: NewEvent['type'], data: Record<string, unknown> = {}): NewEvent => ({ ...about, type, at: now, data });
      const happened = [
        event('transactionCreated', { kind: 'initial', transactionId, paymentId, orderId: sale.orderId, tax: sale.taxAmount }),
        event(BOUGHT[bought.targetType], {
          period: cycleOf(periodName(offer.letter, periodOf(offer))),
          price: splitPrice(priceOf(offer.here), sale.taxRate).gross,
          ...(bought.targetType === 'giftId' ? { giftId: bought.targetId } : {}),
          ...(bought.targetType === 'passId' ? { passId: bought.targetId } : {}),
        }),
      ];
      if (applied)
        happened.push(
          event('couponApplied', { couponCode: sale.couponCode, campaignId: campaign?.id ?? null, periods: sale.discountPeriods }),
        );
      if (details?.added) happened.push(event('paymentDetailsUpdated', { paymentDetailsId: details.id, method: how.method }));
      return happened;
    },
    mails: [receiptMail(purchase, now)],
  };
}

const BOUGHT = { subscriptionId: 'subscriptionCreated', passId: 'passBought', giftId: 'giftBought' } as const;

function aboutSale(sale: Sale, how: Settlement, bought: Bought) {
  return {
    publisherId: sale.publisherId,
    customerId: sale.customerId,
    subscriptionId: bought.targetType === 'subscriptionId' ? bought.targetId : null,
    offerId: sale.offerId,
    amount: sale.total,
    currency: sale.currency,
    country: sale.country,
    gateway: how.gateway,
    channel: how.store ?? 'web',
    inTrial: sale.discountType === 'trial',
  };
}

/** @param bought nothing yet, where the money is only promised */
export function paymentRow(
  { sale, offer, how, bought, details }: Pick<Purchase, 'sale' | 'offer' | 'how' | 'details'> & { bought: Bought | null },
  now: number,
): NewPayment {
  return {
    orderId: sale.orderId,
    subscriptionId: bought?.targetType === 'subscriptionId' ? bought.targetId : null,
    customerId: sale.customerId,
    status: 'captured',
    total: sale.total,
    tax: sale.taxAmount,
    methodFee: sale.methodFee,
    serviceFee: sale.serviceFee,
    currency: sale.currency,
    country: sale.country,
    gateway: how.gateway,
    method: how.method,
    externalId: how.externalId,
    couponCode: sale.couponCode,
    offerType: offerTypeOf(offer),
    paymentDetailsId: details?.id ?? null,
    operation: sale.total === 0 ? 'initial-free-transaction' : 'initial-payment',
    createdAt: now,
  };
}

function transactionRow({ sale, offer, how, bought, campaign }: Purchase, now: number): NewTransaction {
  const discounted = sale.discountType === 'coupon';
  return {
    publisherId: sale.publisherId,
    customerId: sale.customerId,
    kind: 'initial',
    date: now,
    offerId: sale.offerId,
    offerTitle: offer.here.title,
    offerType: offerTypeOf(offer),
    offerPeriod: cycleOf(periodName(offer.letter, periodOf(offer))),
    offerPrice: sale.offerPrice,
    offerCurrency: offer.here.currency,
    priceExclTax: sale.total - sale.taxAmount,
    tax: sale.taxAmount,
    priceInclTax: sale.total,
    currency: sale.currency,
    taxRate: sale.taxRate,
    discount: sale.discountAmount,
    discountRate: sale.offerPrice === 0 ? 0 : divideRounded(sale.discountAmount * BASIS, sale.offerPrice),
    couponCode: discounted ? sale.couponCode : null,
    campaignId: discounted ? (campaign?.id ?? null) : null,
    campaignName: discounted ? (campaign?.name ?? '') : '',
    country: sale.country,
    paymentMethod: how.method,
    ...bought,
  };
}

function receiptMail({ sale, offer, bought, receipt }: Purchase, now: number): NewMail {
  const gift = bought.targetType === 'giftId';
  const price = formatMoney(sale.total, sale.currency);
  return {
    publisherId: sale.publisherId,
    customerId: sale.customerId,
    recipient: receipt.recipient,
    kind: gift ? 'gift-receipt' : 'receipt',
    subject: gift ? `Your gift from ${receipt.publisher}` : `Your receipt from ${receipt.publisher}`,
    text: gift ? `You bought ${offer.here.title} as a gift for ${price}.` : `You bought ${offer.here.title} for ${price}.`,
    data: { total: price, ...(gift ? { giftId: String(bought.targetId) } : {}) },
    at: now,
  };
}

export function offerTypeOf(offer: { letter: string }): string {
  return { S: 'subscription', P: 'pass', E: 'live', R: 'rental', A: 'single' }[offer.letter] ?? 'subscription';
}
