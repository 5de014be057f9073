import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { SANDBOX, watchConsole } from './helpers.js';

for (const [path, title] of [
  ['/', 'Subscription sandbox'],
  ['/mail', 'Mail'],
  ['/console', 'API console'],
  ['/dashboard', 'Log in'],
  ['/sandbox/phone', 'The viewer’s phone'],
] as const) {
  test(`the sandbox’s page ${path}: marked, accessible, small and large, light and dark, and nothing from elsewhere`, async ({ page }) => {
    const messages = watchConsole(page);
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(`${SANDBOX}/`)) foreign.push(request.url());
    });
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [320, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.goto(SANDBOX + path);
      await expect(page.getByRole('heading', { name: title, level: 1, exact: true })).toBeVisible();
      await expect(page.getByText('SANDBOX: not production.')).toBeVisible();
      if (path === '/console') await expect(page.locator('#operations-tag-Sandbox')).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      // What Swagger UI draws is its own affair.
      expect((await new AxeBuilder({ page }).exclude('#console').analyze()).violations).toEqual([]);
    }
    expect(foreign).toEqual([]);
    expect(messages).toEqual([]);
  });
}

test('the API console signs somebody in and shows a real answer', async ({ page }) => {
  await page.goto(`${SANDBOX}/console`);
  await page.getByLabel('Sign in as').selectOption('viewer@example.com');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Signed in as viewer@example.com')).toBeVisible();
  await page.locator('#operations-tag-Payments').click();
  const operation = page.locator('#operations-Payments-getAdyenPaymentMethods');
  await operation.locator('.opblock-summary-control').click();
  await operation.locator('textarea').fill('{}');
  const answered = page.waitForResponse((response) => response.url().endsWith('/connectors/adyen/payment-methods'));
  await operation.getByRole('button', { name: 'Execute' }).click();
  expect((await answered).status()).toBe(200);
  await expect(operation.locator('.live-responses-table')).toContainText('Nordlicht TV');
});

test('faults are set and taken away on the page', async ({ page }) => {
  await page.goto(SANDBOX);
  await page.getByLabel('Path').fill('/nothing/of/interest');
  await page.getByLabel('What happens').selectOption('status');
  await page.getByRole('button', { name: 'Add fault' }).click();
  await expect(page.getByText('* /nothing/of/interest: status 500, 0 of 1 times')).toBeVisible();
  expect((await page.request.get(`${SANDBOX}/nothing/of/interest`)).status()).toBe(500);
  await page.getByRole('button', { name: 'Remove all' }).click();
  await expect(page.getByText('Nothing goes wrong any more.')).toBeVisible();
  expect((await page.request.get(`${SANDBOX}/nothing/of/interest`)).status()).toBe(404);
});
