import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectOnePurchase, logIn, payButton, SANDBOX, typeCard, watchConsole } from './helpers.js';
import { settled } from './people.js';
import { notThere, serve } from './publisher.js';

/** What a sample application is for: somebody logs in, buys, and sees what they have. */
async function mainJob(page: Page, address: string): Promise<void> {
  const messages = watchConsole(page);
  const { email } = await settled(page.request);
  await page.goto(address);
  await logIn(page, email);
  await expect(page.getByText(/^Customer \d+ logged in\.$/)).toBeVisible();
  await expect(payButton(page)).toBeVisible({ timeout: 20_000 });
  await typeCard(page, '5555 4444 3333 1111');
  await payButton(page).click();
  await expectOnePurchase(page);
  await expect(page.getByText('Offer S274093615_DE was bought.')).toBeVisible();
  await page.getByRole('link', { name: 'Your account' }).click();
  await expect(page.locator('cleeng-my-account').getByRole('heading', { name: 'Nordlicht Monthly' }).first()).toBeVisible();
  expect(messages).toEqual([]);
}

for (const framework of ['react', 'vue']) {
  test(`${framework}: log in, buy, see the account`, ({ page }) => mainJob(page, `/${framework}/`));
}

test('plain HTML without a build: log in, buy, see the account', async ({ page }) => {
  const html = (await readFile('demo/html/index.html', 'utf8')).replaceAll('http://localhost:4242', SANDBOX);
  const site = await serve((path) => {
    if (path === '/') return Promise.resolve(html);
    return path.startsWith('/cleeng-elements/') ? readFile(join('dist/cdn', path.replace('/cleeng-elements/', '')), 'utf8') : notThere();
  });
  await mainJob(page, `${site.url}/`);
  site.close();
});
