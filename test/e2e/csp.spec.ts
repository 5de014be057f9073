import { expect, test, type Page } from '@playwright/test';
import { contentSecurityPolicy, type CspFeature } from '../../src/csp.js';
import {
  answerQuestions,
  bank,
  expectOnePurchase,
  MONTHLY,
  newEmail,
  payButton,
  register,
  SANDBOX,
  typeCard,
  watchConsole,
} from './helpers.js';
import { notThere, plainPage, serve, serveCdn, type Site } from './publisher.js';

const sites: Site[] = [];
test.afterEach(() => sites.splice(0).forEach((site) => site.close()));

/** A shop whose policy allows what these features need and nothing else; what the browser blocks is collected. */
async function strictShop(page: Page, features: readonly CspFeature[]): Promise<string[]> {
  const cdn = await serveCdn();
  const policy = contentSecurityPolicy({ scripts: cdn.url, api: SANDBOX, psp: SANDBOX, features });
  const body = `<cleeng-checkout publisher-id="204118605" api-base="${SANDBOX}" psp-base="${SANDBOX}" offer-id="${MONTHLY}"></cleeng-checkout>`;
  const shop = await serve(
    (path) => (path === '/' ? Promise.resolve(plainPage(cdn.url, body)) : notThere()),
    () => ({ 'Content-Security-Policy': policy }),
  );
  sites.push(cdn, shop);
  const messages = watchConsole(page);
  await page.goto(`${shop.url}/`);
  await page.getByRole('button', { name: 'Create an account' }).click();
  await register(page, newEmail());
  await answerQuestions(page);
  return messages;
}

const blocked = (messages: readonly string[]) => messages.filter((text) => /Content Security Policy|Trusted ?Type|blocked/i.test(text));

test('a card and the bank’s question under a strict policy with Trusted Types enforced', async ({ page }) => {
  const messages = await strictShop(page, ['card', 'paypal-redirect']);
  await expect(payButton(page)).toBeVisible({ timeout: 20_000 });
  await typeCard(page, '5000 5500 0000 0029');
  await payButton(page).click();
  await bank(page).getByLabel('Password').fill('password');
  await bank(page).getByRole('button', { name: 'Confirm' }).click();
  await expectOnePurchase(page);
  expect(blocked(messages)).toEqual([]);
});

test('PayPal by redirect under a strict policy with Trusted Types enforced', async ({ page }) => {
  const messages = await strictShop(page, ['card', 'paypal-redirect']);
  await page.getByRole('button', { name: 'Order with obligation to pay – PayPal' }).click();
  await page.getByRole('button', { name: 'Pay now' }).click();
  await expectOnePurchase(page);
  expect(blocked(messages)).toEqual([]);
});

test('without the card’s part of the policy the card form says that it cannot come, and PayPal still pays', async ({ page }) => {
  await strictShop(page, ['paypal-redirect']);
  await expect(page.getByText('The card form could not be loaded.')).toBeVisible({ timeout: 25_000 });
  await page.getByRole('button', { name: 'Order with obligation to pay – PayPal' }).click();
  await page.getByRole('button', { name: 'Pay now' }).click();
  await expectOnePurchase(page);
});
