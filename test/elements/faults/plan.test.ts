import { answer, give } from '../network.js';
import { control, until } from '../page.js';
import { faultTable, type MutatingCall } from './harness.js';

const DAY = 86_400;
const END = Math.floor(Date.now() / 1000) + 10 * DAY;
const PLAN = {
  subscriptionId: 590417722,
  offerId: 'S274093615_DE',
  offerTitle: 'Nordlicht Monthly',
  offerType: 'S',
  status: 'active',
  startedAt: END - 30 * DAY,
  expiresAt: END,
  nextPaymentPrice: 9.99,
  nextPaymentCurrency: 'EUR',
  nextPaymentAt: END - 3 * DAY,
  paymentGateway: 'adyen',
  paymentMethod: 'card',
  externalPaymentId: '',
  inTrial: false,
  pendingSwitchId: null as string | null,
  period: 'month',
  totalPrice: 9.99,
  customerCurrency: 'EUR',
  isExternallyManaged: false,
};
const PAUSE = { requestedAt: END - DAY, pauseDate: END, resumeDate: END + 30 * DAY, failedResumes: [] };
const SWITCH = {
  id: 'switch-1',
  customerId: 7,
  direction: 'downgrade',
  algorithm: 'DEFERRED',
  fromOfferId: PLAN.offerId,
  toOfferId: 'S556201387_DE',
  subscriptionId: String(PLAN.subscriptionId),
  status: 'pending',
  createdAt: 0,
  updatedAt: 0,
};
const OPTION = {
  toOfferId: SWITCH.toOfferId,
  title: 'Nordlicht Weekly',
  switchDirection: 'downgrade',
  algorithm: 'DEFERRED',
  price: 3.49,
  currency: 'EUR',
  currencySymbol: '€',
  period: 'week',
  nextPaymentPrice: 3.49,
  nextPaymentPriceCurrency: 'EUR',
  nextPaymentPriceCurrencySymbol: '€',
};
const NO_OFFER = { offerId: PLAN.offerId, type: '', extensionDetails: null, downgradeDetails: { offers: [] }, pauseDetails: {} };

