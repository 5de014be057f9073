import type { MyAccountView } from 'cleeng-elements';
import { find, give, hold, refuse, type Story } from './story.js';

const offers = /\/customers\/\d+\/offers$/;
const as = 'viewer@example.com';
const now = Math.floor(Date.now() / 1000);
const day = 86_400;

const subscription = {
  subscriptionId: 1,
  offerId: 'S274093615_DE',
  offerTitle: 'Nordlicht Monthly',
  offerType: 'S',
  status: 'active',
  startedAt: now - 20 * day,
  expiresAt: now + 10 * day,
  nextPaymentPrice: 9.99,
  nextPaymentCurrency: 'EUR',
  nextPaymentAt: now + 7 * day,
  paymentGateway: 'adyen',
  paymentMethod: 'card',
  externalPaymentId: '',
  inTrial: false,
  pendingSwitchId: null,
  period: 'month',
  totalPrice: 9.99,
  customerCurrency: 'EUR',
  isExternallyManaged: false,
};

/** A plan in every way it can stand. */
const items = [
  subscription,
  { ...subscription, offerId: 'S598310247_DE', offerTitle: 'Nordlicht Annual', inTrial: true },
  { ...subscription, offerId: 'S730118264_DE', offerTitle: 'Nordlicht Quarterly', status: 'cancelled' },
  { ...subscription, offerId: 'S615027743_DE', offerTitle: 'Hockey Season', expiresAt: now - day },
  { ...subscription, offerId: 'S401772935_DE', offerTitle: 'Nordlicht on Apple', isExternallyManaged: true, paymentMethod: 'apple' },
  {
    offerId: 'P830557164_DE',
    offerTitle: 'Winter Pass',
    offerType: 'P',
    status: 'active',
    startedAt: now - day,
    expiresAt: now + 90 * day,
    totalPrice: 29.99,
    customerCurrency: 'EUR',
    period: null,
  },
];

export const myAccount = {
  'signed-out': {},
  loading: { as, rules: [hold('GET', offers)] },
  failed: { as, rules: [refuse('GET', offers, 500, 'Internal Server Error', 'S0001')] },
  'no-plan': { as, attributes: { 'offers-url': '/' }, rules: [give('GET', offers, { items: [] })] },
  plans: { as, rules: [give('GET', offers, { items })] },
  'confirm-cancel': {
    as,
    rules: [give('GET', offers, { items: [subscription] })],
    act: async (element) => (await find<HTMLButtonElement>(element, 'article .actions button')).click(),
  },
  profile: { as, attributes: { section: 'profile' } },
} satisfies Record<MyAccountView, Story>;
