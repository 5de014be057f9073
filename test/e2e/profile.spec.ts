import { expect, test, type Page } from '@playwright/test';
import { PASSWORD } from './helpers.js';
import { account, told, viewOf, type Account } from './sections.js';
import { expectAccessible } from './accessible.js';

const TAG = 'cleeng-profile';

interface Customer {
  email: string;
  firstName: string;
  lastName: string;
  locale: string;
}
interface Capture {
  settings: { key: string; answer: unknown }[];
}

let site: Account;
test.beforeAll(async () => {
  test.setTimeout(90_000);
  site = await account();
});
test.afterAll(() => site.close());

const section = (page: Page) => page.locator(TAG);
const press = (page: Page, name: string) => section(page).getByRole('button', { name, exact: true }).click();
const answersOf = async (email: string) =>
  Object.fromEntries((await (await site.as(email)).ask<Capture>('/capture/status')).settings.map(({ key, answer }) => [key, answer]));

test('a name: only what was changed is sent, the platform has it, and a second window beside shows it', async ({ page, context }) => {
  const email = 'active@example.com';
  const facts = await site.show(page, TAG, email);
  const beside = await context.newPage();
  await beside.goto(page.url());
  await expect(section(beside)).toContainText('Aksel');
  const bodies: unknown[] = [];
  page.on('request', (request) => request.method() === 'PATCH' && bodies.push(request.postDataJSON()));
  await press(page, 'Change: About you');
  await section(page).getByLabel('First name').fill('Aksel Johan');
  await section(page).getByLabel('Language').selectOption({ label: 'English' });
  await press(page, 'Save');
  await expect(section(page).getByText('Saved.')).toBeVisible();
  expect(bodies).toEqual([{ firstName: 'Aksel Johan', locale: 'en_DE' }]);
  const { firstName, lastName, locale } = await (await site.as(email)).ask<Customer>('');
  expect([firstName, lastName, locale]).toEqual(['Aksel Johan', 'Ivers', 'en_DE']);
  expect(told(facts)).toEqual(['account-change profile-updated']);
  await expect(section(beside)).toContainText('Aksel Johan');
});

test('nothing changed: nothing is sent and nothing told', async ({ page }) => {
  const facts = await site.show(page, TAG, 'trial@example.com');
  let sent = 0;
  page.on('request', (request) => (sent += request.method() === 'PATCH' ? 1 : 0));
  await press(page, 'Change: About you');
  await press(page, 'Save');
  await expect(section(page).getByText('Nothing was changed.')).toBeVisible();
  expect([sent, told(facts)]).toEqual([0, []]);
});

test('an e-mail address: the wrong password is told at its field; then the viewer goes on with the new address', async ({ page }) => {
  const email = 'rental@example.com';
  const facts = await site.show(page, TAG, email);
  await press(page, 'Change: E-mail');
  await section(page).getByLabel('New e-mail address').fill('rita@example.com');
  await section(page).getByLabel('Your password', { exact: true }).fill('Wrong1234');
  await page.keyboard.press('Enter');
  await expect(section(page).getByText('This is not your password.')).toBeVisible();
  await expect(section(page).getByLabel('Your password', { exact: true })).toBeFocused();
  await section(page).getByLabel('New e-mail address').fill('viewer@example.com');
  await section(page).getByLabel('Your password', { exact: true }).fill(PASSWORD);
  await press(page, 'Save');
  await expect(section(page).getByText('There is an account with this address already.')).toBeVisible();
  await section(page).getByLabel('New e-mail address').fill('rita@example.com');
  await press(page, 'Save');
  await expect(section(page).getByText('From now on you log in with rita@example.com.')).toBeVisible();
  await page.reload();
  await expect(section(page).getByText('rita@example.com').first()).toBeVisible();
  expect((await site.call('POST', '/auths', { email, password: PASSWORD, publisherId: '204118605' })).status).toBe(401);
  expect((await (await site.as('rita@example.com')).ask<Customer>('')).email).toBe('rita@example.com');
  expect(told(facts)).toEqual(['account-error email-changed', 'account-error email-changed', 'account-change email-changed']);
});

