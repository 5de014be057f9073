import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { readPages } from '../../scripts/docs/pages.js';
import { expectNoFaults } from './accessible.js';
import { SANDBOX, watchConsole } from './helpers.js';
import { notThere, serve } from './publisher.js';

const pages = readPages();
/** Of the elements, whose pages are alike, two; all of them by `npm run test:full`. */
const seen = pages.filter(({ tag }) => !tag || process.env['FULL'] || tag === 'cleeng-login' || tag === 'cleeng-payment-details');

const frame = (page: Page) => page.frameLocator('#playground iframe');
const choice = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const code = (page: Page) => page.locator('#panel-code pre');

/** A page in every look by `npm run test:full`; otherwise in one of them, the next page in the next. */
const LOOKS = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 390 },
] as const;

test('every page of the documentation: nothing on the console or outside the window, no fault for axe', async ({ page }) => {
  test.setTimeout(30_000 + 15_000 * seen.length);
  const messages = watchConsole(page);
  for (const [index, { slug, tag }] of seen.entries()) {
    for (const { colorScheme, width } of process.env['FULL'] ? LOOKS : [LOOKS[index % LOOKS.length]!]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 844 });
      await page.goto(`/docs/${slug}.html`);
      await expect(page.getByRole('button', { name: 'Search' })).toBeVisible();
      if (tag) await expect(page.locator('.shows code')).not.toHaveText('…', { timeout: 15_000 });
      await expectNoFaults(page, 'html', slug);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), slug).toBeLessThanOrEqual(0);
    }
  }
  expect(messages).toEqual([]);
});

test('an element’s page: controls change it, the code follows, the log tells, and it goes into a publisher’s site', async ({ page }) => {
  test.setTimeout(60_000);
  await page.goto('/docs/cleeng-login.html?state=failed');
  // A link to a state shows that state, and what happened on the way there.
  await expect(choice(page, 'State')).toHaveValue('failed');
  await page.getByRole('tab', { name: 'Events (1)' }).click();
  const log = page.locator('.log');
  await expect(log).toContainText('cleeng-login-error');
  await expect(log).toContainText('version 1');
  await expect(log).toContainText('"code": "wrong-credentials"');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(log).toHaveCount(0);

  await page.getByRole('link', { name: 'form', exact: true }).click();
  await expect(page).toHaveURL(/\?state=form$/);
  const create = frame(page).getByText('Create an account');
  await expect(create).toBeVisible();

  // Every attribute has a control, which speaks to the element where it stands.
  await frame(page).getByLabel('E-mail').fill('kept@example.com');
  await page.getByRole('tab', { name: 'Attributes' }).click();
  await page.getByRole('checkbox', { name: 'switchable' }).uncheck();
  await expect(create).toBeHidden();
  await page.getByLabel('messages as JSON').fill('{ "en": { "login.heading": "Members only" } }');
  await page.getByLabel('messages as JSON').blur();
  await expect(frame(page).getByRole('heading', { name: 'Members only' })).toBeVisible();
  await page.getByLabel('messages as JSON').fill('');
  await page.getByLabel('reset-url', { exact: true }).fill('https://shop.example/login');
  await page.getByRole('tab', { name: 'Attributes' }).press('ArrowRight');
  await page.getByRole('tab', { name: 'Tokens' }).press('ArrowRight');
  await expect(code(page)).toContainText('<cleeng-login publisher-id="204118605" reset-url="https://shop.example/login"></cleeng-login>');

  await page.getByRole('tab', { name: 'Tokens' }).click();
  await page.getByLabel('--cleeng-color-primary', { exact: true }).fill('rgb(200, 0, 80)');
  await page.getByRole('tab', { name: 'Code' }).click();
  await expect(code(page)).toContainText('--cleeng-color-primary: rgb(200, 0, 80);');
  await expect(frame(page).getByRole('button', { name: 'Log in' })).toHaveCSS('background-color', 'rgb(200, 0, 80)');
  await page.getByRole('button', { name: 'React' }).click();
  await expect(code(page)).toContainText('resetUrl="https://shop.example/login"');
  await page.getByRole('button', { name: 'Vue' }).click();
  await expect(code(page)).toContainText(`import('cleeng-elements/define/login')`);

  // The page around it changes without what was typed being lost.
  await choice(page, 'Theme').selectOption('dark');
  await choice(page, 'Density').selectOption('compact');
  await choice(page, 'Direction').selectOption('rtl');
  await expect(frame(page).locator('html')).toHaveCSS('color-scheme', 'dark');
  await expect(frame(page).locator('html')).toHaveCSS('direction', 'rtl');
  await expect(frame(page).getByRole('button', { name: 'Log in' })).toHaveCSS('min-height', '40px');
  await expect(frame(page).getByLabel('E-mail')).toHaveValue('kept@example.com');

  // A brand and a language are in the code, too.
  await choice(page, 'Brand').selectOption('pip');
  await choice(page, 'Language').selectOption('de');
  await expect(frame(page).getByRole('button', { name: 'Anmelden' })).toBeVisible();
  await expect(frame(page).getByLabel('E-Mail')).toHaveValue('kept@example.com');
  await expect(code(page).first()).toContainText('lang="de"');
  await expect(page.getByLabel('Style sheet of the brand')).toContainText('--cleeng-color-primary');
  await choice(page, 'Language').selectOption('en');
  await choice(page, 'Brand').selectOption('none');
  await expect(page.getByLabel('Style sheet of the brand')).toHaveCount(0);

  // The sandbox's own switches: somebody else, another time, a fault.
  await page.getByRole('tab', { name: 'Sandbox' }).click();
  await choice(page, 'Logged in as').selectOption('viewer@example.com');
  await expect(page.locator('.shows code')).toHaveText('signed-in', { timeout: 15_000 });
  await expect(page.getByRole('row', { name: /5555 4444 3333 1111/ })).toContainText('is accepted');
  await choice(page, 'Logged in as').selectOption('');
  await expect(page.locator('.shows code')).toHaveText('form', { timeout: 15_000 });

  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'In a publisher’s site' }).click();
  const site = await opened;
  await expect(site.getByRole('link', { name: 'NordlichtTV' })).toBeVisible();
  await expect(site.getByRole('button', { name: 'Log in' })).toHaveCSS('background-color', 'rgb(200, 0, 80)');
  await expect(site.getByText('Create an account')).toBeHidden();
});

