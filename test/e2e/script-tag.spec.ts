import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { logIn, SANDBOX, watchConsole } from './helpers.js';
import { notThere, serve, serveCdn } from './publisher.js';

test('the script tag of the README works from a plain HTML file on another origin', async ({ page }) => {
  const cdn = await serveCdn();
  const readme = await readFile('README.md', 'utf8');
  const snippet = /```html\n([^]*?)```/.exec(readme)?.[1] ?? '';
  const shop = await serve((path) =>
    path === '/'
      ? Promise.resolve(snippet.replace('https://cdn.example.com/cleeng-elements', cdn.url).replaceAll('http://localhost:4242', SANDBOX))
      : notThere(),
  );
  const messages = watchConsole(page);
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto(`${shop.url}/`);
  await expect(page.locator('cleeng-login form').first()).toBeVisible();
  expect(scripts.filter((url) => url.startsWith(cdn.url))).toEqual([`${cdn.url}/cleeng-elements.js`]);
  await logIn(page, 'fresh@example.com');
  await expect(page.locator('cleeng-checkout').getByText('How would you like to pay?')).toBeVisible();
  await expect(page.frameLocator('[data-cse="encryptedCardNumber"] iframe').locator('input')).toBeVisible({ timeout: 20_000 });
  expect(scripts.some((url) => url.startsWith(`${cdn.url}/chunks/adyen-`))).toBe(true);
  expect(messages.filter((text) => !/favicon/.test(text))).toEqual([]);
  cdn.close();
  shop.close();
});
