import { expect, test, type Page } from '@playwright/test';
import { startSandbox, type RunningSandbox } from '../../sandbox/src/server.js';
import { logIn, PASSWORD, SANDBOX } from './helpers.js';

/** These lives need a clock of their own: a sandbox beside the one all other tests share. */
test.describe.configure({ mode: 'default' });
let sandbox: RunningSandbox;
let api: string;
test.beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, data: 'memory' });
  api = sandbox.url;
});
test.afterAll(() => sandbox.close());

const post = async <T>(path: string, body: object, jwt?: string, method = 'POST'): Promise<T> => {
  const headers = { 'Content-Type': 'application/json', ...(jwt ? { Authorization: `Bearer ${jwt}` } : {}) };
  const response = await fetch(api + path, { method, headers, ...(method === 'GET' ? {} : { body: JSON.stringify(body) }) });
  expect(response.ok, `${method} ${path}`).toBe(true);
  return (await response.json()) as T;
};

/** Moves the sandbox's clock, and the viewer's with it; they come back to the tab, and it has asked the platform again. */
async function later(page: Page, advance: string): Promise<void> {
  const { now } = await post<{ now: string | number }>('/sandbox/clock', { advance });
  await page.clock.setFixedTime(typeof now === 'number' ? now * 1000 : now);
  const read = page.waitForResponse((response) => response.ok() && /\/customers\/\d+\/offers$/.test(new URL(response.url()).pathname));
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await read;
}

/** Somebody of the seed, looking at their plan. */
async function viewer(page: Page, name: string): Promise<void> {
  await page.route(`${SANDBOX}/**`, (route) => route.continue({ url: route.request().url().replace(SANDBOX, api) }));
  await page.goto('/?cleeng-section=plan#/account');
  await logIn(page, `${name}@example.com`);
  await expect(plan(page).locator('article').first()).toBeVisible();
}
const plan = (page: Page) => page.locator('cleeng-plan');
const says = (page: Page, text: string | RegExp) => expect(plan(page)).toContainText(text);

/** Signed in as the platform sees it, without a page. */
async function tokensOf(name: string): Promise<{ jwt: string; customerId: number }> {
  const body = { email: `${name}@example.com`, password: PASSWORD, publisherId: '204118605' };
  const { responseData } = await post<{ responseData: { jwt: string } }>('/auths', body);
  const { customerId } = JSON.parse(atob(responseData.jwt.split('.')[1]!)) as { customerId: number };
  return { jwt: responseData.jwt, customerId };
}

test.beforeEach(async () => {
  await post('/sandbox/reset', {});
  await post('/sandbox/clock', { freeze: true });
});

test('a trial becomes a plan that is paid for', async ({ page }) => {
  await viewer(page, 'trial');
  await says(page, /Your free trial ends on .* Then you pay €9\.99\./);
  await later(page, 'P10D');
  await says(page, /Active\s+Next payment: €9\.99 on /);
});

test('a renewal that is refused is a payment problem with days left, and in the end the plan is gone', async ({ page }) => {
  const { jwt, customerId } = await tokensOf('trial');
  type Details = { responseData: { paymentDetails: { id: number }[] } };
  const { responseData } = await post<Details>(`/customers/${customerId}/payment_details`, {}, jwt, 'GET');
  for (const { id } of responseData.paymentDetails) await post(`/payment_details/${id}`, {}, jwt, 'DELETE');
  await viewer(page, 'trial');
  await later(page, 'P10D');
  await says(page, /Payment problem\s+The payment due on .* did not go through/);
  await expect(plan(page).getByRole('link', { name: 'Update payment details' })).toBeVisible();
  await expect(plan(page).getByRole('button', { name: 'Change plan' })).toHaveCount(0);
  await later(page, 'P40D');
  await says(page, 'You have no plan yet.');
});

test('a change that was put off happens at the end of the period, and not before', async ({ page }) => {
  await viewer(page, 'downgrade');
  await says(page, /it changes to Nordlicht Monthly, for €9\.99\./);
  // In steps that no session is too short for.
  await later(page, 'P80D');
  await says(page, 'Keep Nordlicht Annual instead');
  await later(page, 'P80D');
  await says(page, 'Keep Nordlicht Annual instead');
  await later(page, 'P10D');
  await says(page, 'You now have Nordlicht Monthly.');
  await expect(plan(page).getByRole('heading', { name: 'Nordlicht Monthly' })).toBeVisible();
  await says(page, /Next payment: €9\.99 on /);
});

