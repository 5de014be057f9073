import { eq } from 'drizzle-orm';
import { renewalsAfter } from '../psp/adyen/judge.js';
import type { PspSession } from '../psp/store.js';
import { Refusal } from '../refusal.js';
import { drawReference } from './draws.js';
import { openOrder, paymentOf } from './orders.js';
import type { Db } from './open.js';
import { addDetails, sameDetails, type NewDetails, type StoredDetails } from './payment-details.js';
import { takeApproved } from './psp-sessions.js';
import { cardParams, settle, type StoredPayment } from './purchase.js';
import { orders } from './schema.js';

/** Who pays at PayPal's stand-in. */
export const PAYPAL_BUYER = { payerId: 'Z7Y6X5W4V3U2T', holderName: 'Sandbox Buyer' } as const;

/**
 * Takes the money an attempt has approved, and hands over what was bought. Once: an order that is paid, by this attempt or any other,
 * answers with its payment, and nothing more is taken.
 * @throws {Refusal} when the order is not open any more, or has another total than was approved
 */
export function captureOrder(db: Db, orderId: number, session: PspSession, now: number): Promise<StoredPayment> {
  const { gateway, method, customerId, amount } = session;
  return db.transaction(async (tx) => {
    await tx.select({ id: orders.id }).from(orders).where(eq(orders.id, orderId)).for('update');
    const paid = await paymentOf(tx, orderId);
    if (paid) return paid;
    const order = await openOrder(tx, orderId, customerId, now);
    if (order.total !== amount.value || order.currency !== amount.currency) throw unableToProcess();
    if (!(await takeApproved(tx, session.id))) throw unableToProcess();
    const externalId = await drawReference(tx, 'payment');
    return settle(tx, order, { gateway, method, externalId, params: paramsOf(session), renewals: renewalsAfter(session) }, now);
  });
}

/** Stores what an attempt has approved as payment details. Once: asked again, it answers with the same. */
export function captureDetails(db: Db, session: PspSession, now: number): Promise<StoredDetails> {
  const { customerId, paymentMethodId, gateway, method } = session;
  const details: NewDetails = {
    customerId,
    paymentMethodId,
    gateway,
    method,
    params: paramsOf(session),
    renewals: renewalsAfter(session),
  };
  return db.transaction(async (tx) => {
    if (await takeApproved(tx, session.id)) return addDetails(tx, details, now);
    const stored = await sameDetails(tx, details);
    if (!stored) throw unableToProcess();
    return stored;
  });
}

/** Adyen's word for a payment that cannot go on (contract, 1.6). */
export const unableToProcess = (): Refusal => new Refusal(422, 'Unable to process', 'ADYEN0005');

function paramsOf({ gateway, card }: PspSession): Record<string, string> {
  if (gateway === 'paypal') return { ...PAYPAL_BUYER };
  return card ? cardParams(card) : {};
}
