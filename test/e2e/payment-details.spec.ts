import { expect, test, type Page } from '@playwright/test';
import { bank, typeCard } from './helpers.js';
import { account, told, type Account } from './sections.js';
import { expectAccessible } from './accessible.js';

const TAG = 'cleeng-payment-details';
const CHALLENGE = '5000 5500 0000 0029';
const GOOD = '4111 1111 1111 1111';
const REDIRECT = '5212 3456 7890 1234';

interface Details {
  id: number;
  paymentMethod: string;
  paymentMethodSpecificParams: { lastCardFourDigits?: string };
  active: boolean;
}

let site: Account;
test.beforeAll(async () => {
  test.setTimeout(90_000);
  site = await account();
});
test.afterAll(() => site.close());

const section = (page: Page) => page.locator(TAG);
const press = (page: Page, name: string) => section(page).getByRole('button', { name, exact: true }).click();

/** What the platform holds: `card 1111 active` and the like. */
async function held(email: string): Promise<string[]> {
  const { paymentDetails } = await (await site.as(email)).ask<{ paymentDetails: Details[] }>('/payment_details');
  return paymentDetails.map(
    ({ paymentMethod, paymentMethodSpecificParams: { lastCardFourDigits = '' }, active }) =>
      `${paymentMethod} ${lastCardFourDigits} ${active ? 'active' : 'unused'}`,
  );
}

async function saveCard(page: Page, number: string): Promise<void> {
  await press(page, 'Replace');
  await expect(section(page).getByRole('button', { name: 'Save payment details' })).toBeVisible({ timeout: 20_000 });
  await typeCard(page, number);
  await press(page, 'Save payment details');
}

test('an expired card is replaced: the old one goes when the new one is there, and one fact is told', async ({ page }) => {
  const email = 'expired-card@example.com';
  const facts = await site.show(page, TAG, email);
  await expect(section(page).getByText('This card has expired')).toBeVisible();
  expect(await held(email), 'looking removes nothing').toEqual(['card 1111 active']);
  await saveCard(page, GOOD);
  await expect(section(page).getByText('Your new payment details are saved')).toBeVisible();
  expect(await held(email)).toEqual(['card 1111 active']);
  await expect(section(page).getByRole('heading', { name: 'Visa ending in 1111' })).toBeVisible();
  await expect(section(page).getByText('Mastercard')).toBeHidden();
  expect(told(facts)).toEqual(['account-change payment-details-replaced']);
});

test('3-D Secure: a wrong answer changes nothing, the right one does', async ({ page }) => {
  const email = 'expiring-card@example.com';
  const facts = await site.show(page, TAG, email);
  await saveCard(page, CHALLENGE);
  await bank(page).getByLabel('Password').fill('wrong');
  await bank(page).getByRole('button', { name: 'Confirm' }).click();
  await expect(section(page).getByText('The bank refused.')).toBeVisible();
  expect(await held(email)).toEqual(['card 1111 active']);
  await typeCard(page, CHALLENGE);
  await press(page, 'Save payment details');
  await bank(page).getByLabel('Password').fill('password');
  await bank(page).getByRole('button', { name: 'Confirm' }).click();
  await expect(section(page).getByText('Your new payment details are saved')).toBeVisible();
  expect(await held(email)).toEqual(['card 0029 active']);
  expect(told(facts)).toEqual(['account-error payment-details-replaced', 'account-change payment-details-replaced']);
});

test('the bank’s page and back: confirmed on return, the address keeps what is the site’s, a reload tells nothing again', async ({
  page,
}) => {
  const email = 'active@example.com';
  const facts = await site.show(page, TAG, email);
  await saveCard(page, REDIRECT);
  await page.getByRole('button', { name: 'Authorise' }).click();
  await expect(section(page).getByText('Your new payment details are saved')).toBeVisible();
  expect([new URL(page.url()).search, new URL(page.url()).hash]).toEqual(['?tab=1', '#top']);
  expect(await held(email)).toEqual(['card 1234 active']);
  await page.reload();
  await expect(section(page).getByRole('heading', { name: 'Mastercard ending in 1234' })).toBeVisible();
  expect(told(facts)).toEqual(['account-change payment-details-replaced']);
});

test('the bank’s page refuses: what was in use stays in use', async ({ page }) => {
  const email = 'trial@example.com';
  const facts = await site.show(page, TAG, email);
  await saveCard(page, REDIRECT);
  await page.getByRole('button', { name: 'Refuse' }).click();
  await expect(section(page).getByText('Your new payment details are not confirmed. The bank refused.')).toBeVisible();
  expect(await held(email)).toEqual(['card 1111 active']);
  expect(told(facts)).toEqual(['account-error payment-details-replaced']);
});