test('an address: what is not in it stays, and what was given cannot vanish silently', async ({ page }) => {
  const email = 'event@example.com';
  const before = await answersOf(email);
  const facts = await site.show(page, TAG, email);
  await press(page, 'Change: Address');
  await section(page).getByLabel('City').fill('');
  await press(page, 'Save');
  await expect(section(page).locator('.cleeng-error')).toHaveCount(1);
  await section(page).getByLabel('City').fill('Husum');
  await press(page, 'Save');
  await expect(section(page).getByText('Saved.')).toBeVisible();
  const after = await answersOf(email);
  expect(after).toEqual({ ...before, address: { ...(before['address'] as object), city: 'Husum' } });
  expect(told(facts)).toEqual(['account-change address-updated']);
});

test('answers that are not required may stay empty, and one given is stored alone', async ({ page }) => {
  const email = 'season@example.com';
  const before = await answersOf(email);
  const facts = await site.show(page, TAG, email);
  await press(page, 'Change: More about you');
  await section(page).getByLabel('Phone').fill('+49 431 123456');
  await press(page, 'Save');
  await expect(section(page).getByText('Saved.')).toBeVisible();
  expect(await answersOf(email)).toEqual({ ...before, phoneNumber: '+49 431 123456' });
  expect(told(facts)).toEqual(['account-change capture-answered']);
});

test('a consent is given and withdrawn by one press each; the required one cannot be withdrawn', async ({ page }) => {
  const email = 'pass@example.com';
  const facts = await site.show(page, TAG, email);
  const state = async () => {
    const { consents } = await (await site.as(email)).ask<{ consents: { name: string; state: string }[] }>('/consents');
    return Object.fromEntries(consents.map((one) => [one.name, one.state]));
  };
  await section(page)
    .getByRole('button', { name: /^Agree: / })
    .click();
  await expect(section(page).getByText('You have agreed.')).toBeVisible();
  expect(await state()).toEqual({ broadcaster_terms: 'accepted', broadcaster_marketing: 'accepted' });
  await section(page)
    .getByRole('button', { name: /^Withdraw: / })
    .click();
  await expect(section(page).getByText('You have withdrawn your agreement.')).toBeVisible();
  expect(await state()).toEqual({ broadcaster_terms: 'accepted', broadcaster_marketing: 'declined' });
  expect(told(facts)).toEqual(['account-change consents-updated', 'account-change consents-updated']);
});

test('a link for a new password is sent to the viewer', async ({ page }) => {
  const email = 'twice@example.com';
  const facts = await site.show(page, TAG, email);
  await press(page, 'Send me a link');
  await expect(section(page).getByText(`A link is on its way to ${email}.`)).toBeVisible();
  const { data } = await site.call<{ mail: unknown[] }>('GET', `/sandbox/mail?recipient=${encodeURIComponent(email)}`);
  expect(data.mail).toHaveLength(1);
  expect(told(facts)).toEqual(['password-requested']);
});

test('logged out everywhere: another device’s session is over, too', async ({ page }) => {
  const email = 'giver@example.com';
  const { refreshToken } = await site.as(email);
  const facts = await site.show(page, TAG, email);
  await press(page, 'Log out everywhere');
  await press(page, 'Stay logged in');
  await press(page, 'Log out everywhere');
  await press(page, 'Log out everywhere now');
  await expect.poll(() => viewOf(page, TAG)).toBe('signed-out');
  expect((await site.call('POST', '/auths/refresh_token', { refreshToken })).status).toBe(401);
  expect(told(facts)).toEqual(['account-change signed-out-everywhere']);
});

test('by keyboard alone: opened, changed, saved, and the focus is where it was', async ({ page }) => {
  await site.show(page, TAG, 'downgrade@example.com');
  await section(page).getByRole('button', { name: 'Change: About you' }).focus();
  await page.keyboard.press('Enter');
  await expect(section(page).getByLabel('First name')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Noora');
  await page.keyboard.press('Enter');
  await expect(section(page).getByText('Saved.')).toBeVisible();
  await expect(section(page).getByRole('heading', { name: 'About you', exact: true })).toBeFocused();
});

test('no accessibility fault, and nothing wider than 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await site.show(page, TAG, 'viewer@example.com');
  for (const form of ['', 'About you', 'E-mail', 'Address', 'More about you']) {
    if (form) await press(page, `Change: ${form}`);
    await expectAccessible(page, TAG, form);
    if (form) await press(page, 'Keep as it is');
  }
});
