import type { OffersView } from 'cleeng-elements';
import type { ApiListedOffer } from '../../src/api/catalogue.js';
import { find, give, hold, refuse, type Story } from './story.js';

const list = /^\/offers$/;
const held = /\/customers\/\d+\/offers$/;
const day = 86_400;
const now = Math.floor(Date.now() / 1000);
const attributes = { 'account-url': '/#/account', 'support-url': '/' };

/** What offers have in common, besides what each is. */
const once: Omit<ApiListedOffer, 'id' | 'longId' | 'title' | 'description' | 'price'> = {
  type: 'subscription',
  active: true,
  geoRestriction: [],
  tags: ['all'],
  externalProperties: {},
  appStoreProductIds: {},
  imageUrl: '',
  hasLandingPage: false,
  sessionsLimit: 3,
  giftable: true,
  localizations: [],
  createdAt: now - 300 * day,
  updatedAt: now - 300 * day,
};
const plain = { ...once, billingCycle: { periodUnit: 'month' as const, amount: 1 } };
const euro = (amount: number) => ({ amount, currency: 'EUR', taxIncluded: true, rules: [] });

/** An offer of every kind, and in every way it can stand. */
export const everyOffer: ApiListedOffer[] = [
  {
    ...plain,
    id: 'S274093615',
    longId: 'S274093615_DE',
    title: 'Nordlicht Monthly',
    description: 'All shows, monthly',
    price: euro(9.99),
    freeTrial: { type: 'day', duration: 14 },
    externalProperties: { badge: 'Popular', feature_Screens: 2, feature_Quality: 'Full HD', feature_Downloads: 'no' },
  },
  {
    ...plain,
    id: 'S598310247',
    longId: 'S598310247_DE',
    title: 'Nordlicht Annual',
    description: 'All shows, a whole year',
    billingCycle: { periodUnit: 'year', amount: 1 },
    price: { ...euro(89.99), rules: [{ from: now - day, to: now + 20 * day, amount: 69.99, name: 'Winter sale' }] },
    externalProperties: { feature_Screens: 4, feature_Quality: '4K', feature_Downloads: 'yes' },
  },
  {
    ...plain,
    id: 'S730118264',
    longId: 'S730118264_DE',
    title: 'Nordlicht Quarterly',
    description: 'All shows, three months at a time',
    billingCycle: { periodUnit: 'month', amount: 3 },
    price: euro(24.99),
    freeTrial: { type: 'period', duration: 1 },
  },
  {
    ...plain,
    id: 'S615027743',
    longId: 'S615027743_DE',
    title: 'Hockey Season',
    description: 'Every match',
    billingCycle: { periodUnit: 'season', amount: 1 },
    price: euro(49.99),
  },
  { ...plain, id: 'S401772935', longId: 'S401772935_DE', title: 'Nordlicht Free', description: 'A taste of Nordlicht', price: euro(0) },
  {
    ...once,
    id: 'P830557164',
    longId: 'P830557164_DE',
    title: 'Winter Pass',
    description: 'Everything until the end of winter',
    type: 'pass',
    price: euro(29.99),
    entitlement: { expirationPolicy: 'fixed', expiresAt: now + 100 * day },
  },
  {
    ...once,
    id: 'E719204458',
    longId: 'E719204458_DE',
    title: 'Midsummer Night Live',
    description: 'The concert, live from the archipelago',
    type: 'live',
    price: euro(14.99),
    event: { startsAt: now + 30 * day, endsAt: now + 30 * day + 14_400, timezone: 'Asia/Tokyo' },
  },
  {
    ...once,
    id: 'R346610927',
    longId: 'R346610927_DE',
    title: 'The Long Thaw',
    description: 'Watch within two days',
    type: 'vod',
    price: euro(3.99),
    entitlement: { expirationPolicy: 'duration', duration: { amount: 48, periodUnit: 'hour' } },
  },
  {
    ...once,
    id: 'A502938117',
    longId: 'A502938117_DE',
    title: 'Fjord: The Making Of',
    description: 'A film',
    type: 'vod',
    price: euro(6.99),
    entitlement: { expirationPolicy: 'never' },
  },
  {
    ...plain,
    id: 'S913365520',
    longId: 'S913365520_DE',
    title: 'Nordlicht Alps',
    description: 'Not sold everywhere',
    price: euro(7.99),
    geoRestriction: [{ type: 'blacklist', countries: ['DE'] }],
  },
];

const choose = async (element: HTMLElement) => (await find<HTMLElement>(element, 'button.cleeng-submit')).click();

/** The checkout's code does not come. */
const unreachable = (element: HTMLElement) =>
  Object.defineProperty(element, 'loadCheckout', { value: () => Promise.reject(new Error('The network is down')) });

export const offers = {
  loading: { attributes, rules: [hold('GET', list)] },
  failed: { attributes, rules: [refuse('GET', list, 500, 'Internal Server Error', 'S0001')] },
  empty: { attributes, rules: [give('GET', list, [])] },
  ready: { as: 'viewer@example.com', attributes, rules: [give('GET', list, everyOffer)] },
  opening: {
    attributes,
    act(element) {
      Object.defineProperty(element, 'loadCheckout', { value: () => new Promise(() => undefined) });
      return choose(element);
    },
  },
  'not-opened': {
    attributes,
    act(element) {
      unreachable(element);
      return choose(element);
    },
  },
  checkout: { as: 'fresh@example.com', attributes, rules: [give('GET', held, { items: [] })], act: choose },
} satisfies Record<OffersView, Story>;
