import type { CheckoutStatus } from 'cleeng-elements';
import { dueCapture } from './capture.js';
import {
  as,
  attributes,
  bent,
  free,
  gift,
  offer,
  order,
  orders,
  ordersWith,
  pay,
  reduced,
  regular,
  type Fields,
} from './checkout-orders.js';
import { redeem } from './checkout-redeem.js';
import { dueConsents } from './consents.js';
import { find, give, hold, refuse, submit, type Call, type Rule, type Story } from './story.js';

const details = /\/v2\/offers\//;

/** Another offer of the seed. */
const selling = (id: string): Story => ({ as, attributes: { ...attributes, 'offer-id': id } });
/** A dead end. */
const deadEnd = (text: string, more: Partial<Story> = {}): Story => ({
  as,
  attributes: { ...attributes, 'support-url': '/' },
  rules: [refuse('POST', orders, 422, text)],
  ...more,
});
const recipient = (email: string) => ({ email, date: '2031-12-24', time: '18:00', note: 'For long winter nights' });

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

const coupon = async (element: HTMLElement, code: string) => {
  (await find<HTMLButtonElement>(element, '.coupon > button')).click();
  const input = await find<HTMLInputElement>(element, '#coupon');
  input.value = code;
  input.form?.requestSubmit();
};
const redirect: Rule = {
  method: 'POST',
  path: /\/paypal\/v1\/tokens$/,
  answer: () => Response.json({ responseData: { redirectUrl: `${location.href.split('#')[0]}#paypal` }, errors: [] }),
};