test('a change that was put off can be taken back', async ({ page }) => {
  await viewer(page, 'downgrade');
  await plan(page).getByRole('button', { name: 'Keep Nordlicht Annual instead' }).click();
  await says(page, 'Nothing changes: you keep Nordlicht Annual.');
  await later(page, 'P80D');
  await says(page, /Next payment: €89\.99 on /);
  await later(page, 'P90D');
  await expect(plan(page).getByRole('heading', { name: 'Nordlicht Annual' })).toBeVisible();
  await says(page, /Next payment: €89\.99 on /);
});

test('a change at once is pending until it is done', async ({ page }) => {
  await viewer(page, 'active');
  await plan(page).getByRole('button', { name: 'Change plan' }).click();
  await plan(page).getByRole('button', { name: 'Choose Nordlicht Plus' }).click();
  await plan(page).getByRole('button', { name: 'Change now' }).click();
  await says(page, 'Your change to Nordlicht Plus is on its way.');
  await says(page, 'It is being changed to Nordlicht Plus.');
  await later(page, 'PT5M');
  await says(page, 'You now have Nordlicht Plus.');
  await says(page, /Next payment: €14\.99 on /);
});

test('a pause begins at the end of the period, ends by itself, and the plan goes on', async ({ page }) => {
  await viewer(page, 'active');
  await plan(page).getByRole('button', { name: 'Pause plan' }).click();
  await plan(page).getByRole('button', { name: 'Pause plan' }).click();
  await says(page, /Your plan pauses on .* and goes on on /);
  await later(page, 'P25D');
  await says(page, /Paused until .*: no access until then\. Then you pay €9\.99/);
  await later(page, 'P20D');
  await says(page, /Active\s+Next payment: €9\.99 on /);
});

test('a pause that runs can be ended at once', async ({ page }) => {
  await viewer(page, 'paused');
  await says(page, 'If you end the pause now, you pay €24.99 now.');
  await plan(page).getByRole('button', { name: 'End the pause now' }).click();
  await says(page, 'The pause is over.');
  await says(page, /Next payment: €24\.99 on /);
});

test('a gift extends a plan that is there', async ({ page }) => {
  await viewer(page, 'paypal');
  const before = await plan(page).locator('article p').first().innerText();
  const { jwt } = await tokensOf('paypal');
  await post('/gifts/redeem/GFTS-WEEK', {}, jwt);
  const read = page.waitForResponse((response) => response.ok() && /\/customers\/\d+\/offers$/.test(new URL(response.url()).pathname));
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await read;
  await expect(plan(page).locator('article p').first()).not.toHaveText(before);
  await says(page, /Next payment: €24\.99 on /);
  await expect(plan(page).locator('article')).toHaveCount(1);
});

test('cancelled it runs to its end and no further; what is shown is what the database holds', async ({ page }) => {
  await viewer(page, 'active');
  await plan(page).getByRole('button', { name: 'Cancel plan' }).click();
  await plan(page).getByLabel('It is too expensive').check();
  await plan(page).getByRole('button', { name: 'Cancel plan now' }).click();
  await says(page, 'Your plan is cancelled.');
  const { customerId } = await tokensOf('active');
  const rows = await post<{ status: string }[]>(`/sandbox/subscriptions?customerId=${customerId}`, {}, undefined, 'GET');
  expect(rows.map(({ status }) => status)).toEqual(['cancelled']);
  await later(page, 'P40D');
  await says(page, 'You have no plan yet.');
});

test('a coupon takes effect on the next payment', async ({ page }) => {
  await viewer(page, 'active');
  await plan(page).getByRole('button', { name: 'Use a coupon' }).click();
  await plan(page).getByLabel('Coupon code').fill('NOSUCH');
  await page.keyboard.press('Enter');
  await says(page, 'We do not know this code.');
  await expect(plan(page).getByLabel('Coupon code')).toBeFocused();
  await plan(page).getByLabel('Coupon code').fill('SAVE30');
  await page.keyboard.press('Enter');
  await says(page, 'The coupon counts from your next payment on, which is €6.99 now.');
  await says(page, 'Next payment: €6.99 on ');
});

test('two tabs agree on what was done in one of them', async ({ page, context }) => {
  await viewer(page, 'active');
  const other = await context.newPage();
  await other.route(`${SANDBOX}/**`, (route) => route.continue({ url: route.request().url().replace(SANDBOX, api) }));
  await other.goto('/?cleeng-section=plan#/account');
  await says(other, 'Next payment: ');
  await plan(page).getByRole('button', { name: 'Cancel plan' }).click();
  await plan(page).getByRole('button', { name: 'Cancel plan now' }).click();
  await says(page, 'Your plan is cancelled.');
  await says(other, 'You keep access until ');
  await expect(plan(other).getByRole('button', { name: 'Resume plan' })).toBeVisible();
});
