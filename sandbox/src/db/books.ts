import type { InferInsertModel } from 'drizzle-orm';
import { drawReferences } from './draws.js';
import { record, type NewEvent } from './events.js';
import { inPieces, takeIds } from './ids.js';
import { send, type NewMail } from './mails.js';
import type { Db } from './open.js';
import { payments, transactions } from './schema.js';

/** Without an `externalId` the payment gets a reference of its own: the sandbox plays the payment provider. */
export type NewPayment = Omit<InferInsertModel<typeof payments>, 'id' | 'externalId'> & { externalId?: string };
export type NewTransaction = Omit<InferInsertModel<typeof transactions>, 'id' | 'paymentId'>;

/** The numbers that the rows of an entry were given. */
export interface Numbers {
  paymentId: number | undefined;
  /** As the platform shows it: `T640218859`. */
  transactionId: string | undefined;
}

/** One thing that happened at one moment, with all that has to be written down together. */
export interface Entry {
  at: number;
  payment?: NewPayment;
  /** The payment it belongs to, where that is in the books already. */
  paymentId?: number;
  /** Needs a payment, taken or free. */
  transaction?: NewTransaction;
  events(numbers: Numbers): NewEvent[];
  mails?: NewMail[];
}

/**
 * Writes entries down in their order: payments, transactions, events and e-mails, each table in as few statements as possible.
 * @returns the id of each entry's payment
 */
export async function write(db: Db, entries: readonly Entry[]): Promise<(number | undefined)[]> {
  const paid = entries.filter((entry) => entry.payment);
  const sold = entries.filter((entry) => entry.transaction);
  const paymentIds = numbersFor(paid, await takeIds(db, 'payments', paid.length));
  const transactionIds = numbersFor(sold, await takeIds(db, 'transactions', sold.length));
  const unnamed = paid.filter((entry) => entry.payment?.externalId === undefined);
  const references = numbersFor(unnamed, await drawReferences(db, 'payment', unnamed.length));

  const paymentRows = paid.map((entry) => ({ externalId: references.get(entry) ?? '', ...entry.payment!, id: paymentIds.get(entry)! }));
  for (const piece of inPieces(paymentRows)) await db.insert(payments).values(piece);
  const transactionRows = sold.map((entry) => ({
    ...entry.transaction!,
    id: transactionIds.get(entry)!,
    paymentId: entry.paymentId ?? paymentIds.get(entry) ?? null,
  }));
  for (const piece of inPieces(transactionRows)) await db.insert(transactions).values(piece);

  const happened = entries.flatMap((entry) => {
    const number = transactionIds.get(entry);
    return entry.events({
      paymentId: entry.paymentId ?? paymentIds.get(entry),
      transactionId: number === undefined ? undefined : `T${number}`,
    });
  });
  for (const piece of inPieces(happened)) await record(db, ...piece);
  const letters = entries.flatMap((entry) => entry.mails ?? []);
  for (const piece of inPieces(letters)) await send(db, ...piece);
  return entries.map((entry) => entry.paymentId ?? paymentIds.get(entry));
}

const numbersFor = <T>(entries: readonly Entry[], numbers: readonly T[]) => new Map(entries.map((entry, i) => [entry, numbers[i]!]));
