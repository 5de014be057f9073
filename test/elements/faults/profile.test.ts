import { all, control, PASSWORD, type, until } from '../page.js';
import { faultTable, type MutatingCall } from './harness.js';

const press = async (element: HTMLElement, label: string) => (await control(element, label)).click();

/** Opens a part's form and sends it. */
const send = (part: string, values: Record<string, string>) => async (element: HTMLElement) => {
  if (!element.querySelector('form')) {
    const open = () => all(element, `[data-part="${part}"] .title button`)[0];
    (await until(open, `the part ${part}`)).click();
  }
  (await type(element, values)).requestSubmit();
};

const changeName: MutatingCall = {
  name: 'change the name',
  tag: 'cleeng-profile',
  as: 'customer',
  method: 'PATCH',
  path: /\/customers\/\d+$/,
  attempt: send('about', { firstName: 'Mara' }),
  succeeds: { events: ['cleeng-account-change'], view: 'profile' },
  fails: 'cleeng-account-error',
  refusals: [{ status: 400, code: 'REQ0001', text: 'Invalid request body' }],
};

const changeEmail: MutatingCall = {
  ...changeName,
  name: 'change the e-mail address',
  attempt: send('email', { email: 'new@example.com', confirmationPassword: PASSWORD }),
  refusals: [
    { status: 400, code: 'REQ0001', text: 'Invalid request body' },
    { status: 422, text: 'Invalid param confirmationPassword: invalid credentials' },
    { status: 422, text: 'This e-mail address is taken' },
    { status: 422, text: 'Please enter a valid e-mail address' },
  ],
};

const changeAnswers: MutatingCall = {
  ...changeName,
  name: 'answer the publisher’s questions in the profile',
  method: 'PUT',
  path: /\/customers\/\d+\/capture$/,
  attempt: send('questions', { companyName: 'Nordlicht' }),
};

const giveConsent: MutatingCall = {
  ...changeName,
  name: 'give a consent in the profile',
  method: 'PUT',
  path: /\/customers\/\d+\/consents$/,
  attempt: (element) => press(element, 'Agree'),
  refusals: [{ status: 400, code: 'REQ0001', text: 'Invalid consent version' }],
};

const requestLink: MutatingCall = {
  ...changeName,
  name: 'ask for a new password in the profile',
  anonymous: true,
  method: 'PUT',
  path: /\/customers\/passwords$/,
  attempt: (element) => press(element, 'Send me a link'),
  succeeds: { events: ['cleeng-password-requested'], view: 'profile' },
  fails: 'cleeng-password-error',
};

const signOut: MutatingCall = {
  ...changeName,
  name: 'log out everywhere',
  method: 'DELETE',
  path: /\/refresh_tokens$/,
  async attempt(element) {
    if (!all(element, 'button').some(({ textContent }) => textContent.includes('everywhere now')))
      await press(element, 'Log out everywhere');
    await press(element, 'Log out everywhere now');
  },
  succeeds: { events: ['cleeng-account-change'], view: 'signed-out' },
  refusals: [],
};

faultTable([changeName, changeEmail, changeAnswers, giveConsent, requestLink, signOut]);
