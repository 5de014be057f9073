import type { CheckoutStatus } from 'cleeng-elements';
import { dueCapture } from './capture.js';
import { find, give, hold, refuse, type Call, type Rule, type Story } from './story.js';

const as = 'fresh@example.com';
const attributes = { 'offer-id': 'S274093615_DE', 'account-url': '/#/account', 'terms-url': '/' };
const offer = /\/offers\/S\w+$/;
const orders = /\/orders$/;

/** The same order as one that costs nothing and needs no details, so that a story can pay without a card. */
const freeOrder: Rule = {
  method: 'POST',
  path: orders,
  async answer(call) {
    const answer = (await (await call.pass()).json()) as { responseData: { order: object } };
    const lines = { offerPrice: 8.39, discountAmount: 8.39, discountedPrice: 0, taxValue: 0, customerServiceFee: 0, paymentMethodFee: 0 };
    const discount = { applied: true, type: 'coupon', periods: 1 };
    Object.assign(answer.responseData.order, { totalPrice: 0, priceBreakdown: lines, discount, requiredPaymentDetails: false });
    return Response.json(answer);
  },
};
const chosen: Rule = {
  method: 'PATCH',
  path: /\/orders\/\d+$/,
  async answer(call) {
    const answer = (await (await call.pass()).json()) as { responseData: { order: object } };
    Object.assign(answer.responseData.order, { totalPrice: 0 });
    return Response.json(answer);
  },
};
const payment = give('POST', /\/payments$/, {
  id: 1,
  orderId: 1,
  status: 'captured',
  totalAmount: 0,
  amount: 0,
  taxValue: 0,
  paymentMethodFee: 0,
  customerServiceFee: 0,
  currency: 'EUR',
  country: 'DE',
  customerId: 1,
  paymentGateway: 'coupon',
  paymentMethod: 'manual',
  externalPaymentId: '',
  couponId: null,
  offerType: 'subscription',
  rejectedReason: null,
  refundedReason: null,
  paymentDetailsId: null,
  paymentOperation: 'initial-free-transaction',
});
const pay = async (element: HTMLElement) => (await find<HTMLButtonElement>(element, 'button[part="submit"]')).click();

/** Pays with a card that asks for a challenge, whatever was chosen on the page. */
const challenge: Rule = {
  method: 'POST',
  path: /\/initial-payment$/,
  answer: (call: Call) =>
    call.pass({
      ...(call.body as object),
      paymentMethod: {
        type: 'scheme',
        encryptedCardNumber: 'test_4212345678910006',
        encryptedExpiryMonth: 'test_03',
        encryptedExpiryYear: 'test_2030',
        encryptedSecurityCode: 'test_737',
      },
    }),
};

export const checkout = {
  loading: { attributes, rules: [hold('GET', offer)] },
  failed: { attributes: { ...attributes, 'support-url': '/' }, rules: [refuse('GET', offer, 500, 'Internal Server Error', 'S0001')] },
  unavailable: { attributes, rules: [refuse('GET', offer, 422, 'Offer is blocked for country FR')] },
  identify: { attributes },
  capture: { as, attributes, rules: [give('GET', /\/capture\/status$/, dueCapture)] },
  ordering: { as, attributes, rules: [hold('POST', orders)] },
  review: { as, attributes },
  paying: { as, attributes, rules: [freeOrder, chosen, hold('POST', /\/payments$/)], act: pay },
  action: {
    as,
    attributes,
    rules: [challenge],
    async act(element) {
      await find(element, 'button[part="submit"]');
      (await find<HTMLElement>(document, '.adyen-checkout__payment-method--ideal button')).click();
      await find(document, '.adyen-checkout__payment-method--ideal.adyen-checkout__payment-method--selected');
      await pay(element);
    },
  },
  leaving: {
    as,
    attributes,
    rules: [
      {
        method: 'POST',
        path: /\/paypal\/v1\/tokens$/,
        answer: () => Response.json({ responseData: { redirectUrl: `${location.href.split('#')[0]}#paypal` }, errors: [] }),
      },
    ],
    act: async (element) => (await find<HTMLButtonElement>(element, 'button.paypal')).click(),
  },
  finalizing: { as, attributes, query: { 'cleeng-order': '1', redirectResult: 'x' }, rules: [hold('POST', /\/finalize$/)] },
  confirming: {
    as,
    attributes,
    rules: [freeOrder, chosen, payment, give('GET', /\/entitlements\//, { accessGranted: false, expiresAt: null })],
    act: pay,
  },
  done: {
    as,
    attributes,
    rules: [freeOrder, chosen, payment, give('GET', /\/entitlements\//, { accessGranted: true, expiresAt: null })],
    act: pay,
  },
} satisfies Record<CheckoutStatus, Story>;
