import { expect, test, type APIRequestContext } from '@playwright/test';
import { build } from 'esbuild';
import { startSandbox } from '../../sandbox/src/server.js';
import { answerQuestions, countCalls, logIn, MONTHLY, newEmail, PASSWORD, register, SANDBOX } from './helpers.js';
import { ALPS, embed, failing, film, paywall, RENTAL, told, wall } from './shop.js';

test('the paywall logs in in place, opens for those who have a plan, and never shows its content before the answer', async ({ page }) => {
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route(`${SANDBOX}/entitlements/*`, async (route) => {
    await held;
    await route.continue();
  });
  await embed(page, paywall('S598310247'));
  await wall(page).getByRole('button', { name: 'Log in' }).click();
  await logIn(page, 'viewer@example.com');
  await expect(wall(page)).toContainText('Checking your access…');
  await expect(film(page)).toBeHidden();
  answer();
  await expect(film(page)).toBeVisible();
  await expect(page.locator('cleeng-paywall cleeng-login')).toHaveCount(0);
  expect(await told(page)).toBe('signed-out granted');
  // After a reload the session is there, the answer is not: nothing flashes meanwhile, and nobody is asked to log in.
  await page.reload();
  await expect(film(page)).toBeVisible();
  expect(await told(page)).toBe('granted');
});