test('the search is worked by the keyboard alone and leads to a section', async ({ page }) => {
  await page.goto('/docs/');
  await expect(page.getByRole('button', { name: 'Search' })).toBeVisible();
  await page.keyboard.press('/');
  const box = page.getByRole('combobox', { name: 'Search' });
  await expect(box).toBeFocused();
  await box.pressSequentially('trusted types enforced');
  const found = page.getByRole('listbox', { name: 'Found' }).getByRole('option');
  await expect(found.first()).toContainText('A Content Security Policy');
  await expect(found.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(found.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/docs\/security\.html#a-content-security-policy$/);
  await expect(page.getByRole('button', { name: 'Search' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await box.fill('there is no such thing at all');
  await expect(page.getByText('Nothing found')).toBeAttached();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page).toHaveURL(/\/docs\/(accessibility|migrating)\.html$/);
});

test('on a phone the sidebar is a menu', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/docs/theming.html');
  const menu = page.getByRole('button', { name: 'Menu' });
  const sidebar = page.getByRole('navigation', { name: 'Documentation' });
  await expect(menu).toBeVisible();
  await expect(sidebar).toBeHidden();
  await menu.click();
  await expect(sidebar).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sidebar).toBeHidden();
  await expect(menu).toBeFocused();
  await menu.click();
  await sidebar.getByRole('link', { name: 'cleeng-checkout' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('cleeng-checkout');
});

test('where no sandbox answers, the pages say what to do', async ({ page }) => {
  let answers = false;
  await page.route('**/config.json', (route) => (answers ? route.fallback() : route.fulfill({ json: { apiBase: 'http://localhost:9' } })));
  for (const path of ['/docs/cleeng-offers.html', '/', '/react/']) {
    await page.goto(path);
    const notice = page.getByRole('alert').filter({ hasText: 'No sandbox answers at http://localhost:9.' });
    await expect(notice, path).toContainText('npm run sandbox');
    await expect(notice.getByRole('button', { name: 'Try again' })).toBeVisible();
  }
  // The documentation itself needs none.
  await page.goto('/docs/events.html');
  await expect(page.getByRole('alert')).toHaveCount(0);
  answers = true;
  await page.goto('/docs/cleeng-offers.html');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the page without a build of “Getting started” sells as it stands', async ({ page }) => {
  const [, html = ''] = /```html\n([^]*?)```/.exec(await readFile('docs/start.md', 'utf8')) ?? [];
  const site = await serve((path) => {
    if (path === '/') return Promise.resolve(html.replaceAll('http://localhost:4242', SANDBOX));
    return path.startsWith('/cleeng-elements/') ? readFile(join('dist/cdn', path.slice('/cleeng-elements/'.length)), 'utf8') : notThere();
  });
  await page.goto(`${site.url}/`);
  await expect(page.locator('cleeng-checkout').getByRole('heading', { name: 'Nordlicht Monthly' })).toBeVisible();
  await expect(page.locator('cleeng-checkout').getByRole('button', { name: 'Create an account' })).toBeVisible();
  site.close();
});
