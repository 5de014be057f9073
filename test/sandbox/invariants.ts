import assert from 'node:assert/strict';
import { couponUses, events, gifts, holdings, orders, payments, transactions } from '../../sandbox/src/db/schema.js';
import type { Db } from '../../sandbox/src/db/open.js';
import { dueAt } from '../../sandbox/src/rules/lifecycle.js';
import { parsePeriod } from '../../sandbox/src/rules/periods.js';

const DAY = 86_400;

/** Everything a check needs, read at once. */
export async function readBooks(db: Db) {
  return {
    payments: await db.select().from(payments).orderBy(payments.id),
    transactions: await db.select().from(transactions).orderBy(transactions.id),
    holdings: await db.select().from(holdings).orderBy(holdings.id),
    orders: await db.select().from(orders),
    gifts: await db.select().from(gifts),
    couponUses: await db.select().from(couponUses),
    events: await db.select().from(events).orderBy(events.id),
  };
}

export type Books = Awaited<ReturnType<typeof readBooks>>;

/** What holds in every world at every moment, whatever anybody did. */
export function checkBooks(books: Books, now: number): void {
  checkMoney(books);
  checkPeriods(books, now);
  checkExplanations(books);
  checkLog(books);
}

/** Money adds up: every payment taken has one line that says the same, every refund goes back to the payment it came from. */
function checkMoney({ payments, transactions, orders }: Books): void {
  const orderIds = payments.flatMap(({ orderId }) => (orderId === null ? [] : [orderId]));
  assert.equal(new Set(orderIds).size, orderIds.length, 'an order was charged twice');
  for (const payment of payments) {
    const lines = transactions.filter(({ paymentId }) => paymentId === payment.id);
    const sales = lines.filter(({ kind }) => kind !== 'refund');
    const refunds = lines.filter(({ kind }) => kind === 'refund');
    assert.equal(sales.length, payment.status === 'rejected' ? 0 : 1, `payment ${payment.id} has ${sales.length} lines`);
    for (const line of sales) assert.deepEqual([line.priceInclTax, line.tax], [payment.total, payment.tax], `payment ${payment.id}`);
    assert.equal(0 - sum(refunds.map(({ priceInclTax }) => priceInclTax)), payment.refundedAmount, `refunds of payment ${payment.id}`);
    assert.ok(payment.refundedAmount <= payment.total, `more was given back than payment ${payment.id} took`);
    const order = orders.find(({ id }) => id === payment.orderId);
    if (order)
      assert.deepEqual(
        [payment.total, payment.tax],
        [order.total, order.taxAmount],
        `payment ${payment.id} is not what order ${order.id} says`,
      );
  }
  for (const line of transactions) {
    assert.equal(line.priceExclTax + line.tax, line.priceInclTax, `transaction ${line.id} does not add up`);
    assert.ok(
      payments.some(({ id }) => id === line.paymentId),
      `transaction ${line.id} has no payment`,
    );
  }
  for (const { id, offerPrice, discountAmount, taxAmount, methodFee, serviceFee, total } of orders)
    assert.equal(offerPrice - discountAmount + taxAmount + methodFee + serviceFee, total, `order ${id} does not add up`);
}

/** Nothing is overdue, and the paid periods of a subscription follow each other without overlap or gap. */
function checkPeriods({ holdings, events }: Books, now: number): void {
  for (const held of holdings) {
    assert.equal(held.dueAt, dueAt(held) ?? null, `the database has another due date for holding ${held.id} than the rules`);
    assert.ok(held.dueAt === null || held.dueAt > now, `holding ${held.id} is overdue`);
    assert.ok(held.expiresAt === null || held.expiresAt > held.startedAt, `holding ${held.id} ends before it starts`);
  }
  const renewals = new Map<number, number>();
  for (const { type, subscriptionId, data } of events) {
    if (subscriptionId === null) continue;
    if (type !== 'subscriptionRenewed' && type !== 'trialConverted') {
      // Whatever else gives time or takes it begins a new row of periods.
      if (['subscriptionExtended', 'subscriptionUnpaused', 'subscriptionSwitched'].includes(type)) renewals.delete(subscriptionId);
      continue;
    }
    const before = renewals.get(subscriptionId);
    const end = Number(data['expiresAt']);
    const held = holdings.find(({ id }) => id === subscriptionId)!;
    if (before !== undefined)
      assert.ok(isOnePeriod(held.period, end - before), `subscription ${subscriptionId} was renewed from ${before} to ${end}`);
    renewals.set(subscriptionId, end);
  }
  for (const held of holdings) {
    const end = renewals.get(held.id);
    // What is cancelled while it is paused ends at once.
    if (end !== undefined && held.status === 'active')
      assert.equal(held.expiresAt, end, `holding ${held.id} has another end than was paid for`);
  }
}

