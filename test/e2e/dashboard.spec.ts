import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { listen } from '../sandbox/receiver.js';
import { newEmail, SANDBOX, watchConsole } from './helpers.js';

// Every page is looked at in two sizes, and by axe.
test.describe.configure({ timeout: 120_000 });

const DASHBOARD = `${SANDBOX}/dashboard`;

/** A publisher of one's own, signed in. */
async function signUp(page: Page): Promise<string> {
  const email = newEmail();
  await page.goto(DASHBOARD);
  await page.getByRole('link', { name: 'Open an account' }).click();
  await page.getByLabel('Name of the publisher').fill('Harbour Films');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill('Lighthouse9');
  await page.getByRole('button', { name: 'Open the account' }).click();
  await expect(page.getByRole('heading', { name: 'Harbour Films' })).toBeVisible();
  return email;
}

/** Large and small: nothing is wider than the window, and in the small and dark one axe finds nothing amiss. */
async function expectFine(page: Page, what: string): Promise<void> {
  for (const [width, colorScheme] of [
    [320, 'dark'],
    [1280, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), what).toBeLessThanOrEqual(0);
    if (width === 320) await expectNoViolations(new AxeBuilder({ page }), what);
  }
}

async function expectNoViolations(axe: AxeBuilder, what: string): Promise<void> {
  const { violations } = await axe.setLegacyMode().analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
    what,
  ).toEqual([]);
}

const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Dashboard' }).getByRole('link', { name, exact: true }).click();

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

test('the dashboard: a sale is found with its customer, and given back with the access', async ({ page }) => {
  const messages = watchConsole(page);
  await signUp(page);
  await goTo(page, 'Customers');
  await expect(page.getByText('Nobody has registered yet.')).toBeVisible();
  // The publisher's server sells something.
  const post = async <T>(path: string, data: object): Promise<T> => {
    const response = await page.request.post(SANDBOX + path, { data });
    expect(response.status(), await response.text()).toBe(200);
    return ((await response.json()) as { responseData: T }).responseData;
  };
  const offer = await post<{ id: string; longId: string }>('/3.1/offers', {
    type: 'subscription',
    title: 'Harbour Plus',
    countryCode: 'DE',
    price: { amount: 10, currency: 'EUR', taxIncluded: true },
    billingCycle: { periodUnit: 'month', amount: 1 },
  });
  const person = { email: newEmail(), firstName: '<b>Mara</b>', country: 'DE', currency: 'EUR', locale: 'de_DE' };
  const { id: customerId } = await post<{ id: number }>('/3.1/customers', person);
  const methods = (await (await page.request.get(`${SANDBOX}/sandbox/publisher/settings`)).json()) as {
    paymentMethods: { id: number; methodName: string }[];
  };
  const paymentMethodId = methods.paymentMethods.find(({ methodName }) => methodName === 'card')?.id;
  const wanted = { customerId, offerId: offer.longId, currency: 'EUR', country: 'DE', paymentMethodId };
  const { order } = await post<{ order: { id: number } }>('/3.1/orders', wanted);
  const sale = { orderId: order.id, status: 'captured', paymentOperation: 'initial-payment', paymentDetails: { variant: 'visa' } };
  await post('/3.1/payments', sale);

  await page.getByLabel('Email, name, id or external id').fill(person.email.slice(0, 20));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: person.email })).toBeVisible();
  await expectFine(page, 'customers');
  await page.getByRole('link', { name: person.email }).click();
  await expect(page.getByText('<b>Mara</b>')).toBeVisible();
  const held = page.getByRole('table', { name: 'Subscriptions and passes' });
  await expect(held).toContainText('active');
  await expectFine(page, 'a customer');
  await goTo(page, 'Transactions');
  await expect(page.getByRole('table', { name: 'Transactions' })).toContainText('€10.00');
  await expectFine(page, 'transactions');

  await goTo(page, 'Payments');
  const refund = page.getByRole('button', { name: /^Refund: €10.00/ });
  await refund.click();
  const dialog = page.getByRole('dialog');
  await expectFine(page, 'refunding');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(refund).toBeFocused();
  // What the sandbox refuses is said where it was asked for, and nothing is lost.
  await page.route('**/3.1/payments/*', (route) => route.abort(), { times: 1 });
  await refund.click();
  await dialog.getByLabel('Why').fill('A mistake');
  await dialog.getByRole('button', { name: 'Refund' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('The sandbox did not answer. Look whether it was done before you try again.');
  await dialog.getByRole('button', { name: 'Refund' }).click();
  await expect(page.getByText('The money is given back.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Payments' })).toContainText('given back');
  await expect(refund).toHaveCount(0);
  await expectFine(page, 'payments');

  await goTo(page, 'Events');
  await page.getByLabel('What happened').selectOption('refundPayment');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('table', { name: 'Events' }).getByRole('row')).toHaveCount(2);
  await expectFine(page, 'events');
  await page.getByRole('link', { name: String(customerId) }).click();
  await expect(held).toContainText('terminated');
  expect(messages.filter((text) => !text.includes('ERR_FAILED'))).toEqual([]);
});

