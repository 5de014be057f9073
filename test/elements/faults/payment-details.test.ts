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

faultTable([removeDetails]);
