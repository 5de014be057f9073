import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { logIn, SANDBOX, watchConsole } from './helpers.js';

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html' };

/** A plain file server, as a publisher's CDN is one. */
function serve(answer: (path: string) => Promise<string>): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    answer(pathname).then(
      (text) => {
        response.writeHead(200, { 'Content-Type': TYPES[extname(pathname)] ?? 'text/html', 'Access-Control-Allow-Origin': '*' });
        response.end(text);
      },
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => {
    server.listen(0, () => resolve({ server, url: `http://localhost:${(server.address() as { port: number }).port}` }));
  });
}

test('the script tag of the README works from a plain HTML file on another origin', async ({ page }) => {
  const cdn = await serve((path) => readFile(join('dist/cdn', path), 'utf8'));
  const readme = await readFile('README.md', 'utf8');
  const snippet = /```html\n([^]*?)```/.exec(readme)?.[1] ?? '';
  const shop = await serve((path) =>
    path === '/'
      ? Promise.resolve(snippet.replace('https://cdn.example.com/cleeng-elements', cdn.url).replaceAll('http://localhost:4242', SANDBOX))
      : Promise.reject(new Error('nothing else')),
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
  cdn.server.close();
  shop.server.close();
});
