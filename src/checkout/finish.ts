import { CleengError } from '../api/errors.js';
import { finalizeAdyen, type PayPalOutcome } from '../api/payments.js';
import { receiptFromApi, type Receipt } from './order.js';
import { outcomeOf, type Asker } from './outcome.js';
import type { Return } from './return.js';

/**
 * Finishes what the bank's or PayPal's page began.
 * @throws the refusal, when it was not paid there
 */
export async function finish(asker: Asker, back: Return): Promise<Receipt> {
  return back.rail === 'adyen' ? finishAdyen(asker, back.orderId, back.redirectResult) : finishPayPal(asker, back.orderId, back.outcome);
}

async function finishAdyen({ session }: Asker, orderId: number, redirectResult: string): Promise<Receipt> {
  const { payment } = await finalizeAdyen(session.customer, orderId, { redirectResult });
  if (!payment) throw new CleengError('payment-failed', 'The bank asks for another step after its page');
  return receiptFromApi(payment);
}

/** What the address claims is not believed: an open order was not paid, and one that was answers with its payment. */
async function finishPayPal(asker: Asker, orderId: number, outcome: PayPalOutcome): Promise<Receipt> {
  const found = await outcomeOf(asker, orderId);
  if (found.status === 'paid') return receiptFromApi(found.payment);
  if (outcome === 'cancel') throw new CleengError('payment-cancelled', 'The buyer came back from PayPal without paying');
  throw new CleengError('payment-failed', 'PayPal did not pay the order');
}
