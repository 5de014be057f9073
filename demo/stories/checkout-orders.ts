import { find, type Rule } from './story.js';

export const as = 'fresh@example.com';
export const offerId = 'S274093615_DE';
export const attributes = { 'offer-id': offerId, 'account-url': '/#/account', 'terms-url': '/' };
export const offer = /^\/offers\/[A-Z]\d+_\w\w$/;
export const orders = /\/orders$/;
export const order = /\/orders\/\d+$/;

export type Fields = Record<string, unknown>;

/** The real answer with some fields changed. */
export const bent = (method: string, path: RegExp, change: (data: Fields) => void): Rule => ({
  method,
  path,
  async answer(call) {
    const answer = await call.pass();
    const json = (await answer.json()) as { responseData: Fields };
    change(json.responseData);
    return Response.json(json);
  },
});

/** Orders are those of the sandbox but for these fields, however often they are asked for or changed. */
export const ordersWith = (fields: Fields): Rule[] => {
  const change = (data: Fields) => void Object.assign(data['order'] as Fields, fields);
  return [bent('POST', orders, change), bent('PATCH', order, change)];
};

/** Costs nothing and needs no details, so that a story can pay without a card. */
export const free: Fields = {
  totalPrice: 0,
  priceBreakdown: { offerPrice: 8.39, discountAmount: 8.39, discountedPrice: 0, taxValue: 0, customerServiceFee: 0, paymentMethodFee: 0 },
  discount: { applied: true, type: 'coupon', periods: 1 },
  couponId: 'FREE100',
  requiredPaymentDetails: false,
};
export const reduced: Fields = {
  totalPrice: 6.99,
  priceBreakdown: {
    offerPrice: 8.39,
    discountAmount: 2.52,
    discountedPrice: 5.87,
    taxValue: 1.12,
    customerServiceFee: 0,
    paymentMethodFee: 0,
  },
  discount: { applied: true, type: 'coupon', periods: 3 },
  couponId: 'SAVE30',
};
export const regular: Fields = {
  totalPrice: 9.99,
  priceBreakdown: { offerPrice: 8.39, discountAmount: 0, discountedPrice: 8.39, taxValue: 1.6, customerServiceFee: 0, paymentMethodFee: 0 },
  discount: { applied: false, type: '', periods: 0 },
};
export const gift: Fields = { ...regular, buyAsAGift: true };

/** Presses our button. */
export const pay = async (element: HTMLElement) => (await find<HTMLButtonElement>(element, 'button[part="submit"]')).click();
