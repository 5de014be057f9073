import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { logIn, SANDBOX, watchConsole } from './helpers.js';
import { settled } from './people.js';
import { notThere, plainPage, serve, serveCdn, type Site } from './publisher.js';

const sites: Site[] = [];
test.afterEach(() => sites.splice(0).forEach((site) => site.close()));

const CONFIG = `publisher-id="204118605" api-base="${SANDBOX}"`;

/** A page on an origin of its own, and a CDN on another. */
async function publish(html: (cdn: string) => string): Promise<{ cdn: string; shop: string }> {
  const cdn = await serveCdn();
  const shop = await serve((path) => (path === '/' ? Promise.resolve(html(cdn.url)) : notThere()));
  sites.push(cdn, shop);
  return { cdn: cdn.url, shop: `${shop.url}/` };
}

/** What content management systems and CSS frameworks do to a form, and worse. */
const HOSTILE = `
  *, *::before, *::after { box-sizing: content-box; margin: 0; padding: 0; border: 0; font: inherit; color: inherit; background: none; }
  input, button, select { all: unset; width: 20px; float: left; }
  label { display: none; }
  form > div { display: inline-block; height: 4px; overflow: hidden; }
  button { visibility: hidden; }
  p { position: absolute; left: -9999px; }`;

test('beside resets that break every form, inside a closed shadow root, put in by innerHTML, and in a frame: the form is there and works', async ({
  page,
}) => {
  const { shop } = await publish((cdn) =>
    plainPage(
      cdn,
      `<style>${HOSTILE}</style>
       <div id="hostile"><cleeng-login ${CONFIG}></cleeng-login></div>
       <div id="closed"></div><div id="late"></div>
       <iframe title="Frame" srcdoc='${plainPage(cdn, `<cleeng-login ${CONFIG}></cleeng-login>`)}' width="600" height="600"></iframe>`,
    ),
  );
  const messages = watchConsole(page);
  const { email } = await settled(page.request);
  await page.goto(shop);

  const form = page.locator('#hostile cleeng-login form');
  await expect(form).toBeVisible();
  for (const label of ['E-mail', 'Password']) await expect(form.getByText(label, { exact: true }).first()).toBeInViewport();
  for (const name of ['email', 'password']) {
    const box = await form.locator(`[name="${name}"]`).boundingBox();
    expect(box!.width, name).toBeGreaterThan(200);
    expect(box!.height, name).toBeGreaterThanOrEqual(24);
  }
  await expect(form.getByRole('button', { name: 'Log in' })).toBeVisible();

  await page.evaluate((config) => {
    const closed = document.getElementById('closed')!.attachShadow({ mode: 'closed' });
    closed.setHTMLUnsafe(`<cleeng-login id="in" ${config}></cleeng-login>`);
    Object.assign(window, { closedRoot: closed });
    document.getElementById('late')!.setHTMLUnsafe(`<cleeng-login ${config}></cleeng-login>`);
  }, CONFIG);
  await expect(page.locator('#late form')).toBeVisible();
  await expect.poll(() => heightInClosed(page)).toBeGreaterThan(200);
  await expect(page.frameLocator('iframe').locator('cleeng-login form')).toBeVisible();

  await logIn(page, email);
  await expect(page.locator('#hostile').getByText(`You are logged in as ${email}.`)).toBeVisible();
  // One session for all of them, whatever stands around them; the frame has a document of its own.
  await expect(page.locator('#late').getByText(`You are logged in as ${email}.`)).toBeVisible();
  expect(messages).toEqual([]);
});

const heightInClosed = (page: Page) =>
  page.evaluate(() => (window as unknown as { closedRoot: ShadowRoot }).closedRoot.querySelector('#in')!.getBoundingClientRect().height);

test('an element that another version has registered is left to it, and the console says so', async ({ page }) => {
  const { shop } = await publish((cdn) => {
    const other = `<script>customElements.define('cleeng-login', class extends HTMLElement {});</script>`;
    return plainPage(
      cdn,
      `${other}<cleeng-login></cleeng-login><cleeng-register ${CONFIG}></cleeng-register><script type="module" src="${cdn}/login.js"></script>`,
    );
  });
  const messages = watchConsole(page);
  await page.goto(shop);
  await expect(page.locator('cleeng-register form')).toBeVisible();
  // The second script of the same version has nothing to add but the same about the one that is not ours.
  expect(messages.filter((text) => !/^warning: <cleeng-login> is version unknown on this page, not \d/.test(text))).toEqual([]);
  expect(messages.length).toBeGreaterThan(0);
});

/** What jumped until now, as the browser sums it up. */
const layoutShift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(0), 300);
      }),
  );

test('the classic stub checks every file, keeps the elements’ places before they come, and nothing jumps', async ({ page }) => {
  const { files } = JSON.parse(await readFile('dist/cdn/integrity.json', 'utf8')) as { files: Record<string, string> };
  const { cdn, shop } = await publish(
    (url) => `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>A shop</title><link rel="icon" href="data:," />
      <script src="${url}/stub.js" integrity="${files['stub.js']!}" crossorigin="anonymous"></script></head>
      <body><cleeng-login ${CONFIG}></cleeng-login><cleeng-register ${CONFIG}></cleeng-register><p>After</p></body></html>`,
  );
  const messages = watchConsole(page);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(`${cdn}/cleeng-elements.js`, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(shop);
  const place = page.locator('cleeng-login');
  expect((await place.boundingBox())!.height).toBeGreaterThan(300);
  await expect(place).toBeHidden();
  release();
  await expect(page.locator('cleeng-login form')).toBeVisible();
  await expect(page.locator('cleeng-register form')).toBeVisible();
  expect(await layoutShift(page)).toBeLessThan(0.01);
  const map = JSON.parse((await page.locator('script[type=importmap]').textContent()) ?? '{}') as { integrity: Record<string, string> };
  expect(map.integrity[`${cdn}/cleeng-elements.js`]).toBe(files['cleeng-elements.js']);
  expect(messages).toEqual([]);

  // A chunk that is not what it was does not run, and the element says that it could not be loaded.
  await page.route(`${cdn}/chunks/**`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n// changed` });
  });
  await page.getByRole('button', { name: 'Forgot your password?' }).or(page.getByText('Forgot your password?')).first().click();
  await expect.poll(() => messages.some((text) => /integrity/i.test(text))).toBe(true);
});

test('the stub waits for an event that the page names', async ({ page }) => {
  const { shop } = await publish(
    (url) => `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>A shop</title><link rel="icon" href="data:," />
      <script src="${url}/stub.js" data-when="hydrated"></script></head><body><cleeng-login ${CONFIG}></cleeng-login></body></html>`,
  );
  await page.goto(shop, { waitUntil: 'networkidle' });
  expect(await page.evaluate(() => customElements.get('cleeng-login'))).toBeUndefined();
  await page.evaluate(() => dispatchEvent(new Event('hydrated')));
  await expect(page.locator('cleeng-login form')).toBeVisible();
});
