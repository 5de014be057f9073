import { expect, test } from '@playwright/test';
import { countCalls, field, logIn, newEmail, PASSWORD } from './helpers.js';

test('the password field is in the document, alone and inside the checkout, and Enter submits', async ({ page }) => {
  for (const path of ['/#/login', '/#/checkout/S274093615_DE']) {
    await page.goto(path);
    await expect(page.locator('cleeng-login form')).toBeVisible();
    const found = await page.evaluate(() => {
      const password = document.querySelector<HTMLInputElement>('input[type=password]');
      return password?.form && [...new FormData(password.form).keys()];
    });
    expect(found).toEqual(['email', 'password']);
  }
  const logins = countCalls(page, 'POST', /\/auths$/);
  await logIn(page, 'fresh@example.com');
  await expect(page.locator('cleeng-login')).toHaveCount(0);
  expect(logins.count).toBe(1);
});

test('siblings without a wrapper share one session', async ({ page }) => {
  await page.goto('/#/all');
  await logIn(page, 'viewer@example.com');
  await expect(page.locator('.all > .panel > cleeng-login').getByText('You are logged in as viewer@example.com.')).toBeVisible();
  await expect(page.locator('cleeng-my-account').getByRole('heading', { name: 'Nordlicht Annual' })).toBeVisible();
  await expect(page.locator('.all > .panel > cleeng-register').getByRole('button', { name: 'Log out' })).toBeVisible();
});

test('another tab follows a login and a logout at once', async ({ page, context }) => {
  await page.goto('/#/all');
  const other = await context.newPage();
  await other.goto('/#/all');
  await logIn(page, 'viewer@example.com');
  await expect(other.locator('.all > .panel > cleeng-login').getByText('You are logged in')).not.toHaveCount(0);
  await other.locator('cleeng-my-account').getByRole('button', { name: 'Log out' }).click();
  await expect(page.locator('.all > .panel > cleeng-login').getByRole('button', { name: 'Log in' })).toBeVisible();
});

test('a double click is one request: login', async ({ page }) => {
  await page.goto('/#/login');
  const calls = countCalls(page, 'POST', /\/auths$/);
  await field(page, 'cleeng-login', 'email').fill('fresh@example.com');
  await field(page, 'cleeng-login', 'password').fill(PASSWORD);
  await page.locator('cleeng-login').getByRole('button', { name: 'Log in' }).dblclick();
  await expect(page).toHaveURL(/#\/account/);
  expect(calls.count).toBe(1);
});

test('a double click is one request: registration and questions', async ({ page }) => {
  await page.goto('/#/join');
  const registrations = countCalls(page, 'POST', /\/customers$/);
  const consents = countCalls(page, 'PUT', /\/consents$/);
  const answers = countCalls(page, 'PUT', /\/capture$/);
  await field(page, 'cleeng-register', 'email').fill(newEmail());
  await field(page, 'cleeng-register', 'password').fill(PASSWORD);
  await field(page, 'cleeng-register', 'broadcaster_terms').check();
  await page.getByRole('button', { name: 'Create account' }).dblclick();
  for (const name of ['firstName', 'lastName', 'address', 'city', 'postCode']) await field(page, 'cleeng-capture', name).fill('x');
  await field(page, 'cleeng-capture', 'country').selectOption('DE');
  await field(page, 'cleeng-capture', 'custom_2').selectOption('East');
  await page.getByRole('button', { name: 'Continue' }).dblclick();
  await expect(page).toHaveURL(/#\/account/);
  expect([registrations.count, consents.count, answers.count]).toEqual([1, 1, 1]);
});

test('a double click is one request: cancel and resume', async ({ page }) => {
  await page.goto('/?cleeng-section=plan#/account');
  await logIn(page, 'viewer@example.com');
  const calls = countCalls(page, 'PATCH', /\/subscriptions$/);
  await page.getByRole('button', { name: 'Cancel plan' }).click();
  await page.getByRole('button', { name: 'Cancel plan now' }).dblclick();
  await expect(page.getByText('Your plan is cancelled.')).toBeVisible();
  expect(calls.count).toBe(1);
  await page.getByRole('button', { name: 'Resume plan' }).dblclick();
  await expect(page.getByText('Your plan goes on.')).toBeVisible();
  expect(calls.count).toBe(2);
});

test('the payment libraries are not asked for before the payment step', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto('/#/checkout/S274093615_DE');
  await expect(page.locator('cleeng-checkout cleeng-login form')).toBeVisible();
  expect(scripts.filter((url) => /adyen|paypal/i.test(url))).toEqual([]);
});
