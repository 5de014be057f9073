import { expect, test } from '@playwright/test';
import { listen } from '../sandbox/receiver.js';
import { expectFine, goTo, signUp } from './dashboard.js';
import { newEmail, SANDBOX, watchConsole } from './helpers.js';

// Every page is looked at in two sizes, and by axe.
test.describe.configure({ timeout: 120_000 });

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

test('the dashboard: everything that can be set is kept', async ({ page }) => {
  const messages = watchConsole(page);
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
  await page.getByLabel('How many').fill('5');
  await save('retention');
  const now = await settings();
  expect(now).toMatchObject({ name: 'Harbour Films 2', blockedCountries: ['IS', 'NO'] });
  expect(now['consents']).toContainEqual(
    expect.objectContaining({ name: 'rules', version: '1', label: 'The rules of the house', required: false }),
  );
  const question = { key: 'custom_1', enabled: true, required: false, question: 'Where do you moor?', value: 'North;South' };
  expect(now['capture']).toContainEqual(question);
  expect(now['paymentMethods']).toContainEqual(expect.objectContaining({ methodName: 'ideal', enabled: true, feeRate: 125 }));
  expect(now['dunning']).toContainEqual({ cycle: 'monthly', graceHours: 72, attempts: [0, 48] });
  expect(now['switches']).toHaveLength(switches - 1);
  expect(now['retention']).toEqual([expect.objectContaining({ type: 'FREE_EXTENSION', extensionAmount: 5 })]);

  expect(messages.filter((text) => !text.includes('400'))).toEqual([]);
});

test('the dashboard: a webhook is sent, looked at, sent again, and given up', async ({ page }) => {
  const messages = watchConsole(page);
  const receiver = await listen();
  await signUp(page);
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
      const attempts = page.getByRole('table', { name: 'Attempts' });
      await attempts.waitFor();
      return attempts.getByRole('row').count();
    })
    .toBe(3);
  await expectFine(page, 'a delivery');
  await goTo(page, 'Webhooks');
  await page.getByLabel('Everything comes twice').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('It is saved.')).toBeVisible();
  await page.getByRole('button', { name: /^Remove: Offer created/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('The endpoint is removed.')).toBeVisible();
  await expect(page.getByText('Nobody is told anything yet.')).toBeVisible();
  await receiver.close();
  expect(messages).toEqual([]);
});