export const checkout = {
  loading: { attributes, rules: [hold('GET', offer)] },
  failed: { attributes: { ...attributes, 'support-url': '/' }, rules: [refuse('GET', offer, 500, 'Internal Server Error', 'S0001')] },
  unavailable: { attributes, rules: [refuse('GET', offer, 422, 'Offer is blocked for country FR')] },
  'unavailable.not-found': deadEnd("Offer S1 doesn't exist", { rules: [refuse('GET', offer, 422, "Offer S1 doesn't exist")] }),
  'unavailable.inactive': deadEnd('Offer is inactive'),
  'unavailable.owned': deadEnd('Access already granted'),
  'unavailable.not-giftable': deadEnd('Offer cannot be bought as a gift'),
  'unavailable.no-method': deadEnd('', { rules: [give('GET', /\/payment-methods$/, { paymentMethods: [], message: '', status: 1 })] }),
  identify: { attributes },
  'identify.register': {
    attributes,
    act: async (element) => (await find<HTMLButtonElement>(element, 'cleeng-login .cleeng-switch button')).click(),
  },
  capture: { as, attributes, rules: [give('GET', /\/capture\/status$/, dueCapture)] },
  consents: { as, attributes, rules: [give('GET', /\/customers\/\d+\/consents$/, { consents: dueConsents })] },
  ordering: { as, attributes, rules: [hold('POST', orders)] },
  gift: { as, attributes: { ...attributes, gift: '' }, rules: ordersWith(gift) },
  'gift.errors': {
    as,
    attributes: { ...attributes, gift: '' },
    rules: ordersWith(gift),
    act: (element) => submit(element, { email: 'ida@', date: '2020-01-01', time: '', note: '' }, 'form.gift'),
  },
  review: { as, attributes },
  'review.annual': selling('S598310247_DE'),
  'review.quarterly': selling('S730118264_DE'),
  'review.season': selling('S615027743_DE'),
  'review.pass': selling('P830557164_DE'),
  'review.month-pass': selling('P830557165_DE'),
  'review.event': selling('E719204458_DE'),
  'review.rental': selling('R346610927_DE'),
  'review.unlimited': selling('A502938117_DE'),
  'review.free': selling('S401772935_DE'),
  'review.promotion': {
    as,
    attributes,
    rules: [
      bent('GET', offer, (data) => Object.assign(data, { discountedCustomerPriceInclTax: 4.99, discountPeriods: 1, freeDays: 0 })),
      bent('GET', details, (data) =>
        Object.assign(data['price'] as Fields, { rules: [{ from: 1_700_000_000, to: 1_924_902_000, amount: 4.99, name: 'Winter' }] }),
      ),
      ...ordersWith({
        ...regular,
        totalPrice: 4.99,
        priceBreakdown: {
          offerPrice: 4.19,
          discountAmount: 0,
          discountedPrice: 4.19,
          taxValue: 0.8,
          customerServiceFee: 0,
          paymentMethodFee: 0,
        },
      }),
    ],
  },
  'review.united-states': {
    as,
    attributes: { ...attributes, 'offer-id': 'S274093615_US' },
    rules: ordersWith({
      ...regular,
      country: 'US',
      currency: 'USD',
      taxRate: 0,
      totalPrice: 11.99,
      priceBreakdown: {
        offerPrice: 11.99,
        discountAmount: 0,
        discountedPrice: 11.99,
        taxValue: 0,
        customerServiceFee: 0,
        paymentMethodFee: 0,
      },
    }),
  },
  'review.price-changed': {
    as,
    attributes,
    rules: ordersWith({
      ...regular,
      currency: 'USD',
      totalPrice: 10.99,
      priceBreakdown: {
        offerPrice: 9.24,
        discountAmount: 0,
        discountedPrice: 9.24,
        taxValue: 1.75,
        customerServiceFee: 0,
        paymentMethodFee: 0,
      },
    }),
  },
  'review.fees': {
    as,
    attributes,
    rules: ordersWith({
      ...regular,
      totalPrice: 11.29,
      priceBreakdown: {
        offerPrice: 8.39,
        discountAmount: 0,
        discountedPrice: 8.39,
        taxValue: 1.6,
        customerServiceFee: 0.5,
        paymentMethodFee: 0.8,
      },
    }),
  },
  'review.coupon': { as, attributes, rules: ordersWith(reduced) },
  'review.coupon-open': { as, attributes, act: async (element) => (await find<HTMLButtonElement>(element, '.coupon > button')).click() },
  'review.coupon-refused': {
    as,
    attributes,
    rules: [refuse('PATCH', order, 422, 'Coupon WINTER cannot be applied on this offer')],
    act: (element) => coupon(element, 'WINTER'),
  },
  'review.coupon-full': { as, attributes, rules: ordersWith(free) },
  'review.gift': {
    as,
    attributes: { ...attributes, gift: '' },
    rules: ordersWith(gift),
    act: (element) => submit(element, recipient('ida@example.com'), 'form.gift'),
  },
  'review.refused': {
    as,
    attributes: { ...attributes, 'support-url': '/' },
    rules: [...ordersWith(free), refuse('POST', /\/payments$/, 422, 'Refused', 'ADYEN0002')],
    act: pay,
  },
  changing: { as, attributes, rules: [hold('PATCH', order)], act: (element) => coupon(element, 'SAVE30') },
  paying: { as, attributes, rules: [...ordersWith(free), hold('POST', /\/payments$/)], act: pay },
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
  leaving: { as, attributes, rules: [redirect], act: async (element) => (await find<HTMLButtonElement>(element, 'button.paypal')).click() },
  finalizing: { as, attributes, query: { 'cleeng-order': '1', redirectResult: 'x' }, rules: [hold('POST', /\/finalize$/)] },
  confirming: {
    as,
    attributes,
    rules: [...ordersWith(free), payment, hold('GET', /\/entitlements\//)],
    act: pay,
  },
  pending: {
    as,
    attributes: { ...attributes, 'support-url': '/' },
    rules: [...ordersWith(free), payment, give('GET', /\/entitlements\//, { accessGranted: false, expiresAt: null })],
    act: pay,
  },
  done: {
    as,
    attributes,
    rules: [...ordersWith(free), payment, give('GET', /\/entitlements\//, { accessGranted: true, expiresAt: null })],
    act: pay,
  },
  'done.gift': {
    as,
    attributes: { ...attributes, gift: '' },
    rules: [...ordersWith({ ...free, buyAsAGift: true }), payment],
    async act(element) {
      await submit(element, recipient('ida@example.com'), 'form.gift');
      await pay(element);
    },
  },
  ...redeem,
} satisfies Record<CheckoutStatus, Story> & Record<string, Story>;
