import type { PlanView } from 'cleeng-elements';
import { find, give, hold, refuse, type Rule, type Story } from './story.js';

const offers = /\/customers\/\d+\/offers$/;
const availability = /\/availability$/;
const retention = /\/customers\/retention_actions\/[^/]+$/;
const change = /\/customers\/\d+\/subscriptions$/;

/** Presses a button of the element's frame by what it says. */
async function press(element: HTMLElement, label: string): Promise<void> {
  for (;;) {
    await find(element, '.actions button, .offer button');
    const buttons = [...(element.shadowRoot?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
    const button = buttons.find(({ textContent }) => textContent?.trim() === label);
    if (button) return button.click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
const pressing =
  (...labels: string[]) =>
  async (element: HTMLElement) => {
    for (const label of labels) await press(element, label);
  };

/** Somebody of the seed, with the plan they have. */
const person = (name: string): Story => ({ view: 'plans', as: `${name}@example.com`, attributes: { 'payment-url': '/#/account' } });

const option = {
  toOfferId: 'S598310247_DE',
  title: 'Nordlicht Annual',
  switchDirection: 'upgrade',
  price: 89.99,
  currency: 'EUR',
  currencySymbol: '€',
  period: 'year',
  nextPaymentPrice: 89.99,
  nextPaymentPriceCurrency: 'EUR',
  nextPaymentPriceCurrencySymbol: '€',
};
const algorithms = {
  deferred: 'DEFERRED',
  immediate: 'IMMEDIATE_WITHOUT_PRORATION',
  charge: 'IMMEDIATE_AND_CHARGE_WITHOUT_PRORATION',
  'full-price': 'IMMEDIATE_AND_CHARGE_FULL_PRICE',
  refund: 'IMMEDIATE_AND_CHARGE_WITH_REFUND',
  'full-refund': 'IMMEDIATE_AND_CHARGE_WITH_FULL_REFUND',
  time: 'IMMEDIATE_WITH_TIME_PRORATION',
  'charge-time': 'IMMEDIATE_AND_CHARGE_WITH_TIME_PRORATION',
} as const;

/** What a viewer confirms, for each way a change is settled. */
const confirmations = Object.fromEntries(
  Object.entries(algorithms).map(([name, algorithm]) => [
    `confirm-change-${name}`,
    {
      view: 'confirm-change',
      as: 'active@example.com',
      rules: [
        give('GET', availability, { available: [{ ...option, algorithm, couponNotApplicable: name === 'full-price' }], unavailable: [] }),
      ],
      act: pressing('Change plan', 'Choose Nordlicht Annual'),
    } satisfies Story,
  ]),
);

const REASONS = [
  'TO_OFFER_COUNTRY_NOT_ALLOWED',
  'ALREADY_HAS_ACCESS',
  'TO_FREE_OFFER_NOT_ALLOWED',
  'SUBSCRIPTION_WITH_COUPON_NOT_ALLOWED',
  'SWITCH_IN_PROGRESS',
  'MISSING_PAYMENT_DETAILS',
  'MISSING_PAYMENT_FOR_PRORATION',
];

const refusedCoupon = (text: string): Story => ({
  view: 'coupon',
  as: 'active@example.com',
  rules: [refuse('PATCH', /\/subscriptions\/\d+$/, 422, `Coupon X ${text}`)],
  act: async (element) => {
    await press(element, 'Use a coupon');
    (await find<HTMLInputElement>(element, 'input[name=code]')).value = 'X';
    await press(element, 'Use coupon');
  },
});

const noOffer: Rule = give('GET', retention, {
  offerId: 'S274093615_DE',
  type: '',
  extensionDetails: null,
  downgradeDetails: { offers: [] },
  pauseDetails: {},
});

export const plan = {
  'signed-out': {},
  loading: { as: 'viewer@example.com', rules: [hold('GET', offers)] },
  failed: { as: 'viewer@example.com', rules: [refuse('GET', offers, 500, 'Internal Server Error', 'S0001')] },
  'no-plan': { as: 'fresh@example.com', attributes: { 'offers-url': '/' } },
  plans: { as: 'active@example.com' },
  trial: person('trial'),
  cancelled: person('cancelled'),
  'payment-problem': { ...person('grace'), attributes: { 'payment-url': '/#/account', 'grace-days': '14' } },
  authentication: person('authentication'),
  terminated: { ...person('terminated'), view: 'no-plan' },
  lapsed: { ...person('lapsed'), view: 'no-plan' },
  paused: person('paused'),
  upgrade: person('upgrade'),
  downgrade: person('downgrade'),
  gifted: person('gifted'),
  pass: person('pass'),
  rental: person('rental'),
  event: person('event'),
  season: person('season'),
  apple: person('apple'),
  android: person('android'),
  roku: person('roku'),
  amazon: person('amazon'),
  samsung: person('samsung'),
  vizio: person('vizio'),
  several: person('several'),
  twice: person('twice'),
  'cancel-loading': { as: 'active@example.com', rules: [hold('GET', retention)], act: pressing('Cancel plan') },
  cancel: { as: 'active@example.com', rules: [noOffer], act: pressing('Cancel plan') },
  'cancel-extension': { view: 'cancel', as: 'active@example.com', act: pressing('Cancel plan') },
  'cancel-downgrade': { view: 'cancel', as: 'viewer@example.com', act: pressing('Cancel plan') },
  'cancel-pause': { view: 'cancel', as: 'paypal@example.com', act: pressing('Cancel plan') },
  'cancel-failed': {
    view: 'cancel',
    as: 'active@example.com',
    rules: [noOffer, refuse('PATCH', change, 500, 'Internal Server Error', 'S0001')],
    act: pressing('Cancel plan', 'Cancel plan now'),
  },
  'change-loading': { as: 'active@example.com', rules: [hold('GET', availability)], act: pressing('Change plan') },
  'change-failed': {
    as: 'active@example.com',
    rules: [refuse('GET', availability, 500, 'Internal Server Error', 'S0001')],
    act: pressing('Change plan'),
  },
  change: { as: 'active@example.com', act: pressing('Change plan') },
  'change-reasons': {
    view: 'change',
    as: 'active@example.com',
    rules: [
      give('GET', availability, {
        available: [],
        unavailable: REASONS.map((code, i) => ({
          ...option,
          toOfferId: `S10000000${i}_DE`,
          algorithm: 'DEFERRED',
          reason: { code, message: code },
        })),
      }),
    ],
    act: pressing('Change plan'),
  },
  'change-impossible': {
    view: 'change',
    as: 'active@example.com',
    rules: [
      give('GET', availability, {
        available: [],
        unavailable: [],
        unavailableReason: { code: 'PAYMENT_GATEWAY_NOT_SUPPORTED', message: 'PAYMENT_GATEWAY_NOT_SUPPORTED' },
      }),
    ],
    act: pressing('Change plan'),
  },
  'confirm-change': { as: 'active@example.com', act: pressing('Change plan', 'Choose Nordlicht Annual') },
  ...confirmations,
  coupon: { as: 'active@example.com', act: pressing('Use a coupon') },
  'coupon-not-found': refusedCoupon('not found'),
  'coupon-not-applicable': refusedCoupon('cannot be applied on this offer'),
  'coupon-not-for-subscription': refusedCoupon('cannot be applied on existing subscription'),
  'coupon-reserved': refusedCoupon('is reserved'),
  'coupon-applied': refusedCoupon('is already applied'),
  'coupon-used': refusedCoupon('was already used'),
  pause: { as: 'active@example.com', act: pressing('Pause plan') },
} satisfies Record<PlanView, Story> & Record<string, Story>;
