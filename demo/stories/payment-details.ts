import type { PaymentDetailsView } from 'cleeng-elements';
import { find, give, hold, refuse, throttle, type Story } from './story.js';

const list = /\/payment_details$/;
const one = /\/payment_details\/\d+$/;
const ways = /\/payment-methods$/;
const payPal = /\/payment_details\/tokens$/;
const finalize = /\/payment-details\/finalize$/;
const as = 'viewer@example.com';

/** Presses a button in the element's frame. */
const press = async (element: HTMLElement, label: string): Promise<void> => {
  const button = async (): Promise<HTMLButtonElement> => {
    await find(element, 'button');
    const found = [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent?.trim() === label);
    if (found) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return button();
  };
  (await button()).click();
};
const replace = (element: HTMLElement) => press(element, 'Replace');

async function byPayPal(element: HTMLElement): Promise<void> {
  await replace(element);
  await press(element, 'Use PayPal');
}

async function remove(element: HTMLElement): Promise<void> {
  await press(element, 'Remove');
  await press(element, 'Remove now');
}

/** Two that are not in use any more, one of them of a kind the kit has no word for. */
const unused = {
  paymentDetails: [
    { id: 1, method: 'card', variant: 'visa', active: true },
    { id: 2, method: 'card', variant: 'mc', active: false },
    { id: 3, method: 'newpay', variant: '', active: false },
  ].map(({ id, method, variant, active }) => ({
    id,
    customerId: 1,
    paymentGateway: 'adyen',
    paymentMethod: method,
    paymentMethodSpecificParams: variant
      ? { variant, lastCardFourDigits: '1111', holderName: 'Mara Vogt', cardExpirationDate: '03/2030' }
      : {},
    paymentMethodId: 1,
    active,
    bound: false,
  })),
};

const back = { 'cleeng-details': 'adyen.140960101', redirectResult: 'nothing' };

export const paymentDetails = {
  'signed-out': {},
  loading: { as, rules: [hold('GET', list)] },
  failed: { as, rules: [refuse('GET', list, 500, 'Internal Server Error', 'S0001')] },
  none: { as: 'fresh@example.com' },
  missing: { view: 'none', as, rules: [give('GET', list, { paymentDetails: [] })] },
  list: { as },
  several: { view: 'list', as: 'several@example.com' },
  unused: { view: 'list', as, rules: [give('GET', list, unused)] },
  expired: { view: 'list', as: 'expired-card@example.com' },
  expiring: { view: 'list', as: 'expiring-card@example.com' },
  paypal: { view: 'list', as: 'paypal@example.com' },
  problem: { view: 'list', as: 'grace@example.com' },
  store: { view: 'list', as: 'apple@example.com' },
  twice: { view: 'list', as: 'twice@example.com' },
  preparing: { as, rules: [hold('GET', ways)], act: replace },
  'prepare-failed': { as, rules: [refuse('GET', ways, 500, 'Internal Server Error', 'S0001')], act: replace },
  form: { as, act: replace },
  saving: { as, rules: [hold('POST', payPal)], act: byPayPal },
  refused: { as, rules: [refuse('POST', payPal, 422, 'Refused', 'ADYEN0002')], act: byPayPal },
  'nothing-to-pay': { view: 'refused', as, rules: [refuse('POST', payPal, 422, 'No active entitlement')], act: byPayPal },
  throttled: { as, rules: [throttle('POST', payPal)], act: byPayPal },
  finalizing: { as, query: back, rules: [hold('POST', finalize)] },
  'not-confirmed': { view: 'list', as, query: back, rules: [refuse('POST', finalize, 422, 'Refused', 'ADYEN0002')] },
  remove: { as, act: (element) => press(element, 'Remove') },
  removing: { as, rules: [hold('DELETE', one)], act: remove },
  'remove-failed': { as, rules: [refuse('DELETE', one, 500, 'Internal Server Error', 'S0001')], act: remove },
} satisfies Partial<Record<PaymentDetailsView, Story>> & Readonly<Record<string, Story>>;
