import { html, nothing, type TemplateResult } from 'lit';
import type { Checkout } from '../../checkout/checkout.js';
import type { Part } from '../../controllers/part.js';
import type { CouponField } from './coupon.js';
import type { GiftParts } from './gift.js';
import { partFailed } from './part-failed.js';
import { renderPayment, type PaymentView } from './payment.js';
import { summary } from './summary.js';

export interface OrderView extends Omit<PaymentView, 'onPay'> {
  checkout: Checkout;
  coupon: CouponField;
  gifts: Part<GiftParts>;
  /** The publisher sells it as a gift only: nobody is asked. */
  giftOnly: boolean;
  /** The way to redeem a gift instead. */
  redeem: TemplateResult | typeof nothing;
}

/** The order: its lines and coupon on one side; for whom it is, and how it is paid, on the other. */
export function renderOrder(view: OrderView): TemplateResult {
  const { texts, state, checkout, coupon, rails, help } = view;
  const editing = state.status === 'gift' || (state.status === 'changing' && state.from === 'gift');
  const onPay = () => (state.order.needsDetails ? rails.submit() : void checkout.payer.payNothing());
  return html`<div class="columns">
    ${summary(texts, state.offer, state.order, coupon.render(texts, state, checkout.changes, help))}
    <div class="stack">
      ${renderGift(view, editing)} ${editing ? nothing : renderPayment({ ...view, onPay })}
      <div ?inert=${state.status !== 'review'}>${editing ? nothing : view.redeem}</div>
    </div>
  </div>`;
}

/** For whom it is; fetched only for offers that can be given away. */
function renderGift({ texts, state, checkout, gifts: part, giftOnly, help }: OrderView, editing: boolean): unknown {
  const { offer, order, delivery } = state;
  if (!offer.giftable && !order.gift) return nothing;
  const gifts = part.value;
  if (!gifts) return part.failed && order.gift ? partFailed(texts, part, help) : nothing;
  const { changes } = checkout;
  const choice = offer.giftable && !giftOnly ? gifts.renderChoice(state, changes) : nothing;
  if (!order.gift) return choice;
  if (editing) return html`${choice} ${gifts.renderForm(state, changes, help)}`;
  return html`${choice} ${delivery ? gifts.renderSummary(delivery, state, changes) : nothing}`;
}
