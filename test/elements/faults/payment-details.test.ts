import { answer, give } from '../network.js';
import { control, until } from '../page.js';
import { faultTable, type MutatingCall } from './harness.js';

const press = async (element: HTMLElement, label: string) => (await control(element, label)).click();

const removeDetails: MutatingCall = {
  name: 'remove payment details',
  tag: 'cleeng-payment-details',
  as: 'customer',
  method: 'DELETE',
  path: /\/payment_details\/\d+$/,
  async attempt(element) {
    await press(element, 'Remove');
    await press(element, 'Remove now');
  },
  again: (element) => press(element, 'Remove now'),
  succeeds: { events: ['cleeng-account-change'], view: 'list' },
  fails: 'cleeng-account-error',
  refusals: [
    { status: 404, text: 'Payment details 839204417 not found' },
    { status: 422, text: 'Payment details are bound to a subscription that is externally managed' },
  ],
};

/** The way back from the bank's page. */
function comeBack(): void {
  const url = new URL(location.href);
  url.searchParams.set('cleeng-details', 'adyen.1');
  url.searchParams.set('redirectResult', 'result');
  history.replaceState(null, '', url);
}

const finishAdding: MutatingCall = {
  name: 'finish adding payment details on the way back from a bank',
  tag: 'cleeng-payment-details',
  as: 'customer',
  method: 'POST',
  path: /\/payment-details\/finalize$/,
  before: comeBack,
  attempt: () => undefined,
  again: (element) => press(element, 'Try again'),
  succeeds: { events: ['cleeng-account-change'], view: 'list' },
  fails: 'cleeng-account-error',
  refusals: [
    { status: 400, code: 'REQ0001', text: 'Invalid request body' },
    { status: 422, code: 'ADYEN0002', text: 'Refused', final: true },
    { status: 422, code: 'ADYEN0005', text: 'Unable to process', final: true },
    { status: 422, text: 'No active entitlement', final: true },
  ],
};

const CARD = { id: 839_204_417, paymentMethodId: 1, paymentMethodSpecificParams: {}, active: true, bound: false };

/** A publisher with iDEAL, whose form needs nothing typed, and PayPal, whose page this one would be left for. */
function offersWays(): void {
  const methods = [
    { id: 1, methodName: 'ideal', paymentGateway: 'adyen' },
    { id: 2, methodName: 'paypal', paymentGateway: 'paypal' },
  ];
  answer('GET', /\/payment-methods$/, give({ paymentMethods: methods }));
  answer(
    'POST',
    /\/adyen\/payment-methods$/,
    give({
      clientKey: 'test_SANDBOXCLIENTKEY000000000000',
      environment: 'test',
      countryCode: 'DE',
      amount: { value: 0, currency: 'EUR' },
      paymentMethods: [
        { type: 'ideal', name: 'iDEAL' },
        { type: 'gcash', name: 'GCash' },
      ],
    }),
  );
  answer('POST', /\/adyen\/payment-details$/, give({ paymentDetails: CARD }));
  answer('POST', /\/payment_details\/tokens$/, give({ redirectUrl: '#paypal' }));
}

const addByAdyen: MutatingCall = {
  ...removeDetails,
  name: 'add payment details by Adyen',
  method: 'POST',
  path: /\/adyen\/payment-details$/,
  setting: offersWays,
  async attempt(element) {
    await press(element, 'Replace');
    const save = await control(element, 'Save payment details');
    (await until(() => document.querySelector<HTMLElement>('.adyen-checkout__payment-method--ideal button'), 'iDEAL')).click();
    await until(() => document.querySelector('.adyen-checkout__payment-method--selected'), 'iDEAL to be chosen');
    save.click();
  },
  again: (element) => press(element, 'Save payment details'),
  refusals: [
    { status: 400, code: 'REQ0001', text: 'Invalid request body' },
    { status: 422, code: 'ADYEN0002', text: 'Refused' },
    { status: 422, code: 'ADYEN0005', text: 'Unable to process' },
    { status: 422, text: 'No active entitlement' },
  ],
};

const startPayPal: MutatingCall = {
  ...addByAdyen,
  name: 'leave for PayPal to add payment details',
  path: /\/payment_details\/tokens$/,
  async attempt(element) {
    await press(element, 'Replace');
    await press(element, 'Use PayPal');
  },
  again: (element) => press(element, 'Use PayPal'),
  succeeds: { events: [], view: 'leaving', leaves: true },
  refusals: [
    { status: 400, code: 'REQ0001', text: 'Invalid request body' },
    { status: 422, text: 'No active entitlement' },
  ],
};

faultTable([removeDetails, finishAdding, addByAdyen, startPayPal]);
