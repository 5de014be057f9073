import type { Kit } from '../../controllers/kit.js';
import { transactionsOf } from '../../controllers/transactions.js';
import { AccountSection } from '../account-section.js';
import type { TransactionsView } from './views.js';

/**
 * Shows a viewer what they have paid, page by page, with tax, refunds and receipts, and lets them change the delivery of gifts that are not
 * sent yet. The receipt can be printed, and everything downloaded as a table.
 *
 * @summary What a viewer has bought: amounts, tax, receipts, gifts.
 * @fires {AccountChangeEvent} cleeng-account-change - The platform has changed the delivery of a gift (`gift-updated`).
 * @fires {AccountErrorEvent} cleeng-account-error - It has not; the element shows why.
 * @slot heading - Replaces the heading.
 * @slot empty - Shown when nothing was bought.
 * @slot footer - Below everything.
 * @csspart form - Around everything.
 * @csspart heading - The default heading.
 * @csspart transaction - One purchase or refund.
 * @csspart total - What it cost.
 * @csspart summary - A receipt.
 * @csspart submit - The button that saves.
 * @csspart notice - A message about what happened.
 * @csspart badge - A word on how something stands.
 * @csspart button - Any other button.
 * @csspart field - A field with its label, hint and error.
 * @csspart label - The label of a field.
 * @csspart input - What is typed into.
 * @csspart hint - What helps to fill a field.
 * @csspart error - What is wrong with a field.
 */
export class CleengTransactions extends AccountSection<TransactionsView> {
  protected override readonly heading = 'transactions.heading';

  protected override prefetch(kit: Kit): void {
    void transactionsOf(kit, 0)?.load();
  }

  protected override async loadBody() {
    const { Transactions } = await import('./body.js');
    return new Transactions(this);
  }
}
