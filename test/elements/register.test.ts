import { assert } from '@open-wc/testing';
import type { RegisterSuccessEvent } from '../../src/index.js';
import { answer, calls, give, hold, mend, refuse } from './network.js';
import {
  all,
  control,
  describe,
  doubleClick,
  expectNoTokens,
  field,
  it,
  listen,
  newEmail,
  PASSWORD,
  says,
  shows,
  type,
  until,
  world,
} from './page.js';

const CUSTOMERS = /\/customers$/;
const CONSENTS = /\/publishers\/\d+\/consents$/;
const SAVE = /\/customers\/\d+\/consents$/;
const typed = () => ({ email: newEmail(), password: PASSWORD, broadcaster_terms: true });

describe('<cleeng-register>', () => {
  it('waits for the consents and says so, then shows them with nothing ticked', async () => {
    const release = hold('GET', CONSENTS);
    const register = world().place('cleeng-register');
    await shows(register, 'loading');
    await says(register, 'Loading…');
    await assert.isAccessible(register);
    release();
    await shows(register, 'form');
    const boxes = await until(() => register.querySelectorAll<HTMLInputElement>('input[type=checkbox]'), 'consents');
    assert.deepEqual(
      [...boxes].map(({ checked, required }) => ({ checked, required })),
      [
        { checked: false, required: true },
        { checked: false, required: false },
      ],
    );
    const link = register.querySelector<HTMLAnchorElement>('label a');
    assert.deepEqual([link?.href, link?.rel], ['https://nordlicht.example/terms', 'noopener noreferrer']);
    assert.strictEqual((await field(register, 'password')).autocomplete, 'new-password');
    await assert.isAccessible(register);
  });

  it('without the consents there is no form, but a way to try again', async () => {
    answer('GET', CONSENTS, refuse(500, 'Internal Server Error', 'S0001'));
    const register = world().place('cleeng-register');
    await shows(register, 'consents-failed');
    assert.strictEqual(register.querySelector('form'), null);
    await assert.isAccessible(register);
    mend();
    (await control(register, 'Try again')).click();
    await shows(register, 'form');
  });

  it('a publisher without consents gets a form without them', async () => {
    answer('GET', CONSENTS, give({ consents: [] }));
    const register = world().place('cleeng-register');
    await shows(register, 'form');
    assert.strictEqual(register.querySelector('fieldset'), null);
  });

  it('shows a consent as text, whatever the server sends', async () => {
    const label = 'I agree <img src=x onerror="window.hacked=1"><a href="javascript:alert(1)">here</a> <b>now</b>';
    const consent = { broadcasterId: 1, name: 'c', version: '1', value: '', label, required: true, enabledByDefault: true };
    answer('GET', CONSENTS, give({ consents: [consent] }));
    const register = world().place('cleeng-register');
    const box = await field(register, 'c');
    assert.match(box.labels?.[0]?.textContent ?? '', /I agree\s+here\s+now/);
    assert.deepEqual([register.querySelectorAll('img, b, label a').length, box.checked, 'hacked' in window], [0, false, false]);
  });

  it('registers: one account, consents stored, one event', async () => {
    const register = world().place('cleeng-register');
    const events = listen(register, 'cleeng-register-success', 'cleeng-register-error');
    const release = hold('POST', CUSTOMERS);
    await type(register, typed());
    doubleClick(await control(register, 'Create account'));
    await shows(register, 'submitting');
    await control(register, 'Creating your account…');
    release();
    await shows(register, 'signed-in');
    await until(() => events.length > 0, 'an event');
    assert.deepEqual([calls('POST', CUSTOMERS), calls('PUT', SAVE)], [1, 1]);
    const [success] = events as RegisterSuccessEvent[];
    const consents = success?.detail.consents ?? [];
    assert.deepEqual(
      consents.map(({ name, state }) => [name, state]),
      [
        ['broadcaster_terms', 'accepted'],
        ['broadcaster_marketing', 'declined'],
      ],
    );
    assert.strictEqual(consents[0]?.text ?? '', 'I accept the Terms and Conditions of Nordlicht TV');
    assert.deepEqual(
      events.map(({ type: name }) => name),
      ['cleeng-register-success'],
    );
    expectNoTokens(events);
    await assert.isAccessible(register);
  });

  it('a required consent, a weak password and a broken e-mail are told before anything is sent', async () => {
    const register = world().place('cleeng-register');
    await type(register, { email: 'a@b', password: 'short' });
    (await control(register, 'Create account')).click();
    await says(register, 'Please agree to this to continue.');
    await says(register, 'Please choose at least 8 characters');
    await says(register, 'Please enter a complete e-mail address');
    assert.deepEqual([calls('POST', CUSTOMERS), document.activeElement], [0, await field(register, 'email')]);
    await assert.isAccessible(register);
  });

  it('an account that exists: says so, keeps what was typed', async () => {
    const register = world().place('cleeng-register');
    const events = listen(register, 'cleeng-register-error');
    await type(register, { ...typed(), email: 'viewer@example.com' });
    (await control(register, 'Create account')).click();
    await shows(register, 'failed');
    await says(register, 'There is already an account with this e-mail.');
    assert.deepEqual(
      [(await field(register, 'email')).value, (await field(register, 'broadcaster_terms')).checked],
      ['viewer@example.com', true],
    );
    assert.deepEqual(
      events.map(({ detail }) => detail.error.code),
      ['customer-exists'],
    );
    await assert.isAccessible(register);
  });

  it('consents that could not be stored are not forgotten: the account stands, and they are sent again', async () => {
    answer('PUT', SAVE, refuse(500, 'Internal Server Error', 'S0001'));
    const register = world().place('cleeng-register');
    const events = listen(register, 'cleeng-register-error', 'cleeng-register-success');
    await type(register, typed());
    (await control(register, 'Create account')).click();
    await shows(register, 'consents-not-saved');
    await assert.isAccessible(register);
    mend();
    (await control(register, 'Try again')).click();
    await shows(register, 'signed-in');
    await until(() => events.length === 2, 'two events');
    assert.deepEqual(
      events.map(({ type: name }) => name),
      ['cleeng-register-error', 'cleeng-register-success'],
    );
    assert.deepEqual([calls('POST', CUSTOMERS), calls('PUT', SAVE)], [1, 2]);
    assert.strictEqual(all(register, '[role=alert]').length, 0);
  });
});