test('the dashboard: everything is set, and a webhook is sent, looked at, and sent again', async ({ page }) => {
  const messages = watchConsole(page);
  const receiver = await listen();
  await signUp(page);
  const settings = async () => (await (await page.request.get(`${SANDBOX}/sandbox/publisher/settings`)).json()) as Record<string, unknown>;
  const save = async (what: string) => {
    await expectFine(page, what);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('It is saved.')).toBeVisible();
  };
  const section = (name: string) => page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name }).click();

  await goTo(page, 'Settings');
  await page.getByLabel('Name of the publisher').fill('Harbour Films 2');
  await page.getByLabel('Countries that are not served at all').fill('is no');
  await save('general');
  await expect(page.getByRole('complementary')).toContainText('Harbour Films 2');
  await section('Consents');
  await page.getByRole('button', { name: 'Add a consent' }).click();
  const consent = page.getByRole('group', { name: 'New consent' });
  await consent.getByLabel('Name', { exact: true }).fill('rules');
  await consent.getByLabel('What is agreed to').fill('The rules of the house');
  await save('consents');
  await section('Questions');
  await page.getByRole('button', { name: 'Add a question' }).click();
  await page.getByLabel('The question').fill('Where do you moor?');
  await page.getByLabel('Answers to choose from').fill('North\nSouth');
  await save('questions');
  await section('Ways to pay');
  await page.getByRole('group', { name: 'ideal, by adyen' }).getByLabel('It is offered').check();
  await page.getByRole('group', { name: 'ideal, by adyen' }).getByLabel('What it costs').fill('1.25');
  await save('ways to pay');
  await section('Dunning');
  const monthly = page.getByRole('group', { name: 'Every month' });
  await monthly.getByLabel('Attempts').fill('0 48');
  await monthly.getByLabel('Access lasts').fill('24');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('the attempts of monthly must ascend and end within 24 hours')).toBeVisible();
  await monthly.getByLabel('Access lasts').fill('72');
  await save('dunning');
  await section('Switches');
  const switches = ((await settings())['switches'] as unknown[]).length;
  await page
    .getByRole('button', { name: /^Remove/ })
    .first()
    .click();
  await save('switches');
  await section('Retention');
  await page.getByRole('button', { name: 'Add an offer to stay' }).click();
  await page.getByLabel('How many').fill('2');
  await save('retention');
  const now = await settings();
  expect(now).toMatchObject({ name: 'Harbour Films 2', blockedCountries: ['IS', 'NO'] });
  expect(now['consents']).toContainEqual(
    expect.objectContaining({ name: 'rules', version: '1', label: 'The rules of the house', required: false }),
  );
  expect(now['capture']).toEqual([
    { key: 'custom_1', enabled: true, required: false, question: 'Where do you moor?', value: 'North;South' },
  ]);
  expect(now['paymentMethods']).toContainEqual(expect.objectContaining({ methodName: 'ideal', enabled: true, feeRate: 125 }));
  expect(now['dunning']).toContainEqual({ cycle: 'monthly', graceHours: 72, attempts: [0, 48] });
  expect(now['switches']).toHaveLength(switches - 1);
  expect(now['retention']).toEqual([expect.objectContaining({ type: 'FREE_EXTENSION', extensionUnit: 'week', extensionAmount: 2 })]);

  await goTo(page, 'Webhooks');
  await page.getByLabel('Topic').selectOption('offerCreated');
  await page.getByLabel('Address').fill(receiver.url());
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByText('It is told from now on.')).toBeVisible();
  await page.getByText('Secret', { exact: true }).click();
  await expectFine(page, 'webhooks');
  const offer = { type: 'vod', title: 'The Pier', countryCode: 'DE', price: { amount: 3, currency: 'EUR', taxIncluded: true } };
  const sold = { ...offer, entitlement: { expirationPolicy: 'never' } };
  expect((await page.request.post(`${SANDBOX}/3.1/offers`, { data: sold })).status()).toBe(200);
  await expect.poll(() => receiver.received.length).toBe(1);
  await goTo(page, 'Deliveries');
  await expectFine(page, 'deliveries');
  await page.getByRole('link', { name: /^Offer created/ }).click();
  await expect(page.getByRole('region', { name: 'What was sent' })).toContainText('offerCreated');
  await page.getByRole('button', { name: 'Send it again' }).click();
  await expect(page.getByText('It is on its way again.')).toBeVisible();
  await expect.poll(() => receiver.received.length).toBe(2);
  expect(receiver.received[1]?.id).toBe(receiver.received[0]?.id);
  await expect
    .poll(async () => {
      await page.getByRole('button', { name: 'Look again' }).click();
      return page.getByRole('table', { name: 'Attempts' }).getByRole('row').count();
    })
    .toBe(3);
  await expectFine(page, 'a delivery');
  await goTo(page, 'Webhooks');
  await page.getByLabel('Everything comes twice').check();
  await save('webhooks');
  await page.getByRole('button', { name: /^Remove: Offer created/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('The endpoint is removed.')).toBeVisible();
  await expect(page.getByText('Nobody is told anything yet.')).toBeVisible();
  await receiver.close();
  expect(messages.filter((text) => !text.includes('400'))).toEqual([]);
});
