import { assert } from '@open-wc/testing';
import { answer, calls, hold, refuse } from './network.js';
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
  PASSWORD,
  personaIn,
  PUBLISHER,
  says,
  shows,
  type,
  until,
  world,
} from './page.js';

const AUTHS = /\/auths$/;
const VIEWER = { email: 'viewer@example.com', password: PASSWORD };
const names = (events: readonly Event[]) => events.map(({ type: name }) => name);
const press = async (element: HTMLElement, label: string) => (await control(element, label)).click();

describe('<cleeng-login>', () => {
  it('shows a form that password managers and screen readers understand, in the document’s tree', async () => {
    const login = world().place('cleeng-login', { email: 'ida@example.org' });
    await shows(login, 'form');
    const [email, password] = [await field(login, 'email'), await field(login, 'password')];
    assert.isTrue(document.contains(email) && email.form === password.form && email.form?.parentElement?.parentElement === login);
    assert.deepEqual([email.type, email.autocomplete, email.value], ['email', 'username', 'ida@example.org']);
    assert.deepEqual([password.type, password.autocomplete, password.value], ['password', 'current-password', '']);
    assert.deepEqual(
      [email, password].map((input) => input.labels?.[0]?.textContent.trim()),
      ['E-mail', 'Password'],
    );
    await assert.isAccessible(login);
  });

  it('takes over what was typed into a plain form before the kit had loaded', async () => {
    const { root } = world();
    const early = document.createElement('form');
    early.append(Object.assign(document.createElement('input'), { name: 'email', value: 'early@example.org' }));
    const login = document.createElement('cleeng-login');
    login.append(early);
    root.append(login);
    const form = await until(() => login.querySelector<HTMLFormElement>('form.cleeng-form'), 'the form');
    await until(() => !early.isConnected, 'the plain form to go');
    assert.strictEqual(new FormData(form).get('email'), 'early@example.org');
  });

  it('logs in: busy, one request and one event for two clicks, then says who is logged in', async () => {
    const login = world().place('cleeng-login');
    const events = listen(login, 'cleeng-login-success', 'cleeng-login-error');
    const release = hold('POST', AUTHS);
    const form = await type(login, VIEWER);
    assert.deepEqual([...new FormData(form)], Object.entries(VIEWER));
    doubleClick(await control(login, 'Log in'));
    await shows(login, 'submitting');
    const busy = await control(login, 'Logging in…');
    assert.deepEqual([busy.ariaBusy, busy.ariaDisabled], ['true', 'true']);
    form.requestSubmit();
    release();
    await shows(login, 'signed-in');
    await says(login, 'You are logged in as viewer@example.com.');
    assert.deepEqual([calls('POST', AUTHS), ...names(events)], [1, 'cleeng-login-success']);
    assert.match((events[0]?.detail as { customerId: string }).customerId, /^\d+$/);
    expectNoTokens(events);
    await assert.isAccessible(login);
  });

  it('asks what the publisher wants to know first; with no-steps that is the page’s business', async () => {
    for (const [attributes, view, told] of [
      [{}, 'capture', []],
      [{ 'no-steps': '' }, 'signed-in', ['cleeng-login-success']],
    ] as const) {
      const here = world();
      const email = await newcomerIn(here);
      const login = here.place('cleeng-login', attributes);
      await press(login, 'Log out');
      const events = listen(login, 'cleeng-login-success');
      (await type(login, { email, password: PASSWORD })).requestSubmit();
      await shows(login, view);
      assert.deepEqual(names(events), [...told]);
    }
  });

  it('asks for what is missing without asking the platform, at the fields, and leads to the first', async () => {
    const login = world().place('cleeng-login');
    await press(login, 'Log in');
    await says(login, 'Please fill in this field.');
    const [email, password] = [await field(login, 'email'), await field(login, 'password')];
    await until(() => document.activeElement === email, 'the focus');
    await type(login, { email: 'nobody' });
    await press(login, 'Log in');
    await says(login, 'Please enter a complete e-mail address');
    for (const input of [email, password]) {
      assert.strictEqual(input.getAttribute('aria-invalid'), 'true');
      assert.isNotNull(document.getElementById(input.getAttribute('aria-describedby') ?? ''));
    }
    assert.strictEqual(calls('POST', AUTHS), 0);
    await assert.isAccessible(login);
    await type(login, { email: 'somebody@example.org' });
    await until(() => email.getAttribute('aria-invalid') === 'false', 'the error to go');
  });

  it('a wrong password: says so, keeps what was typed, and lets the viewer try again', async () => {
    const login = world().place('cleeng-login');
    const events = listen(login, 'cleeng-login-error', 'cleeng-login-success');
    await type(login, { ...VIEWER, password: 'Password2' });
    await press(login, 'Log in');
    await shows(login, 'failed');
    await says(login, 'The e-mail or the password is not right.');
    assert.strictEqual((await field(login, 'email')).value, VIEWER.email);
    await assert.isAccessible(login);
    await type(login, { password: PASSWORD });
    await press(login, 'Log in');
    await shows(login, 'signed-in');
    assert.deepEqual(names(events), ['cleeng-login-error', 'cleeng-login-success']);
    assert.strictEqual((events[0]?.detail as { error: { code: string } }).error.code, 'wrong-credentials');
  });

  it('too many requests: counts down and sends nothing meanwhile, then is open again by itself', async () => {
    const login = world({ supportUrl: 'https://help.example/' }).place('cleeng-login');
    answer('POST', AUTHS, () => Response.json({ message: 'Too Many Requests' }, { status: 429, headers: { 'Retry-After': '2' } }));
    const form = await type(login, VIEWER);
    form.requestSubmit();
    await shows(login, 'throttled');
    await says(login, 'There are too many requests right now.');
    assert.strictEqual((await control(login, 'Try again in 2 s')).ariaDisabled, 'true');
    assert.strictEqual((await control(login, 'Get help')).getAttribute('href'), 'https://help.example/');
    form.requestSubmit();
    await control(login, 'Try again in 1 s');
    await shows(login, 'form');
    assert.strictEqual((await control(login, 'Log in')).ariaDisabled, 'false');
    assert.deepEqual([calls('POST', AUTHS), all(login, '[role=alert]').length], [1, 0]);
  });

  it('says why somebody has to log in again: an ended session, one lost with its storage, a new address, a new password', async () => {
    const here = world();
    await newcomerIn(here);
    answer('GET', /\/customers\/\d+$/, refuse(401, 'JWT token expired', 'AUTH0003'));
    answer('POST', /\/refresh_token$/, refuse(401, 'Refresh token is expired or does not exist', 'AUTH0003'));
    const ended = here.place('cleeng-login');
    await shows(ended, 'session-expired');
    await says(ended, 'Your session has ended. Please log in again.');
    await assert.isAccessible(ended);

    const tokenHost = { getTokens: () => Promise.reject(new Error('down')), setTokens: () => undefined };
    const lost = world({ tokenStorage: 'host', tokenHost }).place('cleeng-login');
    await shows(lost, 'session-expired');

    for (const [notice, text] of [
      ['email-changed', 'Your e-mail address is changed.'],
      ['password-changed', 'Your new password is set.'],
    ] as const) {
      const login = world().place('cleeng-login', { notice });
      await shows(login, notice);
      await says(login, text);
    }
  });

  it('somebody is logged in already: who, a way on that the page may take over, and a way out to an empty form', async () => {
    const here = world();
    await personaIn(here, 'viewer');
    const login = here.place('cleeng-login', { 'continue-url': '#on' });
    await says(login, 'You are logged in as viewer@example.com.');
    const take = (event: Event) => event.preventDefault();
    login.addEventListener('cleeng-login-continue', take);
    const events = listen(login, 'cleeng-login-continue');
    await press(login, 'Continue');
    assert.strictEqual(location.hash, '');
    login.removeEventListener('cleeng-login-continue', take);
    await press(login, 'Continue');
    await until(() => location.hash === '#on', 'the way on');
    assert.strictEqual(events.length, 2);
    history.replaceState(null, '', location.pathname + location.search);
    await press(login, 'Log out');
    await shows(login, 'form');
    assert.deepEqual([(await field(login, 'email')).value, (await field(login, 'password')).value], ['', '']);
  });

  it('shows the password when asked to, and no longer when it is sent', async () => {
    const login = world().place('cleeng-login');
    const password = await field(login, 'password');
    const reveal = login.querySelector<HTMLElement>('[aria-label="Show password"]')!;
    reveal.click();
    await until(() => password.type === 'text' && reveal.ariaPressed === 'true', 'the password');
    const release = hold('POST', AUTHS);
    (await type(login, VIEWER)).requestSubmit();
    await until(() => password.type === 'password' && reveal.ariaPressed === 'false', 'dots');
    release();
    await shows(login, 'signed-in');
  });

  it('links to registration and forgotten password: the page may take them over, else they are shown in place', async () => {
    const login = world().place('cleeng-login');
    await control(login, 'Forgot your password?');
    assert.notInclude(login.textContent, 'Create an account', 'only where the publisher wants it');
    login.switchable = true;
    const events = listen(login, 'cleeng-login-register', 'cleeng-login-forgot');
    const take = (event: Event) => event.preventDefault();
    login.addEventListener('cleeng-login-register', take);
    await type(login, { email: 'ida@example.org' });
    await press(login, 'Create an account');
    assert.strictEqual(login.view, 'form');
    login.removeEventListener('cleeng-login-register', take);
    await press(login, 'Create an account');
    await shows(login, 'register');
    assert.strictEqual((await field(login.querySelector('cleeng-register')!, 'email')).value, 'ida@example.org');
    await press(login, 'Log in');
    await shows(login, 'form');
    await press(login, 'Forgot your password?');
    await shows(login, 'forgot');
    assert.strictEqual((await field(login, 'email')).value, 'ida@example.org');
    assert.deepEqual(names(events), ['cleeng-login-register', 'cleeng-login-register', 'cleeng-login-forgot']);
    assert.deepEqual(
      events.map(({ detail }) => detail.email),
      Array<string>(3).fill('ida@example.org'),
    );
  });

  it('shows the form that `view` names, as an attribute and as a property', async () => {
    const login = world().place('cleeng-login', { view: 'forgot' });
    await shows(login, 'forgot');
    await assert.isAccessible(login);
    login.view = 'reset';
    await shows(login, 'reset-expired');
    await control(login, 'Send another link');
    login.setAttribute('view', 'login');
    await shows(login, 'form');
  });

  it('takes the token of a reset link out of the address at once, and nothing else', async () => {
    const { href, search } = location;
    history.replaceState(null, '', `${search}&a=1&email=ida%40example.org&resetPasswordToken=secret&publisherId=${PUBLISHER}&b=2`);
    const login = world().place('cleeng-login');
    await login.updateComplete;
    const left = location.search;
    history.replaceState(null, '', href);
    assert.strictEqual(left, `${search}&a=1&b=2`);
    await shows(login, 'reset');
    const fields = [await field(login, 'username'), await field(login, 'password')];
    assert.deepEqual(
      fields.map(({ value, autocomplete }) => [value, autocomplete]),
      [
        ['ida@example.org', 'username'],
        ['', 'new-password'],
      ],
    );
  });

  it('has places for the publisher’s own heading, buttons and links, each only where it belongs', async () => {
    const here = world();
    const login = here.place('cleeng-login');
    await shows(login, 'form');
    assert.lengthOf(all(login, '.or'), 0);
    for (const slot of ['heading', 'social', 'footer']) {
      login.append(Object.assign(document.createElement('p'), { slot, textContent: `my ${slot}` }));
    }
    await until(() => all(login, '.or').length === 1, 'the divider above other ways to log in');
    const seen = () =>
      [...login.querySelectorAll<HTMLElement>(':scope > p')].filter((own) => own.checkVisibility()).map(({ slot }) => slot);
    assert.deepEqual(seen(), ['heading', 'social', 'footer']);
    await personaIn(here, 'viewer');
    await shows(login, 'signed-in');
    await until(() => !seen().includes('social'), 'other ways to log in to go');
  });
});