function isOnePeriod(name: string | null, seconds: number): boolean {
  const period = parsePeriod(name);
  if (!period) return false;
  const [least, most] = { day: [1, 1], week: [7, 7], month: [28, 31], year: [365, 366], season: [0, Infinity], hour: [0, 0] }[
    period.unit
  ] as [number, number];
  return seconds >= least * period.amount * DAY && seconds <= most * period.amount * DAY;
}

/** Whatever anybody has was paid for, given, or taken in exchange; and nobody has the same plan twice here. */
function checkExplanations({ holdings, transactions, gifts, events }: Books): void {
  const bought = new Set(transactions.filter(({ targetType }) => targetType !== 'giftId').map(({ targetId }) => targetId));
  const given = new Set(gifts.map(({ subscriptionId }) => subscriptionId));
  const exchanged = new Set(events.filter(({ type }) => type === 'subscriptionSwitched').map(({ subscriptionId }) => subscriptionId));
  for (const { id } of holdings) assert.ok(bought.has(id) || given.has(id) || exchanged.has(id), `nothing explains holding ${id}`);
  const running = holdings.filter(({ offerId, status, store }) => offerId.startsWith('S') && status === 'active' && store === null);
  const plans = running.map(({ customerId, offerId }) => `${customerId} ${offerId}`);
  assert.equal(new Set(plans).size, plans.length, `somebody has the same plan twice: ${plans.join(', ')}`);
  for (const gift of gifts)
    assert.ok(
      transactions.some(({ targetType, targetId }) => targetType === 'giftId' && targetId === gift.id),
      `nobody paid for gift ${gift.id}`,
    );
}

const LIVE = ['active', 'cancelled', 'paused'];

/** Every event is in the log once, in order of time, and the log alone tells what the tables say. */
function checkLog({ events, transactions, payments, holdings, gifts, couponUses }: Books): void {
  const of = (...types: string[]) => events.filter(({ type }) => types.includes(type));
  const sorted = (list: readonly unknown[]) => list.map(String).sort();
  events.forEach((event, i) => assert.ok(i === 0 || event.at >= events[i - 1]!.at, `event ${event.id} (${event.type}) is out of order`));

  const told = of('transactionCreated', 'refundPayment');
  assert.deepEqual(sorted(told.map(({ data }) => data['transactionId'])), sorted(transactions.map(({ id }) => `T${id}`)));
  assert.equal(sum(told.map(({ amount }) => amount ?? 0)), sum(transactions.map(({ priceInclTax }) => priceInclTax)));
  const refused = of('paymentRefused').flatMap(({ data }) => (data['paymentId'] === undefined ? [] : [data['paymentId']]));
  assert.deepEqual(sorted(refused), sorted(payments.filter(({ status }) => status === 'rejected').map(({ id }) => id)));

  const live = new Set<number>();
  for (const { type, subscriptionId, data } of events) {
    if (type === 'subscriptionCreated' || type === 'subscriptionSwitched') live.add(subscriptionId!);
    if (type === 'subscriptionSwitched') assert.ok(live.delete(Number(data['fromSubscriptionId'])));
    if (type === 'subscriptionExpired' || type === 'subscriptionTerminated') assert.ok(live.delete(subscriptionId!));
  }
  const subscriptions = holdings.filter(({ offerId }) => offerId.startsWith('S'));
  assert.deepEqual(sorted([...live]), sorted(subscriptions.filter(({ status }) => LIVE.includes(status)).map(({ id }) => id)));

  const passes = new Set(of('passBought').map(({ data }) => Number(data['passId'])));
  for (const { data } of of('passExpired')) assert.ok(passes.delete(Number(data['passId'])));
  const others = holdings.filter(({ offerId, status }) => !offerId.startsWith('S') && LIVE.includes(status));
  assert.deepEqual(sorted([...passes]), sorted(others.map(({ id }) => id)));

  assert.equal(of('giftBought').length, gifts.length);
  assert.equal(of('giftReadyForDelivery').length, gifts.filter(({ sentAt }) => sentAt !== null).length);
  assert.equal(of('giftRedeemed').length, gifts.filter(({ redeemedAt }) => redeemedAt !== null).length);
  assert.equal(of('couponApplied').length, couponUses.filter(({ customerId }) => customerId !== 0).length);
}

const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);
