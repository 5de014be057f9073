import { control } from '../page.js';
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

faultTable([removeDetails, finishAdding]);
