import { assert } from '@open-wc/testing';
import { answer, calls, hold, mend, offline, refuse } from './network.js';
import {
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
  says,
  shows,
  type,
  until,
  world,
} from './page.js';

const AUTHS = /\/auths$/;
const VIEWER = { email: 'viewer@example.com', password: PASSWORD };

describe('<cleeng-login>', () => {
  it('shows a form that password managers and screen readers understand', async () => {
    const login = world().place('cleeng-login');
    await shows(login, 'form');
    const email = await field(login, 'email');
    const password = document.querySelector<HTMLInputElement>('input[type=password]');
    assert.strictEqual(password, await field(login, 'password'));
    assert.deepEqual([email.autocomplete, password?.autocomplete], ['username', 'current-password']);
    assert.deepEqual([email.labels?.[0]?.textContent.trim(), password?.labels?.[0]?.textContent.trim()], ['E-mail', 'Password']);
    await assert.isAccessible(login);
  });

  it('logs in: busy, one request, one event, then signed in', async () => {
    const { place } = world();
    const login = place('cleeng-login');
    const events = listen(login, 'cleeng-login-success', 'cleeng-login-error');
    const release = hold('POST', AUTHS);
    const form = await type(login, VIEWER);
    assert.deepEqual([...new FormData(form)], Object.entries(VIEWER));
    doubleClick(await control(login, 'Log in'));
    await shows(login, 'submitting');
    const busy = await control(login, 'Logging in…');
    assert.deepEqual([busy.ariaBusy, busy.ariaDisabled], ['true', 'true']);
    release();
    await shows(login, 'signed-in');
    await says(login, 'You are logged in as viewer@example.com.');
    assert.strictEqual(calls('POST', AUTHS), 1);
    assert.deepEqual(
      events.map(({ type: name }) => name),
      ['cleeng-login-success'],
    );
    assert.match((events[0]?.detail as { customerId: string }).customerId, /^\d+$/);
    expectNoTokens(events);
    await assert.isAccessible(login);
  });

  it('asks for what is missing without asking the platform', async () => {
    const login = world().place('cleeng-login');
    (await control(login, 'Log in')).click();
    await says(login, 'Please fill in this field.');
    const email = await field(login, 'email');
    assert.strictEqual(document.activeElement, email);
    assert.deepEqual([email.getAttribute('aria-invalid'), calls('POST', AUTHS)], ['true', 0]);
    await type(login, { email: 'nobody' });
    (await control(login, 'Log in')).click();
    await says(login, 'Please enter a complete e-mail address');
    assert.strictEqual(calls('POST', AUTHS), 0);
    await assert.isAccessible(login);
  });

  it('a wrong password: says so, keeps what was typed, and lets the viewer try again', async () => {
    const login = world().place('cleeng-login');
    const events = listen(login, 'cleeng-login-error', 'cleeng-login-success');
    await type(login, { ...VIEWER, password: 'Password2' });
    (await control(login, 'Log in')).click();
    await shows(login, 'failed');
    await says(login, 'The e-mail or the password is not right.');
    assert.strictEqual((await field(login, 'email')).value, VIEWER.email);
    await assert.isAccessible(login);
    await type(login, { password: PASSWORD });
    (await control(login, 'Log in')).click();
    await shows(login, 'signed-in');
    assert.deepEqual(
      events.map(({ type: name }) => name),
      ['cleeng-login-error', 'cleeng-login-success'],
    );
    assert.strictEqual((events[0]?.detail as { error: { code: string } }).error.code, 'wrong-credentials');
  });

  it('no connection, an overloaded and a broken platform: each has its words, and the way on', async () => {
    const login = world({ supportUrl: 'https://help.example/' }).place('cleeng-login');
    const failures = [
      [offline, 'We could not reach the server.'],
      [refuse(429, 'Too Many Requests'), 'There are too many requests right now.'],
      [refuse(500, 'Internal Server Error', 'S0001'), 'Something went wrong on our side.'],
      [() => new Response('<h1>Bad gateway</h1>', { status: 200 }), 'That did not work.'],
    ] as const;
    await type(login, VIEWER);
    for (const [reply, text] of failures) {
      answer('POST', AUTHS, reply);
      (await control(login, 'Log in')).click();
      await says(login, text);
      assert.strictEqual((await control(login, 'Get help')).getAttribute('href'), 'https://help.example/');
    }
    mend();
    (await control(login, 'Log in')).click();
    await shows(login, 'signed-in');
  });

  it('a session that ended leads back to the form, which says why', async () => {
    const here = world();
    await newcomerIn(here);
    answer('GET', /\/customers\/\d+$/, refuse(401, 'JWT token expired', 'AUTH0003'));
    answer('POST', /\/refresh_token$/, refuse(401, 'Refresh token is expired or does not exist', 'AUTH0003'));
    const login = here.place('cleeng-login');
    await shows(login, 'session-expired');
    await says(login, 'Your session has ended. Please log in again.');
    await assert.isAccessible(login);
  });

  it('no connection while renewing logs nobody out', async () => {
    const here = world();
    await newcomerIn(here);
    answer('GET', /\/customers\/\d+$/, refuse(401, 'JWT token expired', 'AUTH0003'));
    answer('POST', /\/refresh_token$/, offline);
    const login = here.place('cleeng-login');
    await until(() => calls('POST', /\/refresh_token$/) > 0, 'a renewal');
    await login.updateComplete;
    assert.strictEqual(login.view, 'signed-in');
  });

  it('logs out, and is a form again', async () => {
    const here = world();
    await personaIn(here, 'viewer');
    const login = here.place('cleeng-login');
    (await control(login, 'Log out')).click();
    await shows(login, 'form');
    assert.strictEqual((await field(login, 'password')).value, '');
  });

  it('shows the password when asked to, and only then', async () => {
    const login = world().place('cleeng-login');
    const password = await field(login, 'password');
    const reveal = login.querySelector<HTMLElement>('[aria-label="Show password"]')!;
    reveal.click();
    await until(() => password.type === 'text' && reveal.ariaPressed === 'true', 'the password');
    reveal.click();
    await until(() => password.type === 'password', 'dots');
  });

  it('links to the registration where the publisher wants it, and says that somebody follows', async () => {
    const login = world().place('cleeng-login');
    await shows(login, 'form');
    assert.strictEqual(login.querySelector('.cleeng-link'), null);
    login.switchable = true;
    const events = listen(login, 'cleeng-login-register');
    (await control(login, 'Create an account')).click();
    assert.strictEqual(events.length, 1);
  });
});
