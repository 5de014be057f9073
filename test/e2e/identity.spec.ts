import { expect, test, type Page } from '@playwright/test';
import { answerQuestions, countCalls, field, logIn, newEmail, PASSWORD, register, SANDBOX } from './helpers.js';
import { consentsOf, newcomer, recordEvents, resetLink, settled } from './people.js';

const story = (name: string) => `/stories/frame/?story=${name}`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a forgotten password: the same answer for everybody, a link, a new password, logged in', async ({ page, request }) => {
  const { email } = await settled(request);
  const events = await recordEvents(page);
  await page.goto('/#/login');
  await field(page, 'cleeng-login', 'email').fill(email);
  await button(page, 'Forgot your password?').click();
  await expect(page.getByRole('heading', { name: 'Forgot your password?' })).toBeFocused();
  await expect(field(page, 'cleeng-login', 'email')).toHaveValue(email);
  await button(page, 'Send link').click();
  const told = page.getByText(`If there is an account with ${email}, a link is on its way.`);
  await expect(told).toBeVisible();
  await button(page, 'Use another address, or send again').click();
  await field(page, 'cleeng-login', 'email').fill('nobody-at-all@example.org');
  await button(page, 'Send link').click();
  await expect(page.getByText('If there is an account with nobody-at-all@example.org, a link is on its way.')).toBeVisible();

  const link = await resetLink(request, email);
  const token = new URL(link).searchParams.get('resetPasswordToken')!;
  const other = new URL(link);
  other.searchParams.set('campaign', 'spring & summer');
  await page.goto(other.href);
  await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible();
  await expect(page).toHaveURL(/\/\?campaign=spring\+%26\+summer#\/login$/);
  await expect(page.locator('cleeng-login [autocomplete=username]')).toHaveValue(email);
  await field(page, 'cleeng-login', 'password').fill('short');
  await page.keyboard.press('Enter');
  await expect(field(page, 'cleeng-login', 'password')).toBeFocused();
  await expect(field(page, 'cleeng-login', 'password')).toHaveAccessibleDescription(/Please choose at least 8 characters/);
  await field(page, 'cleeng-login', 'password').fill(PASSWORD);
  await button(page, 'Set password').click();
  await expect(page.getByText('This password is too easy to guess.')).toBeVisible();
  await field(page, 'cleeng-login', 'password').fill('Nordwind-7-Fjord');
  await button(page, 'Set password').click();
  await expect(page).toHaveURL(/#\/account$/);
  expect(events.map(({ name }) => name)).toEqual([
    'cleeng-login-forgot',
    'cleeng-password-requested',
    'cleeng-password-requested',
    'cleeng-password-error',
    'cleeng-password-changed',
    'cleeng-login-success',
  ]);
  expect(JSON.stringify(events)).not.toContain(token);

  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
  await page.goto(link);
  await field(page, 'cleeng-login', 'password').fill('Nordwind-8-Fjord');
  await button(page, 'Set password').click();
  await expect(page.getByText('This link does not work any more')).toBeVisible();
  await button(page, 'Send another link').click();
  await expect(field(page, 'cleeng-login', 'email')).toHaveValue(email);
});

