import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { DASHBOARD, expectFine, expectNoViolations, goTo, signUp } from './dashboard.js';
import { SANDBOX, watchConsole } from './helpers.js';

// Every page is looked at in two sizes, and by axe.
test.describe.configure({ timeout: 120_000 });

test('the dashboard: an account is opened, left and entered again; a key works, is shown once, and is revoked', async ({ page }) => {
  const messages = watchConsole(page);
  await page.goto(DASHBOARD);
  await expectFine(page, 'log in');
  await page.goto(`${DASHBOARD}#/sign-up`);
  await expectFine(page, 'sign up');
  const email = await signUp(page);
  await expectFine(page, 'start');
  await expectNoViolations(new AxeBuilder({ page }).withRules('color-contrast'), 'start, in the light');

  await page.getByRole('button', { name: 'Log out' }).click();
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Wrong email or password')).toBeVisible();
  await expectNoViolations(new AxeBuilder({ page }).withRules('color-contrast'), 'a fault, in the light');
  await page.getByLabel('Password').fill('Lighthouse9');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Harbour Films' })).toBeFocused();

  await goTo(page, 'API keys');
  await expect(page.getByText('There is no key yet.')).toBeVisible();
  await page.getByLabel('What it is for').fill('Server');
  await page.keyboard.press('Enter');
  const token = (await page.getByRole('region', { name: 'Token' }).textContent()) ?? '';
  await expectFine(page, 'keys');
  const offers = () => fetch(`${SANDBOX}/3.1/offers`, { headers: { 'X-Publisher-Token': token } });
  expect((await offers()).status).toBe(200);
  await page.reload();
  await expect(page.getByRole('cell', { name: 'Server', exact: true })).toBeVisible();
  await expect(page.getByText(token)).toHaveCount(0);
  await page.getByRole('button', { name: 'Revoke: Server' }).click();
  await expectFine(page, 'a question');
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('The key “Server” is revoked.')).toBeVisible();
  expect((await offers()).status).toBe(401);
  // A wrong password is an answer that the browser notes by itself.
  expect(messages.filter((text) => !text.includes('401'))).toEqual([]);
});

test('the dashboard: an offer of each type is created, one is changed, and a coupon lowers it', async ({ page }) => {
  const messages = watchConsole(page);
  await signUp(page);
  await goTo(page, 'Offers');
  await expect(page.getByRole('table', { name: 'Offers' })).toBeVisible();
  await expectFine(page, 'offers');
  const main = page.getByRole('group', { name: 'Main country' });
  const create = async (type: string, title: string, price: string) => {
    await page.goto(`${DASHBOARD}#/offers/new`);
    await main.getByLabel('Title').fill(title);
    await main.getByLabel('Price', { exact: true }).fill(price);
    await page.getByLabel('Type').selectOption({ label: type });
  };
  const put = async () => {
    await page.getByRole('button', { name: 'Put it on sale' }).click();
    await expect(page.getByText('The offer is on sale.')).toBeVisible();
  };

  await create('Subscription', 'Harbour Plus', '10');
  await page.getByLabel('Free trial').selectOption('day');
  await page.getByLabel('Days').fill('14');
  await main.getByRole('button', { name: 'Add a promotional price' }).click();
  await main.getByLabel('Name of the promotion').fill('Opening');
  await main.getByLabel('Promotional price', { exact: true }).fill('5');
  await main.getByLabel('From').fill('2030-01-01T00:00');
  await main.getByLabel('Until').fill('2030-02-01T00:00');
  await page.getByRole('button', { name: 'Add a country' }).click();
  const austria = page.getByRole('group', { name: 'Another country' });
  await austria.getByLabel('Title').fill('Hafen Plus');
  await austria.getByLabel('Price', { exact: true }).fill('11.5');
  await austria.getByLabel('Country', { exact: true }).selectOption('AT');
  await expectFine(page, 'a new offer');
  await put();
  const id = new URL(page.url()).hash.split('/')[2] ?? '';
  await expect(page.getByRole('region', { name: 'On your page' })).toContainText(`offer-id="${id}_DE"`);
  await expectFine(page, 'an offer');
  const read = async () => ((await (await page.request.get(`${SANDBOX}/v2/offers/${id}`)).json()) as { responseData: object }).responseData;
  const rules = [{ from: 1893456000, to: 1896134400, amount: 5, name: 'Opening' }];
  expect(await read()).toMatchObject({
    title: 'Harbour Plus',
    price: { amount: 10, currency: 'EUR', rules },
    billingCycle: { periodUnit: 'month', amount: 1 },
    freeTrial: { type: 'day', duration: 14 },
    localizations: [{ title: 'Hafen Plus', countryCode: 'AT', price: { amount: 11.5 } }],
  });
  await page.getByRole('group', { name: 'Main country' }).getByLabel('Price', { exact: true }).fill('12');
  await page.getByLabel('Free trial').selectOption('');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The offer is changed.')).toBeVisible();
  const changed = await read();
  expect(changed).toMatchObject({ price: { amount: 12, rules }, localizations: [{ title: 'Hafen Plus' }] });
  expect(changed).not.toHaveProperty('freeTrial');

  await create('Pass', 'Harbour Week', '4');
  await page.getByLabel('How many').fill('7');
  await put();
  await create('Video', 'The Pier', '3.5');
  await page.getByLabel('How long it lasts').selectOption('never');
  await put();
  await create('Live event', 'Regatta', '8');
  await page.getByLabel('Begins').fill('2031-06-01T10:00');
  await page.getByLabel('Ends').fill('2031-06-01T09:00');
  await page.getByRole('button', { name: 'Put it on sale' }).click();
  await expect(page.getByText('Invalid param event: it ends before it begins, or has ended')).toBeVisible();
  await page.getByLabel('Ends').fill('2031-06-01T12:00');
  await put();

  await page.goto(`${DASHBOARD}#/coupons/new`);
  await page.getByLabel('Name').fill('Opening');
  await page.getByLabel('Percent off').fill('50');
  await page.getByLabel('Coupons', { exact: true }).fill('HALF, HARBOUR-2');
  await page.getByLabel('Harbour Plus').check();
  await expectFine(page, 'a new campaign');
  await page.getByRole('button', { name: 'Start the campaign' }).click();
  await expect(page.getByRole('row', { name: /Opening/ })).toContainText('HALF, HARBOUR-2');
  await page.getByRole('link', { name: 'Opening' }).click();
  await page.getByLabel('It is active').uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The campaign is changed.')).toBeVisible();
  await goTo(page, 'Coupons');
  await expect(page.getByRole('row', { name: /Opening/ })).toContainText('turned off');
  await expectFine(page, 'coupons');
  expect(messages.filter((text) => !text.includes('400'))).toEqual([]);
});
