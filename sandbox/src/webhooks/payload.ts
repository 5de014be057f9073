import { eq, type InferSelectModel } from 'drizzle-orm';
import type { Db } from '../db/open.js';
import { customers, events, orders, paymentDetails, payments, transactions } from '../db/schema.js';
import { offerTypeOfId } from '../rules/coupons.js';
import { BASIS, toDecimal, toText } from '../rules/money.js';
import { fineNet } from '../rules/tax.js';

type Event = InferSelectModel<typeof events>;

/** What a receiver gets: exactly three fields (contract, 14). */
export async function payloadOf(db: Db, event: Event): Promise<string> {
  const data = await dataOf(db, event);
  return JSON.stringify({ broadcasterId: event.publisherId, topic: event.type, data });
}

async function dataOf(db: Db, event: Event): Promise<Record<string, unknown>> {
  const iso = new Date(event.at * 1000).toISOString().replace(/\.\d{3}/, '');
  if (event.type === 'offerCreated') return { offerId: event.offerId, createdAt: iso };
  if (event.type.startsWith('offer')) return { offerId: event.offerId, updatedAt: iso };
  const [customer] = event.customerId === null ? [] : await db.select().from(customers).where(eq(customers.id, event.customerId));
  const person = { customerId: event.customerId, customerEmail: customer?.email ?? '', customerExternalId: customer?.externalId ?? '' };
  if (event.type === 'transactionCreated') return (await transactionData(db, event, person)) ?? general(event, person, iso);
  return general(event, person, iso);
}

/** Everything else says what the log says, with whose it is. */
function general(event: Event, person: object, date: string): Record<string, unknown> {
  const { offerId, subscriptionId, amount, currency, country, gateway, channel, reason, inTrial, data } = event;
  return {
    ...data,
    ...person,
    date,
    offerId,
    subscriptionId,
    amount: amount === null || currency === null ? null : toDecimal(amount, currency),
    currency,
    country,
    paymentGateway: gateway,
    channel,
    reason,
    inTrial,
  };
}

/** The one topic whose fields are documented one by one. */
async function transactionData(db: Db, event: Event, person: object): Promise<Record<string, unknown> | undefined> {
  const { transactionId } = event.data;
  if (typeof transactionId !== 'string') return undefined;
  const [line] = await db
    .select()
    .from(transactions)
    .where(eq(transactions.id, Number(transactionId.slice(1))));
  if (!line) return undefined;
  const money = (minor: number) => toText(minor, line.currency);
  const gross = { amount: line.priceInclTax, currency: line.currency, taxIncluded: true };
  return {
    offerId: line.offerId,
    transactionId,
    transactionCountry: line.country,
    taxRate: (line.taxRate / BASIS).toFixed(4),
    transactionCurrency: line.currency,
    transactionDate: line.date,
    externalData: '',
    transactionPriceExclTax: money(line.priceExclTax),
    transactionPriceInclTax: money(line.priceInclTax),
    applicableTax: money(line.tax),
    appliedExchangeRate: (1).toFixed(4),
    ...person,
    paymentId: line.paymentId,
    offerPrice: line.discount > 0 ? toDecimal(line.offerPrice, line.offerCurrency) : fineNet(gross, line.taxRate),
    offerCurrency: line.offerCurrency,
    discountRate: line.discountRate === 0 ? null : line.discountRate / BASIS,
    subscriptionPlanId: offerTypeOfId(line.offerId) === 'subscription' ? Number(line.offerId.slice(1, 10)) : null,
  };
}

/** The payment method of what an event is about; `undefined` when it is about no payment. */
export async function methodOf(db: Db, event: Event): Promise<number | undefined> {
  const id = event.data['paymentId'];
  if (typeof id !== 'number') return undefined;
  const [row] = await db
    .select({ ordered: orders.paymentMethodId, kept: paymentDetails.paymentMethodId })
    .from(payments)
    .leftJoin(orders, eq(orders.id, payments.orderId))
    .leftJoin(paymentDetails, eq(paymentDetails.id, payments.paymentDetailsId))
    .where(eq(payments.id, id));
  return row?.kept ?? row?.ordered ?? undefined;
}