test('PayPal takes the place of a card', async ({ page }) => {
  const email = 'several@example.com';
  const facts = await site.show(page, TAG, email);
  await press(page, 'Replace');
  await press(page, 'Use PayPal');
  await page.getByRole('button', { name: 'Agree and continue' }).click();
  await expect(section(page).getByRole('heading', { name: 'PayPal' })).toBeVisible();
  await expect(section(page).getByText('Pays for: Nordlicht Monthly, Nordlicht Weekly, and Hockey Season')).toBeVisible();
  expect(await held(email)).toEqual(['paypal  active']);
  expect(told(facts)).toEqual(['account-change payment-details-replaced']);
});

test('PayPal cancelled: nothing happened', async ({ page }) => {
  const email = 'cancelled@example.com';
  const facts = await site.show(page, TAG, email);
  await press(page, 'Replace');
  await press(page, 'Use PayPal');
  await page.getByRole('button', { name: 'Cancel and go back' }).click();
  await expect(section(page).getByText('Your new payment details are not confirmed. It was cancelled.')).toBeVisible();
  expect(await held(email)).toEqual(['card 1111 active']);
  expect(told(facts)).toEqual(['account-error payment-details-replaced']);
});

test('no address removes anything', async ({ page }) => {
  const email = 'paypal@example.com';
  const facts = await site.show(page, TAG, email);
  const { paymentDetails } = await (await site.as(email)).ask<{ paymentDetails: Details[] }>('/payment_details');
  const deletions: string[] = [];
  page.on('request', (request) => request.method() === 'DELETE' && deletions.push(request.url()));
  for (const query of [`deletepd=${paymentDetails[0]!.id}`, 'cleeng-details=paypal.success', 'cleeng-details=adyen.1&redirectResult=x']) {
    await page.goto(`${new URL(page.url()).origin}/${TAG}?${query}`);
    await expect(section(page).getByRole('heading', { name: 'PayPal' })).toBeVisible();
  }
  expect(deletions).toEqual([]);
  expect(await held(email)).toEqual(['paypal  active']);
  expect(told(facts).filter((fact) => fact.startsWith('account-change'))).toEqual([]);
});

test('removed, after being told what follows; without anything, a plan asks for new details', async ({ page }) => {
  const email = 'season@example.com';
  const facts = await site.show(page, TAG, email);
  await section(page).getByRole('button', { name: 'Remove Mastercard ending in 1111' }).click();
  await expect(section(page).getByText('Nothing will pay for Hockey Season then')).toBeVisible();
  expect(await held(email)).toEqual(['card 1111 active']);
  await press(page, 'Remove now');
  await expect(section(page).getByText('Your payment details are removed.')).toBeVisible();
  await expect(section(page).getByText('Nothing pays for Hockey Season.')).toBeVisible();
  expect(await held(email)).toEqual([]);
  expect(told(facts)).toEqual(['account-change payment-details-removed']);
});

test('what a store takes is explained, and cannot be changed here', async ({ page }) => {
  await site.show(page, TAG, 'apple@example.com');
  await expect(section(page).getByText('Apple App Store takes the payments for Nordlicht Monthly.')).toBeVisible();
  await expect(section(page).getByRole('button')).toHaveCount(0);
});

test('no accessibility fault, and nothing wider than 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await site.show(page, TAG, 'viewer@example.com');
  const check = (what: string) => expectAccessible(page, TAG, what);
  await check('list');
  await section(page)
    .getByRole('button', { name: /^Remove/ })
    .click();
  await check('remove');
});

test('the grace period ends with a new card: the overdue payment is taken at once, and the plan renews', async ({ page }) => {
  test.slow();
  const own = await account();
  try {
    const email = 'grace@example.com';
    await own.show(page, TAG, email);
    await expect(section(page).getByText('Your last payment for Nordlicht Half Year did not go through.')).toBeVisible();
    await saveCard(page, GOOD);
    await expect(section(page).getByText('Your new payment details are saved')).toBeVisible();
    await expect(section(page).getByText('did not go through')).toBeHidden();
    const plan = async () =>
      (await (await own.as(email)).ask<{ items: { status: string; expiresAt: number }[] }>('/subscriptions')).items[0]!;
    const paid = await plan();
    expect(paid.status).toBe('active');
    await own.pass('P7M');
    const renewed = await plan();
    expect(renewed.status).toBe('active');
    expect(renewed.expiresAt).toBeGreaterThan(paid.expiresAt);
  } finally {
    await own.close();
  }
});
