import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { newEmail, PASSWORD, SANDBOX } from './helpers.js';
import { newcomer } from './people.js';
import { serve } from './serve.js';

const PUBLISHER = '204118605';
const LONG = 'word '.repeat(2048);
const RTL = '\u202eevil\u202c \u2067right\u2069 \u200f';
const HOSTILE = [
  '<img src=x onerror="window.hacked = 1">',
  '<script>window.hacked = 1</script>',
  '<a href="javascript:window.hacked = 1">script link</a>',
  '<a href="data:text/html,<script>window.hacked = 1</script>">data link</a>',
  '<svg onload="window.hacked = 1"><iframe srcdoc="<script>parent.hacked = 1</script>">',
  '"><style>* { display: none }</style>${7 * 7}{{7 * 7}}',
  RTL,
  LONG,
].join(' ');

/** What a publisher that is strict allows: the kit's own script, the platform, and Lit's policy for its templates. */
const policy = (cdn: string) =>
  [
    `default-src 'none'`,
    `script-src ${cdn}`,
    `connect-src ${SANDBOX}`,
    `style-src 'none'`,
    `img-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types lit-html`,
  ].join('; ');

/** A publisher's page under its policy, with one element. Whatever breaks the policy is collected. */
async function strictPage(page: Page, tag: string): Promise<{ broken: string[]; close: () => void }> {
  const cdn = await serve((path) => readFile(join('dist/cdn', path), 'utf8'));
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,">
    <script type="module" src="${cdn.url}/${tag.replace('cleeng-', '')}.js"></script></head>
    <body><${tag} publisher-id="${PUBLISHER}" api-base="${SANDBOX}"></${tag}></body></html>`;
  const shop = await serve((path) => (path === '/' ? Promise.resolve(html) : Promise.reject(new Error('nothing else'))), {
    'Content-Security-Policy': policy(cdn.url),
  });
  const broken: string[] = [];
  await page.exposeFunction('policyBroken', (what: string) => broken.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      // The icon of the test's own page.
      if (blockedURI !== 'data')
        (window as unknown as { policyBroken(what: string): void }).policyBroken(`${violatedDirective} ${blockedURI}`);
    });
  });
  page.on('pageerror', (error) => broken.push(error.message));
  await page.goto(shop.url);
  return {
    broken,
    close: () => {
      cdn.close();
      shop.close();
    },
  };
}

/** What a page is made of that text could never make. */
const strangers = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const visit = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        const handlers = element.getAttributeNames().filter((name) => name.startsWith('on'));
        if (element.matches('img, script, iframe, style, object, embed, [style]') || handlers.length)
          found.push(element.outerHTML.slice(0, 80));
        if (element instanceof HTMLAnchorElement && !/^https?:$/.test(element.protocol)) found.push(element.outerHTML.slice(0, 80));
      }
    };
    visit(document.body);
    if ('hacked' in window) found.push('hacked');
    return found;
  });

const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

const definition = (name: string, label: string, required = true) => ({
  broadcasterId: 1,
  name,
  version: '3',
  value: '',
  label,
  required,
  enabledByDefault: true,
});

test('hostile consent labels and error texts change nothing but text: registration', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.route(/\/publishers\/\d+\/consents$/, (route) =>
    route.fulfill({
      json: {
        responseData: {
          consents: [definition('constructor', HOSTILE), definition('__proto__', `${RTL} <a href='https://x.example'>good</a>`)],
        },
        errors: [],
      },
      headers: { 'Access-Control-Allow-Origin': '*' },
    }),
  );
  await page.route(/\/customers$/, (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({
          status: 400,
          json: { errors: [HOSTILE], code: HOSTILE, message: HOSTILE },
          headers: { 'Access-Control-Allow-Origin': '*' },
        })
      : route.fallback(),
  );
  const { broken, close } = await strictPage(page, 'cleeng-register');
  const boxes = page.getByRole('checkbox');
  await expect(boxes).toHaveCount(2);
  await expect(page.locator('cleeng-register')).toContainText('script link');
  await expect(page.locator('cleeng-register')).not.toContainText('function');
  for (const box of await boxes.all()) await expect(box).not.toBeChecked();
  await page.locator('[name=email]').fill(newEmail());
  await page.locator('[name=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(boxes.first()).toBeFocused();
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('alert')).toHaveText(/That did not work\. Please try again\./);
  expect(await strangers(page)).toEqual([]);
  expect(await page.locator('cleeng-register a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))).toEqual([
    'https://x.example/',
  ]);
  expect(await wide(page)).toBeLessThanOrEqual(0);
  expect(broken).toEqual([]);
  close();
});

test('hostile questions and consents change nothing but text: after a login', async ({ page, request }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { email } = await newcomer(request);
  const headers = { 'Access-Control-Allow-Origin': '*' };
  const question = (key: string, value: string) => ({ key, enabled: true, required: false, question: HOSTILE, value, answer: HOSTILE });
  await page.route(/\/capture\/status$/, (route) =>
    route.request().method() === 'OPTIONS'
      ? route.fallback()
      : route.fulfill({
          json: {
            responseData: {
              isCaptureEnabled: true,
              shouldCaptureBeDisplayed: true,
              settings: [
                question('custom_1', ''),
                question('custom_2', '<img src=x onerror=alert(1)>'),
                question('custom_3', '<b>Yes</b>;</select><script>'),
                question('custom_4', `One;${RTL};Two`),
              ],
            },
            errors: [],
          },
          headers,
        }),
  );
  await page.route(/\/customers\/\d+\/consents$/, (route) =>
    route.request().method() === 'GET'
      ? route.fulfill({
          json: {
            responseData: {
              consents: [
                {
                  ...definition('terms', HOSTILE),
                  customerId: '1',
                  state: 'declined',
                  newestVersion: RTL,
                  version: '<b>2</b>',
                  needsUpdate: true,
                  date: 0,
                },
              ],
            },
            errors: [],
          },
          headers,
        })
      : route.fallback(),
  );
  await page.route(/\/capture$/, (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({ json: { responseData: { success: true }, errors: [] }, headers })
      : route.fallback(),
  );
  const { broken, close } = await strictPage(page, 'cleeng-login');
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.locator('cleeng-capture form')).toBeVisible();
  await expect(page.locator('cleeng-capture [name=custom_1]')).toHaveValue(/onerror/);
  expect(await strangers(page)).toEqual([]);
  expect(await wide(page)).toBeLessThanOrEqual(0);
  await page.locator('cleeng-capture button[type=submit]').click();
  await expect(page.locator('cleeng-consents form')).toBeVisible();
  expect(await strangers(page)).toEqual([]);
  expect(await wide(page)).toBeLessThanOrEqual(0);
  expect(broken).toEqual([]);
  close();
});

test('login, forgotten password and registration in place work under the same policy', async ({ page }) => {
  const { broken, close } = await strictPage(page, 'cleeng-login');
  await page.locator('cleeng-login').evaluate((element) => element.setAttribute('switchable', ''));
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  await expect(page.getByRole('button', { name: 'Send link' })).toBeVisible();
  await page.getByRole('button', { name: 'Back to login' }).click();
  await page.getByRole('button', { name: 'Create an account' }).click();
  await expect(page.getByRole('checkbox')).toHaveCount(2);
  await page.locator('[name=password]').pressSequentially('Nord');
  await expect(page.locator('.cleeng-bar')).toBeVisible();
  expect(await strangers(page)).toEqual([]);
  expect(broken).toEqual([]);
  close();
});
