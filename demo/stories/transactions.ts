import type { TransactionsView } from 'cleeng-elements';
import { find, give, hold, refuse, submit, throttle, type Story } from './story.js';

const list = /\/customers\/\d+\/transactions$/;
const gift = /\/gifts\/\d+$/;
const as = 'giver@example.com';

const open = async (element: HTMLElement) => (await find<HTMLButtonElement>(element, '[data-gift]')).click();
const shadowOf = (element: HTMLElement) => element.shadowRoot as unknown as HTMLElement;

async function save(element: HTMLElement): Promise<void> {
  await open(element);
  await submit(shadowOf(element), { recipientEmail: 'somebody@example.com' });
}

/** Somebody who got part of their money back after a switch. */
const refunded = [
  {
    transactionId: 'T640218860',
    transactionDate: Math.floor(Date.now() / 1000) - 86_400,
    offerId: 'S274093615_DE',
    offerType: 'subscription',
    offerTitle: 'Nordlicht Monthly',
    offerPeriod: 'monthly',
    publisherSiteName: 'Nordlicht TV',
    transactionPriceExclTax: '-4.2000',
    transactionPriceInclTax: '-5.0000',
    applicableTax: '-0.8000',
    taxRate: '0.1900',
    transactionCurrency: 'EUR',
    discountValue: '0.0000',
    couponCode: null,
    customerEmail: 'viewer@example.com',
    customerCountry: 'DE',
    paymentMethod: 'card',
    targetType: 'subscriptionId',
    targetId: 1,
  },
];

export const transactions = {
  'signed-out': {},
  loading: { as, rules: [hold('GET', list)] },
  failed: { as, rules: [refuse('GET', list, 500, 'Internal Server Error', 'S0001')] },
  none: { as: 'fresh@example.com' },
  list: { as: 'collector@example.com' },
  refund: { view: 'list', as, rules: [give('GET', list, { items: refunded })] },
  gifts: { view: 'list', as },
  receipt: { as, act: async (element) => (await find<HTMLButtonElement>(element, '.cost button')).click() },
  gift: { as, act: open },
  'gift-errors': {
    view: 'gift',
    as,
    act: async (element) => {
      await open(element);
      await submit(shadowOf(element), { recipientEmail: 'nobody', deliveryDate: '2020-01-01' });
    },
  },
  'gift-saving': { as, rules: [hold('PATCH', gift)], act: save },
  'gift-failed': { as, rules: [refuse('PATCH', gift, 422, 'The gift can no longer be changed')], act: save },
  'gift-throttled': { as, rules: [throttle('PATCH', gift)], act: save },
} satisfies Partial<Record<TransactionsView, Story>> & Readonly<Record<string, Story>>;
