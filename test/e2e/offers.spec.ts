import { expect, test } from '@playwright/test';
import { answerQuestions, logIn, MONTHLY, newEmail, PASSWORD, payButton, SANDBOX } from './helpers.js';
import { card, embed, failing, film, FREE, list, paywall, told, wall } from './shop.js';

test('signed out: every kind of offer with its price, and no call that needs a preflight', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(SANDBOX)) return;
    const { authorization, 'content-type': type } = request.headers();
    asked.push(`${new URL(request.url()).pathname} ${authorization ?? ''}${type ?? ''}`.trim());
  });
  await embed(page, '<cleeng-offers></cleeng-offers>');
  await expect(card(page, 'Nordlicht Monthly')).toContainText(/€9\.99\s+per month/);
  await expect(card(page, 'Nordlicht Monthly')).toContainText('14 days free, then €9.99 per month, until you cancel.');
  await expect(card(page, 'Nordlicht Quarterly')).toContainText(/€24\.99\s+every 3 months/);
  await expect(card(page, 'Hockey Season')).toContainText(/€49\.99\s+per season/);
  await expect(card(page, 'Nordlicht Free')).toContainText('Free');
  await expect(card(page, 'Winter Pass')).toContainText(/€29\.99\s+once, until \w+ \d+, \d{4}/);
  await expect(card(page, 'Month Pass')).toContainText(/€12\.99\s+once, for 1 month/);
  await expect(card(page, 'Midsummer Night Live')).toContainText(/Starts \w+ \d+, \d{4} at .+GMT\+\d/);
  await expect(card(page, 'The Long Thaw')).toContainText(/€3\.99\s+once, for 48 hours/);
  await expect(card(page, 'Fjord: The Making Of')).toContainText('yours without end');
  await expect(card(page, 'Nordlicht Alps')).toContainText('Not available in your country');
  await expect(card(page, 'Nordlicht Alps').getByRole('button')).toHaveCount(0);
  await expect(card(page, 'Nordlicht Classic')).toHaveCount(0);
  // The page of the demo itself asks whether a sandbox answers.
  const own = asked.filter((call) => !call.startsWith('/offers/') && !call.startsWith('/sandbox/'));
  expect(own.sort()).toEqual(['/locales', '/offers']);
});

test('elsewhere the offers have that country’s price', async ({ page }) => {
  await page.route(`${SANDBOX}/**`, (route) =>
    route.continue({ headers: { ...route.request().headers(), 'X-Forwarded-For': '198.51.100.7' } }),
  );
  await embed(page, '<cleeng-offers offer-ids="S598310247 S274093615"></cleeng-offers>');
  await expect(list(page).getByRole('heading', { level: 3 })).toHaveText(['Nordlicht Annual', 'Nordlicht Monthly']);
  await expect(card(page, 'Nordlicht Monthly')).toContainText('$11.99');
  await expect(card(page, 'Nordlicht Annual')).toContainText('$99.99');
});

test('what the viewer has is marked as soon as they are logged in, and no longer when they are not', async ({ page }) => {
  await embed(page, '<cleeng-login></cleeng-login><cleeng-offers type="subscription" account-url="/#/account"></cleeng-offers>');
  await expect(card(page, 'Nordlicht Annual').getByRole('button')).toBeVisible();
  await logIn(page, 'viewer@example.com');
  await expect(card(page, 'Nordlicht Annual')).toContainText('You have this');
  await expect(card(page, 'Nordlicht Annual').getByRole('button')).toHaveCount(0);
  await expect(card(page, 'Nordlicht Annual').getByRole('link')).toHaveAttribute('href', '/#/account');
  await expect(card(page, 'Nordlicht Monthly').getByRole('button')).toBeVisible();
  await page.locator('cleeng-login').getByRole('button', { name: 'Log out' }).click();
  await expect(card(page, 'Nordlicht Annual').getByRole('button')).toBeVisible();
});

test('a list that cannot be loaded says so with its reference, and comes with a retry', async ({ page }) => {
  await page.route(`${SANDBOX}/offers?*`, failing);
  await embed(page, '<cleeng-offers support-url="/help"></cleeng-offers>');
  await expect(list(page)).toContainText('We could not load the offers.');
  await expect(list(page)).toContainText('Reference: req-77');
  await expect(list(page).getByRole('link', { name: 'Get help' })).toHaveAttribute('href', '/help');
  await page.unroute(`${SANDBOX}/offers?*`);
  await list(page).getByRole('button', { name: 'Try again' }).click();
  await expect(card(page, 'Nordlicht Monthly')).toBeVisible();
});

test('the page may take over what choosing does, or lead to its own checkout', async ({ page }) => {
  await embed(
    page,
    '<cleeng-offers offer-ids="S274093615" coupon-code="A&B" checkout-url="/?buy={offerId}&amp;with={couponCode}#/x"></cleeng-offers>',
  );
  const link = list(page).getByRole('link', { name: 'Choose Nordlicht Monthly' });
  await expect(link).toHaveAttribute('href', `/?buy=${MONTHLY}&with=A%26B#/x`);
  await page.evaluate(() =>
    document.addEventListener('cleeng-offers-select', (event) => {
      event.preventDefault();
      document.title = event.detail.offerId;
    }),
  );
  await link.click();
  await expect(page).toHaveTitle(MONTHLY);
  expect(new URL(page.url()).search).toBe('');
});

test('with the keyboard alone: choose, see the checkout in place, and come back to where one was', async ({ page }) => {
  await embed(page, '<cleeng-offers type="subscription"></cleeng-offers>');
  const choose = card(page, 'Nordlicht Annual').getByRole('button', { name: 'Choose Nordlicht Annual' });
  await choose.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('cleeng-offers cleeng-checkout')).toHaveAttribute('offer-id', 'S598310247_DE');
  await expect(page.locator('cleeng-checkout')).toContainText('€89.99');
  expect(await page.evaluate(() => document.querySelector<HTMLInputElement>('cleeng-offers input[type=password]')?.form !== null)).toBe(
    true,
  );
  await expect(list(page).getByRole('button', { name: 'Back to all offers' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(choose).toBeFocused();
  await expect(page.locator('cleeng-checkout')).toHaveCount(0);
});

test('a stranger buys from the list, and the paywall beside it opens without a reload; logging out closes it', async ({ page }) => {
  await embed(page, `<cleeng-my-account></cleeng-my-account><cleeng-offers></cleeng-offers>${paywall(FREE)}`);
  await expect(wall(page)).toContainText('Log in to watch');
  await card(page, 'Nordlicht Free').getByRole('button').click();
  await page.locator('cleeng-checkout').getByRole('button', { name: 'Create an account' }).click();
  const form = page.locator('cleeng-checkout cleeng-register');
  await form.locator('[name="email"]').fill(newEmail());
  await form.locator('[name="password"]').fill(PASSWORD);
  await form.locator('[name="broadcaster_terms"]').check();
  await form.getByRole('button', { name: 'Create account' }).click();
  await answerQuestions(page);
  await expect(film(page)).toBeHidden();
  await payButton(page).click();
  await expect(film(page)).toBeVisible({ timeout: 20_000 });
  await list(page).getByRole('button', { name: 'Back to all offers' }).click();
  await expect(card(page, 'Nordlicht Free')).toContainText('You have this');
  await page.locator('cleeng-my-account').getByRole('button', { name: 'Log out' }).click();
  await expect(film(page)).toBeHidden();
  await expect(wall(page)).toContainText('Log in to watch');
  expect(await told(page)).toBe('signed-out no-plan bought granted signed-out');
});
