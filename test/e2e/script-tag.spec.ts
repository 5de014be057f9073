import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { logIn, SANDBOX, watchConsole } from './helpers.js';
import { notThere, plainPage, serve, serveCdn } from './publisher.js';

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
  // What a refusal would mean comes beside the first call of the platform; nothing waits for it.
  const needed = scripts.filter((url) => url.startsWith(cdn.url) && !url.includes('/chunks/meanings-'));
  expect(needed).toEqual([`${cdn.url}/cleeng-elements.js`]);
  await logIn(page, 'fresh@example.com');
  await expect(page.locator('cleeng-checkout').getByText('How would you like to pay?')).toBeVisible();
  await expect(page.frameLocator('[data-cse="encryptedCardNumber"] iframe').locator('input')).toBeVisible({ timeout: 20_000 });
  expect(scripts.some((url) => url.startsWith(`${cdn.url}/chunks/adyen-`))).toBe(true);
  expect(messages.filter((text) => !/favicon/.test(text))).toEqual([]);
  cdn.close();
  shop.close();
});

test('without a build, a page keeps the tokens at its own back end: the script of the README', async ({ page }) => {
  const cdn = await serveCdn();
  const readme = await readFile('README.md', 'utf8');
  const script = (/```js\n([^]*?)```/.exec(readme)?.[1] ?? '').replace('https://cdn.example.com/cleeng-elements', cdn.url);
  const login = `<cleeng-login publisher-id="204118605" api-base="${SANDBOX}"></cleeng-login>`;
  const shop = await serve((path) =>
    path === '/' ? Promise.resolve(plainPage(cdn.url, `${login}<script type="module">${script}</script>`)) : notThere(),
  );
  let kept = 'null';
  await page.route(`${shop.url}/session`, async (route) => {
    if (route.request().method() === 'PUT') kept = route.request().postData() ?? 'null';
    await route.fulfill({ json: JSON.parse(kept) as object });
  });
  await page.goto(`${shop.url}/`);
  await logIn(page, 'viewer@example.com');
  const signedIn = page.getByText('You are logged in as viewer@example.com.');
  await expect(signedIn).toBeVisible();
  expect(Object.keys(JSON.parse(kept) as object)).toEqual(['jwt', 'refreshToken']);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('refreshToken');
  await page.reload();
  await expect(signedIn).toBeVisible();
  const token = await page.evaluate(async (url) => {
    const kit = (await import(url)) as { getToken(config: object): Promise<string | null> };
    const { apiBase, publisherId } = document.querySelector('cleeng-login') as unknown as Record<'apiBase' | 'publisherId', string>;
    return kit.getToken({ apiBase, publisherId });
  }, `${cdn.url}/cleeng-elements.js`);
  expect(token).toBe((JSON.parse(kept) as { jwt: string }).jwt);
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(page.locator('cleeng-login form')).toBeVisible();
  expect(kept).toBe('null');
  cdn.close();
  shop.close();
});
