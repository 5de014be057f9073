import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { account, told, type Account } from './sections.js';
import { expectAccessible } from './accessible.js';

const TAG = 'cleeng-transactions';

let site: Account;
test.beforeAll(async () => {
  test.setTimeout(90_000);
  site = await account();
});
test.afterAll(() => site.close());

const section = (page: Page) => page.locator(TAG);
const press = (page: Page, name: string) => section(page).getByRole('button', { name, exact: true }).click();

test('130 purchases, page by page, and all of them in one file', async ({ page }) => {
  await site.show(page, TAG, 'collector@example.com');
  for (let number = 2; number <= 7; number++) {
    await press(page, 'Older');
    await expect(section(page).getByText(`Page ${number}`)).toBeVisible();
  }
  await expect(section(page).getByRole('listitem')).toHaveCount(10);
  const download = page.waitForEvent('download');
  await press(page, 'Download as CSV');
  const text = await readFile(await (await download).path(), 'utf8');
  const lines = text.trim().split('\r\n');
  expect(lines).toHaveLength(131);
  expect(lines[1]).toMatch(
    /^"\d{4}-\d\d-\d\dT[\d:.]+Z","T\d+","purchase","The Long Thaw","R\w+","3\.35","0\.64","0\.19","3\.99","EUR","card",""$/,
  );
});

test('a receipt is printed by itself', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = function () {
      Object.assign(window.top!, { printed: document.body.innerText });
    };
  });
  await site.show(page, TAG, 'viewer@example.com');
  await section(page)
    .getByRole('button', { name: /^Receipt for Nordlicht Annual/ })
    .click();
  await expect(section(page).getByRole('heading', { name: /^Receipt T\d+$/ })).toBeFocused();
  await press(page, 'Print');
  const printed = await page.evaluate(() => (window as unknown as { printed: string }).printed);
  expect(printed).toContain('Nordlicht TV');
  expect(printed).toContain('Total');
  expect(printed).not.toContain('Print');
});

test('a gift goes to somebody else on another day, and the platform has it so; a redeemed one cannot be changed', async ({ page }) => {
  const email = 'giver@example.com';
  const facts = await site.show(page, TAG, email);
  await expect(section(page).getByText('It was redeemed on')).toBeVisible();
  await expect(section(page).getByRole('button', { name: 'Change delivery' })).toHaveCount(1);
  await press(page, 'Change delivery');
  await section(page).getByLabel('E-mail of the recipient').fill('other@example.com');
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await section(page).getByLabel('Day of delivery').fill(day);
  await press(page, 'Save');
  await expect(section(page).getByText('Your gift is changed.')).toBeVisible();
  await expect(section(page).getByText('For other@example.com.')).toBeVisible();
  const { ask, jwt } = await site.as(email);
  const { items } = await ask<{ items: { targetType: string; targetId: number }[] }>('/transactions');
  const gifts = await Promise.all(
    items
      .filter(({ targetType }) => targetType === 'giftId')
      .map(({ targetId }) =>
        site.call<{ deliveryDetails: { recipientEmail: string; deliveryDate: number } }>('GET', `/gifts/${targetId}`, undefined, jwt),
      ),
  );
  const changed = gifts.map(({ data }) => data.deliveryDetails).find(({ recipientEmail }) => recipientEmail === 'other@example.com');
  expect(new Date((changed?.deliveryDate ?? 0) * 1000).toISOString().slice(0, 10)).toBe(day);
  expect(told(facts)).toEqual(['account-change gift-updated']);
});

test('no accessibility fault, and nothing wider than 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await site.show(page, TAG, 'giver@example.com');
  const check = (what: string) => expectAccessible(page, TAG, what);
  await check('list');
  await section(page)
    .getByRole('button', { name: /^Receipt/ })
    .first()
    .click();
  await check('receipt');
  await press(page, 'Back to your purchases');
  await section(page).getByRole('button', { name: 'Change delivery' }).first().click();
  await check('gift');
});
