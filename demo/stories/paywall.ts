import type { PaywallView } from 'cleeng-elements';
import { find, give, hold, refuse, type Story } from './story.js';

const entitlement = /^\/entitlements\//;
const held = /\/customers\/\d+\/offers$/;
const as = 'fresh@example.com';
const attributes = { 'offer-id': 'S274093615_DE', 'account-url': '/#/account', 'offers-url': '/', 'support-url': '/' };
const now = Math.floor(Date.now() / 1000);
const day = 86_400;

const plan = {
  subscriptionId: 1,
  offerId: 'S274093615_DE',
  offerTitle: 'Nordlicht Monthly',
  offerType: 'S',
  status: 'active',
  startedAt: now - 60 * day,
  expiresAt: now + 10 * day,
  totalPrice: 9.99,
  period: 'month',
  customerCurrency: 'EUR',
};
const denied = give('GET', entitlement, { accessGranted: false, expiresAt: null });
const has = (change: object) => give('GET', held, { items: [{ ...plan, ...change }] });

const press = async (element: HTMLElement, index: number) => {
  await find(element, '.actions button');
  element.shadowRoot?.querySelectorAll<HTMLElement>('.actions button')[index]?.click();
};
/** The code of what opens in place. */
const code = (element: HTMLElement, load: () => Promise<unknown>) => Object.defineProperty(element, 'loadElement', { value: load });

/** The content that the paywall stands before. */
const withContent = (story: Story): Story => ({
  ...story,
  async act(element) {
    const film = document.createElement('p');
    film.textContent = 'The film.';
    element.append(film);
    await story.act?.(element);
  },
});

export const paywall = {
  loading: withContent({ as, attributes, rules: [hold('GET', entitlement)] }),
  failed: withContent({ as, attributes, rules: [refuse('GET', entitlement, 500, 'Internal Server Error', 'S0001')] }),
  'signed-out': withContent({ attributes }),
  'no-plan': withContent({ as, attributes }),
  'geo-blocked': withContent({ as, attributes, rules: [refuse('GET', /^\/offers\/S\w+$/, 422, 'Offer is blocked for country DE')] }),
  'payment-failed': withContent({ as, attributes, rules: [denied, has({ status: 'terminated', expiresAt: now - day })] }),
  paused: withContent({
    as,
    attributes,
    rules: [
      denied,
      has({ pause: { requestedAt: now - 20 * day, pauseDate: now - 5 * day, resumeDate: now + 25 * day, failedResumes: [] } }),
    ],
  }),
  opening: withContent({
    attributes,
    act(element) {
      code(element, () => new Promise(() => undefined));
      return press(element, 0);
    },
  }),
  'not-opened': withContent({
    attributes,
    act(element) {
      code(element, () => Promise.reject(new Error('The network is down')));
      return press(element, 0);
    },
  }),
  'log-in': withContent({ attributes, act: (element) => press(element, 1) }),
  checkout: withContent({ as, attributes, act: (element) => press(element, 0) }),
  granted: withContent({ as, attributes, rules: [give('GET', entitlement, { accessGranted: true, expiresAt: now + 10 * day })] }),
} satisfies Record<PaywallView, Story>;
