import { answer, give, refuse } from '../network.js';
import { all, control, until } from '../page.js';
import { faultTable, type MutatingCall } from './harness.js';

const OFFER = 'S1_DE';
const OFFER_PATH = /^\/offers\/S1_DE$|\/offers\/S1_DE$/;

const money = (offerPrice: number) => ({
  offerPrice,
  discountAmount: 0,
  discountedPrice: offerPrice,
  taxValue: 0,
  customerServiceFee: 0,
  paymentMethodFee: 0,
});
const offer = (price: number) => ({
  offerId: OFFER,
  offerTitle: 'Monthly',
  offerDescription: null,
  customerPriceInclTax: price,
  discountedCustomerPriceInclTax: null,
  customerCurrency: 'EUR',
  applicableTaxRate: 0,
  period: 'month',
  freeDays: 0,
  freePeriods: 0,
  expiresAt: null,
  startTime: null,
});
const order = (price: number) => ({
  id: 7,
  offerId: OFFER,
  customerId: 7,
  country: 'DE',
  currency: 'EUR',
  totalPrice: price,
  priceBreakdown: money(price),
  taxRate: 0,
  discount: { applied: false, type: '', periods: 0 },
  couponId: null,
  requiredPaymentDetails: price > 0,
  buyAsAGift: false,
  expirationDate: 2_000_000_000,
});
const payment = (totalAmount: number) => ({
  id: 70,
  orderId: 7,
  totalAmount,
  currency: 'EUR',
  paymentMethod: 'manual',
  rejectedReason: null,
});
const METHODS = [
  { id: 1, methodName: 'ideal', paymentGateway: 'adyen' },
  { id: 8, methodName: 'manual', paymentGateway: 'free-offer' },
];
const DROPIN = {
  clientKey: 'test_SANDBOXCLIENTKEY000000000000',
  environment: 'test',
  countryCode: 'DE',
  amount: { value: 999, currency: 'EUR' },
  paymentMethods: [
    { type: 'ideal', name: 'iDEAL' },
    { type: 'gcash', name: 'GCash' },
  ],
};