test('somebody who has an account logs in where they tried to register, and types their address once', async ({ page, request }) => {
  const { email } = await settled(request);
  const events = await recordEvents(page);
  await page.goto(story('cleeng-register/form'));
  await register(page, email);
  await expect(page.getByText('There is already an account with this e-mail.')).toBeVisible();
  await page.getByRole('alert').getByRole('button', { name: 'Log in' }).click();
  await expect(field(page, 'cleeng-register cleeng-login', 'email')).toHaveValue(email);
  await field(page, 'cleeng-login', 'password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'You are logged in' })).toBeVisible();
  expect(events.map(({ name }) => name)).toEqual(['cleeng-register-error', 'cleeng-register-login', 'cleeng-login-success']);
  expect(events[1]!.detail).toEqual({ email });
});

test('after a login come the questions, then the consents, then the goal; a reload goes on where it was', async ({ page, request }) => {
  const somebody = await newcomer(request);
  const events = await recordEvents(page);
  await page.goto('/#/login');
  await logIn(page, somebody.email);
  await expect(page.locator('cleeng-login cleeng-capture form')).toBeVisible();
  await page.reload();
  await answerQuestions(page);
  await expect(page.locator('cleeng-login cleeng-consents form')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('checkbox')).toHaveCount(1);
  await button(page, 'Continue').click();
  await expect(page.getByRole('checkbox')).toBeFocused();
  await expect(page.getByRole('checkbox')).toHaveAccessibleDescription(/Not answered yet Please agree to this to continue\./);
  await page.getByRole('checkbox').check();
  await button(page, 'Continue').click();
  await expect(page).toHaveURL(/#\/account$/);
  expect(events.map(({ name }) => name)).toEqual(['cleeng-capture-complete', 'cleeng-consents-complete', 'cleeng-login-success']);
  expect(events[0]!.detail).toMatchObject({
    asked: true,
    answered: expect.arrayContaining(['firstName', 'country', 'custom_2']),
  });
  expect(JSON.stringify(events[0]!.detail)).not.toContain('Ida');
  // The optional one was never shown, and so never written.
  expect(await consentsOf(request, somebody)).toEqual([
    { name: 'broadcaster_terms', state: 'accepted', version: '3' },
    { name: 'broadcaster_marketing', state: 'declined', version: '1' },
  ]);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Your plan' }).or(page.locator('cleeng-my-account'))).not.toHaveCount(0);
});

test('a consent that changed is asked for again, unticked, with what changed', async ({ page, request }) => {
  const { email } = await settled(request);
  await page.route(/\/customers\/\d+\/consents$/, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    const response = await route.fetch();
    const body = (await response.json()) as { responseData: { consents: { name: string; version: string; needsUpdate: boolean }[] } };
    for (const consent of body.responseData.consents) {
      if (consent.name === 'broadcaster_terms') Object.assign(consent, { version: '2', needsUpdate: true });
    }
    return route.fulfill({ response, json: body });
  });
  const events = await recordEvents(page);
  await page.goto('/#/login');
  await logIn(page, email);
  await expect(page.getByText('Changed: version 3. You answered version 2.')).toBeVisible();
  await expect(page.getByRole('checkbox')).not.toBeChecked();
  await page.getByRole('checkbox').check();
  await button(page, 'Continue').click();
  await expect(page).toHaveURL(/#\/account$/);
  expect(events[0]).toMatchObject({
    name: 'cleeng-consents-complete',
    detail: {
      consents: [{ name: 'broadcaster_terms', version: '3', state: 'accepted', text: 'I accept the Terms and Conditions of Nordlicht TV' }],
    },
  });
});

test('whoever does not agree logs out', async ({ page, request }) => {
  const somebody = await newcomer(request);
  await page.goto('/#/login');
  await logIn(page, somebody.email);
  await answerQuestions(page);
  await button(page, 'I do not agree: log out').click();
  await expect(field(page, 'cleeng-login', 'password')).toBeVisible();
  await expect(field(page, 'cleeng-login', 'password')).toHaveValue('');
});

test('what was agreed to survives a reload until the platform has it, and is stored once', async ({ page, request }) => {
  const events = await recordEvents(page);
  let down = true;
  await page.route(/\/customers\/\d+\/consents$/, (route) =>
    down && route.request().method() === 'PUT' ? route.abort('internetdisconnected') : route.fallback(),
  );
  await page.goto('/#/join');
  const email = newEmail();
  await register(page, email);
  await expect(page.getByText('Your account is ready, but we could not store what you agreed to.')).toBeVisible();
  await button(page, 'Try again').click();
  await expect.poll(() => events.filter(({ name }) => name === 'cleeng-register-error').length).toBe(2);
  down = false;
  const stored = countCalls(page, 'PUT', /\/consents$/);
  await page.reload();
  await answerQuestions(page);
  await expect(page).toHaveURL(/#\/account$/);
  expect(stored.count).toBe(1);
  const success = events.find(({ name }) => name === 'cleeng-register-success');
  expect(success?.detail).toMatchObject({ consents: [{ name: 'broadcaster_terms', state: 'accepted' }, { state: 'declined' }] });
  const session = await request.post(`${SANDBOX}/auths`, { data: { email, password: PASSWORD, publisherId: '204118605' } });
  const { responseData } = (await session.json()) as { responseData: { jwt: string; customerId: number } };
  expect((await consentsOf(request, responseData))[0]).toEqual({ name: 'broadcaster_terms', state: 'accepted', version: '3' });
});

test('questions may wait where nothing is required', async ({ page }) => {
  const events = await recordEvents(page);
  await page.goto(story('cleeng-capture/skippable'));
  await button(page, 'Answer later').click();
  await expect(page.getByText('You can answer later.')).toBeVisible();
  expect(events.map(({ name }) => name)).toEqual(['cleeng-capture-skip']);
  await page.goto(story('cleeng-capture/form'));
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
  await expect(button(page, 'Answer later')).toHaveCount(0);
});

test('after too many requests the form says how long to wait, and then works again', async ({ page }) => {
  await page.clock.install();
  const events = await recordEvents(page);
  await page.goto('/#/login');
  const calls = countCalls(page, 'POST', /\/auths$/);
  await logIn(page, 'busy@example.org');
  const submit = page.locator('cleeng-login button[type=submit]');
  await expect(submit).toHaveText(/Try again in (10|9) s/);
  await submit.click({ force: true });
  await page.keyboard.press('Enter');
  await page.clock.runFor(4000);
  await expect(submit).toHaveText(/Try again in (6|5) s/);
  await page.clock.runFor(7000);
  await expect(submit).toHaveText('Log in');
  expect(calls.count).toBe(1);
  await field(page, 'cleeng-login', 'email').fill('foreign@example.org');
  await submit.click();
  await expect(page.getByText('There is no account with this e-mail here.')).toBeVisible();
  expect(events.map(({ name }) => name)).toEqual(['cleeng-login-error', 'cleeng-login-error']);
});

test('without a place the country is asked for, and the currency follows from it', async ({ page }) => {
  await page.route(/\/locales$/, (route) => route.abort('internetdisconnected'));
  const bodies: unknown[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && /\/customers$/.test(request.url())) bodies.push(request.postDataJSON());
  });
  await page.goto('/#/join');
  await register(page, newEmail());
  const country = field(page, 'cleeng-register', 'country');
  await expect(country).toBeFocused();
  await country.selectOption({ label: 'Sweden' });
  await button(page, 'Create account').click();
  await expect(page.locator('cleeng-capture form')).toBeVisible();
  expect(bodies).toEqual([expect.objectContaining({ country: 'SE', currency: 'SEK', locale: expect.stringMatching(/^en_SE$/) })]);
});

test('refusals about one field are told at that field', async ({ page }) => {
  await page.goto('/#/join');
  await register(page, 'unverifiable@example.org');
  await expect(field(page, 'cleeng-register', 'email')).toBeFocused();
  await expect(field(page, 'cleeng-register', 'email')).toHaveAccessibleDescription(/We could not verify this e-mail address/);
  await expect(field(page, 'cleeng-register', 'broadcaster_terms')).toBeChecked();
});
