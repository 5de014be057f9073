import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { newEmail, SANDBOX, watchConsole } from './helpers.js';

const DASHBOARD = `${SANDBOX}/dashboard`;

/** A publisher of one's own, signed in. */
async function signUp(page: Page): Promise<string> {
  const email = newEmail();
  await page.goto(DASHBOARD);
  await page.getByRole('link', { name: 'Open an account' }).click();
  await page.getByLabel('Name of the publisher').fill('Harbour Films');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill('Lighthouse9');
  await page.getByRole('button', { name: 'Open the account' }).click();
  await expect(page.getByRole('heading', { name: 'Harbour Films' })).toBeVisible();
  return email;
}

/** Large and light, small and dark: nothing is amiss, and nothing is wider than the window. */
async function expectFine(page: Page, what: string): Promise<void> {
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [320, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), what).toBeLessThanOrEqual(0);
    expect((await new AxeBuilder({ page }).analyze()).violations, what).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Dashboard' }).getByRole('link', { name, exact: true }).click();

test('the dashboard: an account is opened, left and entered again; a key works, is shown once, and is revoked', async ({ page }) => {
  const messages = watchConsole(page);
  await page.goto(DASHBOARD);
  await expectFine(page, 'log in');
  await page.goto(`${DASHBOARD}#/sign-up`);
  await expectFine(page, 'sign up');
  const email = await signUp(page);
  await expectFine(page, 'start');

  await page.getByRole('button', { name: 'Log out' }).click();
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Wrong email or password')).toBeVisible();
  await page.getByLabel('Password').fill('Lighthouse9');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Harbour Films' })).toBeFocused();

  await goTo(page, 'API keys');
  await expect(page.getByText('There is no key yet.')).toBeVisible();
  await page.getByLabel('What it is for').fill('Server');
  await page.keyboard.press('Enter');
  const token = (await page.getByRole('region', { name: 'Token' }).textContent()) ?? '';
  await expectFine(page, 'keys');
  const offers = () => page.request.get(`${SANDBOX}/3.1/offers`, { headers: { 'X-Publisher-Token': token, Cookie: '' } });
  expect((await offers()).status()).toBe(200);
  await page.reload();
  await expect(page.getByRole('cell', { name: 'Server' })).toBeVisible();
  await expect(page.getByText(token)).toHaveCount(0);
  await page.getByRole('button', { name: 'Revoke: Server' }).click();
  await expectFine(page, 'a question');
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('The key “Server” is revoked.')).toBeVisible();
  expect((await offers()).status()).toBe(401);
  // A wrong password is an answer that the browser notes by itself.
  expect(messages.filter((text) => !text.includes('401'))).toEqual([]);
});