/** The viewer's plan, and how the platform confirms a change of it. */
function setting(plan: object, ...answers: readonly [method: string, path: RegExp, data: unknown][]): () => void {
  return () => {
    answer('GET', /\/customers\/\d+\/offers$/, give({ items: [{ ...PLAN, ...plan }] }));
    answer('GET', /\/v2\/offers\//, give({ pause: { maxBillingCycles: 3 } }));
    answer('GET', /\/retention_actions\//, give(NO_OFFER));
    answer('GET', /\/availability$/, give({ available: [OPTION], unavailable: [] }));
    answer('GET', /\/subscription_switches$/, give([]));
    answer('GET', /\/subscription_switches\/[\w-]+$/, give(SWITCH));
    for (const [method, path, data] of answers) answer(method, path, give(data));
  };
}

const press = async (element: HTMLElement, label: string) => (await control(element, label)).click();
const pressing =
  (...labels: string[]) =>
  async (element: HTMLElement) => {
    for (const label of labels) await press(element, label);
  };

const common = { tag: 'cleeng-plan', as: 'customer', fails: 'cleeng-account-error' } as const;
const succeeds = { events: ['cleeng-account-change'], view: 'plans' };
const INVALID = { status: 400, code: 'REQ0001', text: 'Invalid request body' };
const EXTERNAL = { status: 422, text: 'Subscription is externally managed' };
const STATUS = /\/customers\/\d+\/subscriptions$/;
const updated = (status: string) => ({ offerId: PLAN.offerId, status, expiresAt: END });

const cancel: MutatingCall = {
  ...common,
  name: 'cancel a plan',
  setting: setting({}, ['PATCH', STATUS, updated('cancelled')]),
  method: 'PATCH',
  path: STATUS,
  attempt: pressing('Cancel plan', 'Cancel plan now'),
  again: pressing('Cancel plan now'),
  succeeds,
  refusals: [INVALID, EXTERNAL, { status: 422, text: 'Subscription for offer S274093615_DE not found' }],
};

const resume: MutatingCall = {
  ...common,
  name: 'resume a plan',
  setting: setting({ status: 'cancelled' }, ['PATCH', STATUS, updated('active')]),
  method: 'PATCH',
  path: STATUS,
  attempt: pressing('Resume plan'),
  succeeds,
  refusals: [INVALID, EXTERNAL],
};

const PAUSING = /\/subscriptions\/\d+\/pause$/;
const pause: MutatingCall = {
  ...common,
  name: 'pause a plan',
  setting: setting({}, ['POST', PAUSING, { pause: PAUSE }]),
  method: 'POST',
  path: PAUSING,
  attempt: async (element) => {
    await press(element, 'Pause plan');
    await until(() => element.view === 'pause', 'the panel');
    element.shadowRoot?.querySelector('form')?.requestSubmit();
  },
  again: (element) => element.shadowRoot?.querySelector('form')?.requestSubmit(),
  succeeds,
  refusals: [INVALID, EXTERNAL, { status: 422, text: 'The offer cannot be paused' }],
};

const RESUMING = /\/subscriptions\/\d+\/resume$/;
const unpause: MutatingCall = {
  ...common,
  name: 'end a pause',
  setting: setting({ status: 'paused', pause: PAUSE }, ['POST', RESUMING, { pause: null }]),
  method: 'POST',
  path: RESUMING,
  attempt: pressing('End the pause now'),
  succeeds,
  refusals: [INVALID, { status: 422, text: 'Refused: the subscription could not be paid for and stays paused' }],
};

const SWITCHING = /\/subscription_switches\/S\d+_DE$/;
const change: MutatingCall = {
  ...common,
  name: 'change to another plan',
  setting: setting({}, ['POST', SWITCHING, SWITCH]),
  method: 'POST',
  path: SWITCHING,
  attempt: pressing('Change plan', 'Choose Nordlicht Weekly', 'Change later'),
  again: pressing('Change later'),
  succeeds,
  refusals: [
    INVALID,
    EXTERNAL,
    { status: 422, code: 'SWITCH_IN_PROGRESS', text: 'Another switch of the subscription is in progress' },
    { status: 422, code: 'MISSING_PAYMENT_DETAILS', text: 'The customer has no active payment details' },
  ],
};

const TAKING_BACK = /\/subscription_switches\/switch-1$/;
const takeBack: MutatingCall = {
  ...common,
  name: 'take a change of plan back',
  setting: setting({ pendingSwitchId: SWITCH.id }, ['PATCH', TAKING_BACK, { ...SWITCH, status: 'cancelled' }]),
  method: 'PATCH',
  path: TAKING_BACK,
  attempt: pressing('Keep Nordlicht Monthly instead'),
  succeeds,
  refusals: [INVALID, { status: 422, text: 'Only a pending switch can be cancelled: this one is finished' }],
};

const COUPON = /\/customers\/\d+\/subscriptions\/\d+$/;
const useCode = (element: HTMLElement) => {
  const code = element.shadowRoot?.querySelector<HTMLInputElement>('input[name=code]');
  if (code) code.value = 'SAVE30';
  code?.form?.requestSubmit();
};
const coupon: MutatingCall = {
  ...common,
  name: 'use a coupon',
  setting: setting({}, ['PATCH', COUPON, { ...updated('active'), subscriptionId: PLAN.subscriptionId, nextPaymentPrice: 6.99 }]),
  method: 'PATCH',
  path: COUPON,
  attempt: async (element) => {
    await press(element, 'Use a coupon');
    await until(() => element.view === 'coupon', 'the panel');
    useCode(element);
  },
  again: useCode,
  succeeds,
  refusals: [
    INVALID,
    EXTERNAL,
    ...[
      'not found',
      'not found, it has expired',
      'is reserved',
      'is already applied',
      'was already used',
      'cannot be applied on this offer',
      'cannot be applied on existing subscription',
    ].map((text) => ({ status: 422, text: `Coupon SAVE30 ${text}` })),
  ],
};

const STAYING = /\/customers\/retention_actions$/;
const stay: MutatingCall = {
  ...common,
  name: 'stay for the free time',
  setting: () => {
    setting({}, ['POST', STAYING, { ...updated('active'), expiresAt: END + 7 * DAY }])();
    const offer = { ...NO_OFFER, type: 'FREE_EXTENSION', extensionDetails: { periodUnit: 'week', amount: 1 } };
    answer('GET', /\/retention_actions\//, give(offer));
  },
  method: 'POST',
  path: STAYING,
  attempt: pressing('Cancel plan', 'Stay with 1 week free'),
  again: pressing('Stay with 1 week free'),
  succeeds,
  refusals: [INVALID, { status: 422, text: 'There is no free extension for offer S274093615_DE' }],
};

faultTable([cancel, resume, pause, unpause, change, takeBack, coupon, stay]);
