import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { SANDBOX } from './ports.js';

export { SANDBOX };
export const MONTHLY = 'S274093615_DE';
export const PASSWORD = 'Password1';

let people = 0;

/** An e-mail address that nobody has used yet. */
export const newEmail = () => `viewer-${Date.now()}-${process.pid}-${people++}@example.org`;

/** Collects what a page says on its console, and every error it throws. */
export function watchConsole(page: Page): string[] {
  const messages: string[] = [];
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => messages.push(`error: ${error.message}`));
  return messages;
}

/** The calls a page makes of one operation. */
export function countCalls(page: Page, method: string, path: RegExp): { count: number } {
  const calls = { count: 0 };
  page.on('request', (request) => {
    if (request.method() === method && path.test(new URL(request.url()).pathname)) calls.count++;
  });
  return calls;
}

export const field = (page: Page, element: string, name: string): Locator => page.locator(`${element} [name="${name}"]`);

export async function logIn(page: Page, email: string): Promise<void> {
  await field(page, 'cleeng-login', 'email').first().fill(email);
  await field(page, 'cleeng-login', 'password').first().fill(PASSWORD);
  await page.keyboard.press('Enter');
}

export async function register(page: Page, email: string): Promise<void> {
  await field(page, 'cleeng-register', 'email').fill(email);
  await field(page, 'cleeng-register', 'password').fill(PASSWORD);
  await field(page, 'cleeng-register', 'broadcaster_terms').check();
  await page.getByRole('button', { name: 'Create account' }).click();
}

export async function answerQuestions(page: Page): Promise<void> {
  const answers = { firstName: 'Ida', lastName: 'Holm', address: 'Kai 1', city: 'Kiel', postCode: '24103' };
  for (const [name, value] of Object.entries(answers)) await field(page, 'cleeng-capture', name).fill(value);
  await field(page, 'cleeng-capture', 'country').selectOption('DE');
  await field(page, 'cleeng-capture', 'custom_2').selectOption('North');
  await page.locator('cleeng-capture').getByRole('button', { name: 'Continue' }).click();
}

/** Somebody new on the payment step of an offer. */
export async function newcomerAtPayment(page: Page, offerId = MONTHLY): Promise<void> {
  await page.goto(`/#/checkout/${offerId}`);
  await page.getByRole('button', { name: 'Create an account' }).click();
  await register(page, newEmail());
  await answerQuestions(page);
  await expect(payButton(page)).toBeVisible({ timeout: 20_000 });
}

/** Our button below the card form, whatever it says for the order. */
export const payButton = (page: Page) => page.locator('cleeng-checkout button[part="submit"]');

export const checkout = (page: Page) => page.locator('cleeng-checkout');
export const total = (page: Page) => checkout(page).locator('dd.total');

/** Keeps what a page is told by events of one kind. @returns a function that reads their details */
export async function listen(page: Page, name: string): Promise<() => Promise<Record<string, unknown>[]>> {
  await page.evaluate((type) => {
    const kept: unknown[] = ((window as unknown as Record<string, unknown[]>)[type] = []);
    document.addEventListener(type, (event) => kept.push(JSON.parse(JSON.stringify((event as CustomEvent).detail))));
  }, name);
  return () => page.evaluate((type) => (window as unknown as Record<string, Record<string, unknown>[]>)[type] ?? [], name);
}

const secured = (page: Page, name: string): Locator =>
  page.frameLocator(`[data-cse="${name}"] iframe`).locator(`input[data-fieldtype="${name}"]`);

/** Types a card into the Drop-in's iframes. */
export async function typeCard(page: Page, number: string, holder = ''): Promise<void> {
  await secured(page, 'encryptedCardNumber').fill(number);
  await secured(page, 'encryptedExpiryDate').fill('03/2030');
  await secured(page, 'encryptedSecurityCode').fill('737');
  if (holder) await page.locator('input[name="holderName"]').fill(holder);
}

/** The bank's page inside the Drop-in. */
export const bank = (page: Page): FrameLocator => page.frameLocator('iframe[name="threeDSIframe"]');

/** The id of whoever is signed in in a page. */
export const customerId = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('cleeng.session.'));
    const { jwt } = JSON.parse(localStorage.getItem(key ?? '') ?? '{}') as { jwt: string };
    return String((JSON.parse(atob(jwt.split('.')[1] ?? '')) as { customerId: number }).customerId);
  });

interface Row {
  status: string;
}

/** What the sandbox's database holds for a customer. */
export async function rowsOf(page: Page, table: 'payments' | 'subscriptions'): Promise<Row[]> {
  const response = await page.request.get(`${SANDBOX}/sandbox/${table}?customerId=${await customerId(page)}`);
  return (await response.json()) as Row[];
}

/** Exactly one purchase went through. */
export async function expectOnePurchase(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Thank you!' })).toBeVisible({ timeout: 20_000 });
  expect((await rowsOf(page, 'payments')).map((row) => row.status)).toEqual(['captured']);
  expect((await rowsOf(page, 'subscriptions')).map((row) => row.status)).toEqual(['active']);
}
