import { assert } from '@open-wc/testing';
import { answer, calls, give, hold, mend, offline, refuse } from './network.js';
import {
  all,
  control,
  describe,
  doubleClick,
  expectNoTokens,
  field,
  it,
  listen,
  newcomerIn,
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
const ALONE = { 'no-steps': '' };
const typed = () => ({ email: newEmail(), password: PASSWORD, broadcaster_terms: true });
const press = async (element: HTMLElement, label: string) => (await control(element, label)).click();

describe('<cleeng-register>', () => {
  it('can be typed into while the consents are read, then shows them with nothing ticked', async () => {
    const release = hold('GET', CONSENTS);
    const register = world().place('cleeng-register', { email: 'ida@example.org' });
    await shows(register, 'loading');
    await says(register, 'Loading…');
    await type(register, { password: 'typed early' });
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
    const [email, password] = [await field(register, 'email'), await field(register, 'password')];
    assert.deepEqual([email.autocomplete, email.value], ['username', 'ida@example.org']);
    assert.deepEqual([password.autocomplete, password.value], ['new-password', 'typed early']);
    await assert.isAccessible(register);
  });

  it('consents that could not be read: nothing can be sent without them, and they can be asked for again', async () => {
    answer('GET', CONSENTS, refuse(500, 'Internal Server Error', 'S0001'));
    const register = world().place('cleeng-register');
    await shows(register, 'consents-failed');
    (await type(register, { email: newEmail(), password: PASSWORD })).requestSubmit();
    await assert.isAccessible(register);
    assert.strictEqual(calls('POST', CUSTOMERS), 0);
    mend();
    await press(register, 'Try again');
    await shows(register, 'form');
    assert.strictEqual((await field(register, 'password')).value, PASSWORD);
  });

  it('a publisher without consents gets a form without them', async () => {
    answer('GET', CONSENTS, give({ consents: [] }));
    const register = world().place('cleeng-register');
    await shows(register, 'form');
    assert.lengthOf(register.querySelectorAll('fieldset, input[type=checkbox]'), 0);
    await control(register, 'Create account');
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

  it('registers: busy, one account and one event for two clicks, with the consents as proof', async () => {
    const register = world().place('cleeng-register', ALONE);
    const success = listen(register, 'cleeng-register-success');
    const failure = listen(register, 'cleeng-register-error');
    const release = hold('POST', CUSTOMERS);
    const form = await type(register, typed());
    doubleClick(await control(register, 'Create account'));
    await shows(register, 'submitting');
    assert.strictEqual((await control(register, 'Creating your account…')).ariaBusy, 'true');
    form.requestSubmit();
    release();
    await shows(register, 'signed-in');
    await until(() => success.length > 0, 'an event');
    assert.deepEqual([calls('POST', CUSTOMERS), calls('PUT', SAVE), failure.length, success.length], [1, 1, 0, 1]);
    const [terms, marketing] = success[0]!.detail.consents;
    assert.deepEqual(
      [terms, marketing].map((record) => [record?.name, record?.state]),
      [
        ['broadcaster_terms', 'accepted'],
        ['broadcaster_marketing', 'declined'],
      ],
    );
    assert.strictEqual(terms?.text ?? '', 'I accept the Terms and Conditions of Nordlicht TV');
    assert.match(terms?.version ?? '', /^\d/);
    assert.isBelow(Math.abs(Date.parse(terms?.at ?? '') - Date.now()), 60_000);
    expectNoTokens(success);
    await assert.isAccessible(register);
  });

  it('asks the publisher’s questions before it says that all is done, unless that is the page’s business', async () => {
    const register = world().place('cleeng-register');
    const events = listen(register, 'cleeng-register-success');
    (await type(register, typed())).requestSubmit();
    await shows(register, 'capture');
    assert.lengthOf(events, 0);
  });

  it('a required consent, a weak password and a broken e-mail are told at their fields before anything is sent', async () => {
    const register = world().place('cleeng-register');
    await type(register, { email: 'a@b', password: 'short' });
    await press(register, 'Create account');
    await says(register, 'Please agree to this to continue.');
    await says(register, 'Please choose at least 8 characters');
    await says(register, 'Please enter a complete e-mail address');
    const email = await field(register, 'email');
    await until(() => document.activeElement === email, 'the focus');
    assert.strictEqual(calls('POST', CUSTOMERS), 0);
    await assert.isAccessible(register);
  });

  it('an account that exists: says so, keeps what was typed, and leads to the login with the same address', async () => {
    const register = world().place('cleeng-register');
    const errors = listen(register, 'cleeng-register-error');
    const events = listen(register, 'cleeng-register-login');
    await type(register, { ...typed(), email: 'viewer@example.com' });
    await press(register, 'Create account');
    await shows(register, 'customer-exists');
    await says(register, 'There is already an account with this e-mail.');
    assert.isTrue((await field(register, 'broadcaster_terms')).checked);
    assert.deepEqual(
      errors.map(({ detail }) => detail.error.code),
      ['customer-exists'],
    );
    await assert.isAccessible(register);
    const take = (event: Event) => event.preventDefault();
    register.addEventListener('cleeng-register-login', take);
    await press(register, 'Log in');
    assert.strictEqual(register.view, 'customer-exists');
    register.removeEventListener('cleeng-register-login', take);
    await press(register, 'Log in');
    await shows(register, 'login');
    assert.strictEqual((await field(register.querySelector('cleeng-login')!, 'email')).value, 'viewer@example.com');
    assert.deepEqual(
      events.map(({ detail }) => detail.email),
      ['viewer@example.com', 'viewer@example.com'],
    );
  });

  it('too many requests: counts down and sends nothing meanwhile, then is open again by itself', async () => {
    const register = world().place('cleeng-register');
    answer('POST', CUSTOMERS, () => Response.json({ message: 'Too Many Requests' }, { status: 429, headers: { 'Retry-After': '1' } }));
    const form = await type(register, typed());
    form.requestSubmit();
    await shows(register, 'throttled');
    assert.strictEqual((await control(register, 'Try again in 1 s')).ariaDisabled, 'true');
    form.requestSubmit();
    await shows(register, 'form');
    assert.deepEqual([calls('POST', CUSTOMERS), all(register, '[role=alert]').length], [1, 0]);
  });

  it('asks for the country when the platform cannot tell it, and registers with what was chosen', async () => {
    answer('GET', /\/locales$/, offline);
    const register = world().place('cleeng-register', ALONE);
    const form = await type(register, typed());
    form.requestSubmit();
    await shows(register, 'country');
    assert.strictEqual((await field(register, 'country')).autocomplete, 'country');
    await assert.isAccessible(register);
    (await type(register, { country: 'DE' })).requestSubmit();
    await shows(register, 'signed-in');
    assert.strictEqual(calls('POST', CUSTOMERS), 1);
  });

  it('asks for names where the publisher wants them, required or not', async () => {
    const register = world().place('cleeng-register', { names: 'required' });
    await press(register, 'Create account');
    const first = await field(register, 'firstName');
    await until(() => document.activeElement === first, 'the focus on the first name');
    assert.deepEqual([first.autocomplete, (await field(register, 'lastName')).autocomplete], ['given-name', 'family-name']);
    register.names = 'optional';
    await until(() => !first.required, 'names to be optional');
  });

  it('says how strong a password is while it is typed, and shows it when asked to', async () => {
    const register = world().place('cleeng-register');
    await type(register, { password: 'Correct horse battery staple 9' });
    await until(() => all(register, '.cleeng-strength > *').length > 0, 'the hint');
    register.querySelector<HTMLElement>('[aria-label="Show password"]')!.click();
    const password = await field(register, 'password');
    await until(() => password.type === 'text', 'the password');
  });

  it('somebody is logged in already: says so, and the way out leads to an empty form', async () => {
    const here = world();
    await newcomerIn(here);
    const register = here.place('cleeng-register');
    await shows(register, 'signed-in');
    await press(register, 'Log out');
    await shows(register, 'form');
    assert.strictEqual((await field(register, 'password')).value, '');
  });

  it('has places for the publisher’s own heading, buttons and links', async () => {
    const register = world().place('cleeng-register', { switchable: '' });
    await control(register, 'Log in');
    for (const slot of ['heading', 'social', 'footer']) {
      register.append(Object.assign(document.createElement('p'), { slot, textContent: `my ${slot}` }));
    }
    await until(() => all(register, '.or').length === 1, 'the divider above other ways to register');
    assert.isTrue([...register.querySelectorAll<HTMLElement>(':scope > p')].every((own) => own.checkVisibility()));
  });
});
