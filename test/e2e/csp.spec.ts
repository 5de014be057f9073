import { expect, test, type Page } from '@playwright/test';
import { contentSecurityPolicy, type CspFeature } from '../../src/csp.js';
import {
  answerQuestions,
  bank,
  expectOnePurchase,
  listen,
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

interface Shop {
  /** What the publisher configures of PayPal. */
  readonly paypal?: object;
  readonly nonce?: string;
  readonly openerPolicy?: string;
}

/** A shop whose policy allows what these features need and nothing else; what the browser blocks is collected. */
async function strictShop(page: Page, features: readonly CspFeature[], { paypal, nonce, openerPolicy }: Shop = {}): Promise<string[]> {
  const cdn = await serveCdn();
  const policy = contentSecurityPolicy({ scripts: cdn.url, api: SANDBOX, psp: SANDBOX, features, ...(nonce ? { nonce } : {}) });
  const body = `<cleeng-checkout publisher-id="204118605" api-base="${SANDBOX}" psp-base="${SANDBOX}" offer-id="${MONTHLY}"></cleeng-checkout>`;
  const shop = await serve(
    (path) => (path === '/' ? Promise.resolve(plainPage(cdn.url, body)) : notThere()),
    () => ({ 'Content-Security-Policy': policy, ...(openerPolicy ? { 'Cross-Origin-Opener-Policy': openerPolicy } : {}) }),
  );
  sites.push(cdn, shop);
  const messages = watchConsole(page);
  await page.goto(`${shop.url}/`);
  if (paypal) {
    await page.evaluate((wanted) => {
      const scopes = globalThis as unknown as Record<symbol, { config: { state: object; set(next: object): void } }>;
      const { config } = scopes[Symbol.for('cleeng.scope.v1')]!;
      config.set({ ...config.state, paypal: wanted });
    }, paypal);
  }
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

for (const openerPolicy of ['same-origin-allow-popups', 'same-origin']) {
  test(`PayPal in a window under a strict policy and the opener policy ${openerPolicy}: one outcome, told once`, async ({ page }) => {
    const messages = await strictShop(page, ['card', 'paypal-redirect'], { paypal: { popup: true }, openerPolicy });
    const complete = await listen(page, 'cleeng-checkout-complete');
    const pay = page.getByRole('button', { name: 'Order with obligation to pay – PayPal' });
    const opened = page.context().waitForEvent('page');
    await pay.click();
    const popup = await opened;
    await expect(popup.getByRole('button', { name: 'Pay now' })).toBeVisible();
    // Cut off from its window, the shop takes it for closed; the order can be paid another way meanwhile.
    if (openerPolicy === 'same-origin') await expect(page.getByText('The payment was cancelled.')).toBeVisible();
    const closed = popup.waitForEvent('close');
    await popup.getByRole('button', { name: 'Pay now' }).click();
    await closed;
    await expectOnePurchase(page);
    expect(await complete()).toHaveLength(1);
    expect(blocked(messages)).toEqual([]);
  });
}

test('PayPal’s own button under a strict policy, with the page’s nonce', async ({ page }) => {
  const paypal = { clientId: 'sandbox', finishUrl: `${SANDBOX}/sandbox/paypal/callback`, cspNonce: 'n0nce' };
  const messages = await strictShop(page, ['card', 'paypal-buttons'], { paypal, nonce: 'n0nce' });
  const button = page.frameLocator('iframe[title="PayPal-paypal"]').getByRole('button', { name: 'PayPal' });
  await expect(button).toBeVisible({ timeout: 20_000 });
  const nonces = await page.evaluate(() => {
    const { nonce, dataset } = document.querySelector<HTMLScriptElement>('script[data-namespace]')!;
    return [nonce, dataset['cspNonce']];
  });
  expect(nonces).toEqual(['n0nce', 'n0nce']);
  const popup = page.waitForEvent('popup');
  await button.click();
  await (await popup).getByRole('button', { name: 'Pay now' }).click();
  await expectOnePurchase(page);
  expect(blocked(messages)).toEqual([]);
});
