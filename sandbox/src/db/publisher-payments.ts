import { and, desc, eq, getTableColumns, type SQL } from 'drizzle-orm';
import { notFound, refuse } from '../refusal.js';
import { write } from './books.js';
import { drawReference } from './draws.js';
import { findOffer } from './offers.js';
import type { Db } from './open.js';
import { openOrder, type StoredOrder } from './orders.js';
import { settle, type Settlement, type StoredPayment } from './purchase.js';
import { paymentRow } from './sale.js';
import { customers, orders, paymentDetails, paymentMethods, payments } from './schema.js';

/** What a publisher says of a payment that its own connector has tried. */
export interface ReportedPayment {
  orderId: number;
  status: 'authorized' | 'captured' | 'rejected' | 'cancelled';
  /** What was paid with: details that are kept already, or new ones. */
  paymentDetailsId: number | undefined;
  params: Record<string, string> | undefined;
  externalId: string | undefined;
  rejectedReason: string | null;
}

const ofPublisher = (db: Db, publisherId: number) =>
  db
    .select(getTableColumns(payments))
    .from(payments)
    .innerJoin(customers, and(eq(customers.id, payments.customerId), eq(customers.publisherId, publisherId)));

/** A payment of one of the publisher's customers. */
export async function paymentOfPublisher(db: Db, publisherId: number, id: number): Promise<StoredPayment> {
  const [row] = await ofPublisher(db, publisherId).where(eq(payments.id, id));
  if (!row) throw notFound('Payment', id);
  return row;
}

export interface PaymentFilter {
  customerId?: number | undefined;
  orderId?: number | undefined;
  subscriptionId?: number | undefined;
  status?: StoredPayment['status'] | undefined;
}

/** Newest first. */
export function listPayments(
  db: Db,
  publisherId: number,
  { customerId, orderId, subscriptionId, status }: PaymentFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<StoredPayment[]> {
  const wanted: (SQL | undefined)[] = [
    customerId === undefined ? undefined : eq(payments.customerId, customerId),
    orderId === undefined ? undefined : eq(payments.orderId, orderId),
    subscriptionId === undefined ? undefined : eq(payments.subscriptionId, subscriptionId),
    status === undefined ? undefined : eq(payments.status, status),
  ];
  return ofPublisher(db, publisherId)
    .where(and(...wanted))
    .orderBy(desc(payments.id))
    .limit(limit)
    .offset(offset);
}

/** An order of one of the publisher's customers that is still open, locked until the transaction ends. */
export async function openOrderOfPublisher(tx: Db, publisherId: number, id: number, now: number): Promise<StoredOrder> {
  const [order] = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.id, id), eq(orders.publisherId, publisherId)))
    .for('update');
  if (!order) throw notFound('Order', id);
  return openOrder(tx, id, order.customerId, now);
}

/** Takes down what became of an order elsewhere: the sandbox asks no payment provider. */
export function reportPayment(db: Db, publisherId: number, report: ReportedPayment, now: number): Promise<StoredPayment> {
  return db.transaction(async (tx) => {
    const order = await openOrderOfPublisher(tx, publisherId, report.orderId, now);
    const how = await settlementOf(tx, order, report);
    if (report.status === 'captured') return settle(tx, order, how, now);
    const offer = await findOffer(tx, order.offerId, order.country);
    if (!offer) throw notFound('Offer', order.offerId);
    const sale = { ...order, orderId: order.id };
    const details = how.detailsId === undefined ? null : { id: how.detailsId, added: false };
    const row = { ...paymentRow({ sale, offer, how, bought: null, details }, now), status: report.status };
    const { customerId, offerId, total: amount, currency, country } = order;
    const [id] = await write(tx, [
      {
        at: now,
        payment: { ...row, rejectedReason: report.status === 'rejected' ? report.rejectedReason : null },
        events: ({ paymentId }) =>
          report.status === 'rejected'
            ? [
                {
                  type: 'paymentRefused',
                  at: now,
                  publisherId,
                  customerId,
                  offerId,
                  amount,
                  currency,
                  country,
                  gateway: how.gateway,
                  data: { kind: 'initial', paymentId, orderId: order.id, rejectedReason: report.rejectedReason },
                },
              ]
            : [],
      },
    ]);
    return paymentOfPublisher(tx, publisherId, id!);
  });
}

/** Takes an authorised payment, or lets it go. What has the status already stays as it is. */
export function decidePayment(
  db: Db,
  publisherId: number,
  id: number,
  { status, rejectedReason }: { status: 'captured' | 'rejected' | 'cancelled'; rejectedReason: string | null },
  now: number,
): Promise<StoredPayment> {
  return db.transaction(async (tx) => {
    await tx.select({ id: payments.id }).from(payments).where(eq(payments.id, id)).for('update');
    const payment = await paymentOfPublisher(tx, publisherId, id);
    if (payment.status === status) return payment;
    if (payment.status !== 'authorized' || payment.orderId === null)
      throw refuse(`Only an authorized payment can become ${status}: this one is ${payment.status}`);
    if (status === 'captured') {
      const [order] = await tx.select().from(orders).where(eq(orders.id, payment.orderId));
      const { gateway, method, externalId, paymentDetailsId } = payment;
      const kept = paymentDetailsId === null ? {} : { detailsId: paymentDetailsId };
      return settle(tx, order!, { gateway, method, externalId, ...kept }, now, id);
    }
    await tx.update(payments).set({ status, rejectedReason }).where(eq(payments.id, id));
    return paymentOfPublisher(tx, publisherId, id);
  });
}

async function settlementOf(tx: Db, order: StoredOrder, report: ReportedPayment): Promise<Settlement> {
  const externalId = report.externalId ?? (await drawReference(tx, 'payment'));
  if (report.paymentDetailsId !== undefined) {
    const [details] = await tx
      .select()
      .from(paymentDetails)
      .where(and(eq(paymentDetails.id, report.paymentDetailsId), eq(paymentDetails.customerId, order.customerId)));
    if (!details) throw notFound('Payment details', report.paymentDetailsId);
    return { gateway: details.gateway, method: details.method, externalId, detailsId: details.id };
  }
  const [method] = await tx
    .select()
    .from(paymentMethods)
    .where(and(eq(paymentMethods.id, order.paymentMethodId), eq(paymentMethods.publisherId, order.publisherId)));
  if (!method) throw refuse("Order doesn't have paymentMethodId");
  const params = report.params ? { params: report.params } : {};
  return { gateway: method.gateway, method: method.methodName, externalId, ...params };
}