/** A platform that sells one offer at once, to somebody who has nothing left to do. */
const sells = (price: number) => () => {
  answer('GET', /\/capture\/status$/, give({ isCaptureEnabled: false, shouldCaptureBeDisplayed: false, settings: [] }));
  answer('GET', /\/customers\/\d+\/consents$/, give({ consents: [] }));
  answer('GET', OFFER_PATH, give(offer(price)));
  answer('GET', /\/v2\/offers\//, refuse(404, 'Not found'));
  answer('POST', /\/orders$/, give({ order: order(price) }));
  answer('GET', /\/orders\/7$/, give({ order: order(price) }));
  answer('PATCH', /\/orders\/7$/, give({ order: order(price) }));
  answer('GET', /\/payment-methods$/, give({ paymentMethods: METHODS }));
  answer('POST', /\/adyen\/payment-methods$/, give(DROPIN));
  answer('POST', /\/initial-payment$/, give({ payment: payment(price) }));
  answer('POST', /\/finalize$/, give({ payment: payment(price) }));
  answer('POST', /\/payments$/, give(payment(price)));
  answer('GET', /\/entitlements\//, give({ accessGranted: true, expiresAt: null }));
};

const press = async (element: HTMLElement, label: string) => (await control(element, label)).click();

/** Until the platform has been asked everything that is asked without the viewer. */
const settles = async (checkout: HTMLElement & { readonly view: string }): Promise<void> => {
  await until(() => !['loading', 'ordering', 'finalizing', 'confirming'].includes(checkout.view), 'the end of waiting');
};

async function payWithIdeal(checkout: HTMLElement): Promise<void> {
  const pay = await control(checkout, 'Order with obligation to pay');
  const ideal = await until(() => document.querySelector<HTMLElement>('.adyen-checkout__payment-method--ideal button'), 'iDEAL');
  ideal.click();
  await until(() => document.querySelector('.adyen-checkout__payment-method--selected'), 'iDEAL to be chosen');
  pay.click();
}

const common = {
  tag: 'cleeng-checkout',
  attributes: { 'offer-id': OFFER, lang: 'en' },
  as: 'customer',
  fails: 'cleeng-checkout-error',
  // The login comes in place, and another step is told.
  loses: [],
} as const;
const bought = { events: ['cleeng-checkout-complete'], view: 'done' } as const;

const placeOrder: MutatingCall = {
  ...common,
  name: 'place an order',
  method: 'POST',
  path: /\/orders$/,
  setting: sells(0),
  attempt: (checkout) => settles(checkout),
  again: (checkout) => press(checkout, 'Try again'),
  succeeds: { events: [], view: 'review' },
  refusals: [{ status: 400, code: 'REQ0001', text: 'Invalid request body' }],
};

const applyCoupon: MutatingCall = {
  ...common,
  name: 'apply a coupon',
  method: 'PATCH',
  path: /\/orders\/7$/,
  setting: sells(9.99),
  async attempt(checkout) {
    await press(checkout, 'I have a coupon code');
    await enter(checkout);
  },
  again: (checkout) => enter(checkout),
  fails: 'cleeng-checkout-coupon',
  succeeds: { events: ['cleeng-checkout-coupon'], view: 'review' },
  refusals: [
    { status: 422, text: 'Coupon X not found' },
    { status: 422, text: 'Coupon X not found, it has expired' },
    { status: 422, text: 'Coupon X was already used' },
    { status: 422, text: 'Coupon X is reserved' },
    { status: 422, text: 'Coupon X cannot be applied on this offer' },
  ],
};

async function enter(checkout: HTMLElement): Promise<void> {
  const field = (await until(() => all(checkout, '#coupon')[0], 'the field of a coupon')) as HTMLInputElement;
  field.value = 'X';
  field.form?.requestSubmit();
}

const chooseMethod: MutatingCall = {
  ...common,
  name: 'choose a method',
  method: 'PATCH',
  path: /\/orders\/7$/,
  setting: sells(0),
  attempt: (checkout) => press(checkout, 'Get access'),
  succeeds: bought,
  refusals: [{ status: 422, text: 'Publisher does not have paymentMethodId 8' }],
};

const payNothing: MutatingCall = {
  ...chooseMethod,
  name: 'finish an order that costs nothing',
  method: 'POST',
  path: /\/payments$/,
  refusals: [{ status: 400, code: 'REQ0001', text: 'Payment details are required' }],
};

const PAY_REFUSALS = [
  { status: 422, code: 'ADYEN0002', text: 'Refused' },
  { status: 422, code: 'ADYEN0004', text: 'Error' },
  { status: 422, code: 'ADYEN0005', text: 'Invalid request' },
];

const payByAdyen: MutatingCall = {
  ...common,
  name: 'pay by Adyen',
  method: 'POST',
  path: /\/initial-payment$/,
  setting: sells(9.99),
  attempt: payWithIdeal,
  succeeds: bought,
  refusals: PAY_REFUSALS,
};

const finishAtReturn: MutatingCall = {
  ...common,
  name: 'finish what the bank’s page began',
  method: 'POST',
  path: /\/finalize$/,
  setting: sells(9.99),
  before: () => history.replaceState(history.state, '', '?cleeng-order=7&redirectResult=x'),
  attempt: (checkout) => settles(checkout),
  again: (checkout) => (checkout.view === 'review' ? payWithIdeal(checkout) : press(checkout, 'Try again')),
  succeeds: bought,
  refusals: PAY_REFUSALS,
};

const redeem: MutatingCall = {
  ...common,
  name: 'redeem a gift',
  attributes: { ...common.attributes, 'gift-code': 'GIFT' },
  method: 'POST',
  path: /\/gifts\/redeem\/GIFT$/,
  setting() {
    sells(9.99)();
    answer(
      'GET',
      /\/gifts\/verification\//,
      give({ redeemable: true, redeemMode: 'CREATE', redeemRefusalReason: null, extendedSubscriptionId: null, offerId: OFFER }),
    );
    answer('POST', /\/gifts\/redeem\//, give({}));
  },
  attempt: (checkout) => press(checkout, 'Redeem the gift'),
  succeeds: { events: ['cleeng-checkout-redeem'], view: 'redeem-redeemed' },
  refusals: [],
};

faultTable([placeOrder, applyCoupon, chooseMethod, payNothing, payByAdyen, finishAtReturn, redeem]);
