import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { build } from 'esbuild';
import { expectOnePurchase, MONTHLY, payButton, SANDBOX, typeCard, watchConsole } from './helpers.js';
import { settled } from './people.js';
import { notThere, serve } from './publisher.js';

test('a page of the React SDK goes on with its viewer, its settings and its listeners: the snippets of docs/migrating.md', async ({
  page,
}) => {
  const text = await readFile('docs/migrating.md', 'utf8');
  const snippets = [...text.matchAll(/```js\n([^]*?)```/g)].map(([, snippet]) => snippet!);
  expect(snippets).toHaveLength(2);
  // The sandbox stands for the platform.
  const contents = `${snippets.join('\n')}
    import 'cleeng-elements/define';
    configure({ apiBase: '${SANDBOX}', pspBase: '${SANDBOX}' });`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    tsconfigRaw: '{}',
    bundle: true,
    splitting: true,
    outdir: '/',
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  const site = await serve((path) => {
    if (path === '/') {
      return Promise.resolve(`<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>Shop</title><link rel="icon" href="data:," /></head>
        <body><cleeng-login></cleeng-login><cleeng-checkout></cleeng-checkout><script type="module" src="/stdin.js"></script></body></html>`);
    }
    const file = outputFiles.find((one) => one.path === path);
    return file ? Promise.resolve(file.text) : notThere();
  });
  const { email, jwt, refreshToken } = await settled(page.request);
  const left = {
    CLEENG_PUBLISHER_ID: '204118605',
    '204118605_CLEENG_ENVIRONMENT': 'sandbox',
    '204118605_CLEENG_OFFER_ID': MONTHLY,
    '204118605_CLEENG_AUTH_TOKEN': jwt,
    '204118605_CLEENG_REFRESH_TOKEN': refreshToken,
    '204118605_CLEENG_THEME': JSON.stringify({ primaryColor: '#112233' }),
  };
  await page.addInitScript((entries) => {
    if (localStorage.length === 0) for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value);
  }, left);
  const messages = watchConsole(page);
  await page.goto(site.url);
  await expect(page.getByText(`You are logged in as ${email}.`)).toBeVisible();
  await expect(payButton(page)).toBeVisible({ timeout: 20_000 });
  await expect(payButton(page)).toHaveCSS('background-color', 'rgb(17, 34, 51)');
  await typeCard(page, '5555 4444 3333 1111');
  await payButton(page).click();
  await expectOnePurchase(page);
  // The page's own listener, as the SDK's documentation has it.
  expect(messages).toEqual([`log: ${MONTHLY}`]);
  expect(await page.evaluate(() => localStorage.getItem('204118605_CLEENG_AUTH_TOKEN'))).toBeNull();
  site.close();
});
