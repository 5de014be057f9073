import { html, type TemplateResult } from 'lit';
import type { CheckoutState } from '../../checkout/state.js';
import { errorText, type CleengError } from '../../controllers/error-text.js';
import { button } from '../../ui/button.js';
import { loading, notice } from '../../ui/notice.js';
import { formOf, type Forms } from './forms.js';
import { renderOrder, type OrderView } from './order.js';
import { done, unavailable } from './outcome.js';
import { helpWith } from '../help-with.js';
import { summary } from './summary.js';

export interface PurchaseView extends Omit<OrderView, 'state'> {
  forms: Forms;
}

/** What a viewer sees of a purchase: one view for each of its states. */
export function renderPurchase(view: PurchaseView, state: CheckoutState): TemplateResult {
  const { texts, checkout, forms, help, accountUrl } = view;
  const beside = (offer: Parameters<typeof summary>[1], other: unknown) =>
    html`<div class="columns">
      ${summary(texts, offer)}
      <div class="stack">${other} ${view.redeem}</div>
    </div>`;
  switch (state.status) {
    case 'loading':
      return loading(texts.text('state.loading'));
    case 'finalizing':
      return loading(texts.text('pay.finalizing'));
    case 'failed':
      return notice({ kind: 'error', text: errorText(texts, state.error), more: wayOn(view, state.error) });
    case 'unavailable':
      return unavailable(texts, state, {
        accountUrl,
        help,
        retry: () => void checkout.start(),
        startAs: (gift) => checkout.startAs(gift),
      });
    case 'identify':
    case 'capture':
    case 'consents':
      return beside(state.offer, forms.render(texts, formOf(state)!, help));
    case 'ordering':
      return beside(state.offer, loading(texts.text('state.loading')));
    case 'gift':
    case 'review':
    case 'changing':
    case 'paying':
    case 'action':
    case 'leaving':
      return renderOrder({ ...view, state });
    case 'confirming':
      return loading(texts.text('pay.confirming'));
    case 'pending': {
      const again = button({ label: texts.text('pay.check-again'), onClick: () => void checkout.confirmAccess() });
      return notice({ kind: 'info', text: texts.text('pay.late'), more: html`${again} ${help}` });
    }
    case 'done':
      return done(texts, state, accountUrl);
  }
}

function wayOn({ texts, checkout, help }: PurchaseView, error: CleengError): TemplateResult {
  const again = button({ label: texts.text('action.retry'), onClick: () => void checkout.start() });
  return html`${again} ${helpWith(texts, error, help)}`;
}
