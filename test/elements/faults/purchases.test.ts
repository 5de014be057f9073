import { control, type, until } from '../page.js';
import { faultTable, type MutatingCall } from './harness.js';

/** The form is in the frame: it asks for nothing a password manager would know. */
const submit = async (element: HTMLElement, recipientEmail: string) =>
  (await type(element.shadowRoot as unknown as HTMLElement, { recipientEmail })).requestSubmit();

const changeGift: MutatingCall = {
  name: 'change the delivery of a gift',
  tag: 'cleeng-transactions',
  as: 'customer',
  method: 'PATCH',
  path: /\/gifts\/\d+$/,
  async attempt(element) {
    (await control(element, 'Change delivery')).click();
    await until(() => element.view === 'gift', 'the form');
    await submit(element, 'somebody@example.com');
  },
  again: (element) => submit(element, 'somebody@example.com'),
  succeeds: { events: ['cleeng-account-change'], view: 'list' },
  fails: 'cleeng-account-error',
  refusals: [
    { status: 400, code: 'REQ0001', text: 'Invalid request body' },
    { status: 404, text: 'Gift 660315927 not found' },
    { status: 422, text: 'The gift can no longer be changed' },
  ],
};

faultTable([changeGift]);