test('bought in place by way of PayPal’s page: back on the page the purchase is finished and the content opens', async ({ page }) => {
  await page.route('**/paypal/sdk/js*', (route) => route.abort());
  await embed(page, paywall(RENTAL), '/?site=1');
  await wall(page).getByRole('button', { name: 'Get access' }).click();
  await page.locator('cleeng-checkout').getByRole('button', { name: 'Create an account' }).click();
  await register(page, newEmail());
  await answerQuestions(page);
  await page.getByRole('button', { name: 'Order with obligation to pay – PayPal' }).click({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Pay now' }).click();
  await expect(film(page)).toBeVisible({ timeout: 20_000 });
  await expect.poll(() => new URL(page.url()).search).toBe('?site=1');
  await expect.poll(() => told(page)).toBe('bought granted');
});

test('a link brings a lapsed viewer to the checkout with the coupon, and leaves the address', async ({ page }) => {
  await embed(page, paywall(MONTHLY, 'coupon-code="OTHER"'), `/?cleeng-offer=${MONTHLY}&cleeng-coupon=BACK50&site=1`);
  const checkout = page.locator('cleeng-paywall cleeng-checkout');
  await expect(checkout).toHaveAttribute('coupon-code', 'BACK50');
  await expect(checkout).toContainText('€9.99');
  expect(new URL(page.url()).search).toBe('?site=1');
});

test('where the offer is not sold, the paywall says so and offers help', async ({ page }) => {
  await embed(page, paywall(ALPS));
  await wall(page).getByRole('button', { name: 'Log in' }).click();
  await logIn(page, 'fresh@example.com');
  await expect(wall(page).getByRole('heading', { name: 'Not available in your country' })).toBeVisible();
  await expect(wall(page).getByRole('link', { name: 'Get help' })).toHaveAttribute('href', '/help');
  await expect(wall(page).getByRole('button', { name: 'Get access' })).toHaveCount(0);
});

test('when access cannot be asked for, the content stays closed until a retry says yes', async ({ page }) => {
  await page.route(`${SANDBOX}/entitlements/*`, failing);
  await embed(page, paywall('S598310247'));
  await wall(page).getByRole('button', { name: 'Log in' }).click();
  await logIn(page, 'viewer@example.com');
  await expect(wall(page)).toContainText('We could not check your access.');
  await expect(wall(page)).toContainText('Reference: req-77');
  await expect(film(page)).toBeHidden();
  await page.unroute(`${SANDBOX}/entitlements/*`);
  await wall(page).getByRole('button', { name: 'Try again' }).click();
  await expect(film(page)).toBeVisible();
});

test('two paywalls for one offer ask once', async ({ page }) => {
  await embed(page, `<cleeng-login></cleeng-login>${paywall('S598310247')}${paywall('S598310247').replace('film', 'other')}`);
  const calls = countCalls(page, 'GET', /\/entitlements\//);
  await logIn(page, 'viewer@example.com');
  await expect(film(page)).toBeVisible();
  await expect(page.locator('#other')).toBeVisible();
  expect(calls.count).toBe(1);
});

test('access that ends closes the paywall while the page is open', async ({ page, request }) => {
  // A sandbox of its own, which takes its time to start: its clock is nobody else's.
  test.slow();
  const sandbox = await startSandbox({ port: 0, data: 'memory' });
  try {
    await buyRental(request, sandbox.url);
    await page.clock.install();
    await page.route('**/config.json', (route) => route.fulfill({ json: { apiBase: sandbox.url } }));
    await embed(page, paywall(RENTAL));
    await wall(page).getByRole('button', { name: 'Log in' }).click();
    await logIn(page, 'fresh@example.com');
    await expect(film(page)).toBeVisible();
    await request.post(`${sandbox.url}/sandbox/clock`, { data: { advance: 'PT49H' } });
    await expect(film(page)).toBeVisible();
    await page.clock.fastForward('10:05');
    await expect(wall(page).getByRole('heading', { name: 'You need a plan to watch this' })).toBeVisible();
    await expect(film(page)).toBeHidden();
    expect(await told(page)).toBe('signed-out granted no-plan');
  } finally {
    await sandbox.close();
  }
});

/** Somebody of the seed rents a film, without a browser. */
async function buyRental(request: APIRequestContext, api: string): Promise<void> {
  const post = async <T>(path: string, data: object, jwt = ''): Promise<T> => {
    const response = await request.post(api + path, { data, headers: jwt ? { Authorization: `Bearer ${jwt}` } : {} });
    expect(response.ok(), path).toBe(true);
    return ((await response.json()) as { responseData: T }).responseData;
  };
  const login = { email: 'fresh@example.com', password: PASSWORD, publisherId: '204118605' };
  const { jwt, customerId } = await post<{ jwt: string; customerId: number }>('/auths', login);
  const { order } = await post<{ order: { id: number } }>('/orders', { offerId: RENTAL, customerId }, jwt);
  await request.patch(`${api}/orders/${order.id}`, { data: { paymentMethodId: 140960101 }, headers: { Authorization: `Bearer ${jwt}` } });
  const paymentMethod = {
    type: 'scheme',
    encryptedCardNumber: 'test_5555444433331111',
    encryptedExpiryMonth: 'test_03',
    encryptedExpiryYear: 'test_2030',
    encryptedSecurityCode: 'test_737',
  };
  await post('/connectors/adyen/initial-payment', { orderId: order.id, paymentMethod, origin: api, returnUrl: api, browserInfo: {} }, jwt);
}

test('isEntitled tells a page that uses a copy of the kit of its own', async ({ page }) => {
  const built = await build({
    entryPoints: ['src/index.ts'],
    bundle: true,
    format: 'esm',
    write: false,
    external: ['*/payments/adyen.js', '*/payments/paypal.js'],
  });
  await page.route('**/kit.js', (route) => route.fulfill({ contentType: 'text/javascript', body: built.outputFiles[0]?.text ?? '' }));
  await embed(page, '<cleeng-login></cleeng-login>');
  const ask = (offerId: string) =>
    page.evaluate(async (id) => {
      const { isEntitled } = (await import(`${location.origin}/kit.js`)) as typeof import('cleeng-elements');
      return isEntitled(id).catch((error: { name: string; code: string }) => `${error.name} ${error.code}`);
    }, offerId);
  expect(await ask('S598310247_DE')).toEqual({ granted: false, expiresAt: null, reason: 'signed-out' });
  await logIn(page, 'viewer@example.com');
  await expect(page.locator('cleeng-login').getByText('You are logged in as')).toBeVisible();
  expect(await ask('S598310247_DE')).toEqual({ granted: true, expiresAt: expect.any(Number) as unknown as number });
  expect(await ask(MONTHLY)).toEqual({ granted: false, expiresAt: null, reason: 'no-plan' });
  expect(await ask(ALPS)).toEqual({ granted: false, expiresAt: null, reason: 'geo-blocked' });
  await page.route(`${SANDBOX}/entitlements/*`, (route) => route.abort());
  expect(await ask('S598310247_DE')).toBe('CleengError network');
});
