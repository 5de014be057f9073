import { expect, test, type Page } from '@playwright/test';
import { opensCheckout } from './buyers.js';
import { checkout, payButton } from './helpers.js';

test('a whole purchase with the keyboard alone', async ({ page }) => {
  await opensCheckout(page, 'S730118264_DE');
  await expect(payButton(page)).toBeVisible({ timeout: 20_000 });
  for (const [name, digits] of [
    ['encryptedCardNumber', '5555444433331111'],
    ['encryptedExpiryDate', '0330'],
    ['encryptedSecurityCode', '737'],
  ] as const) {
    const input = page.frameLocator(`[data-cse="${name}"] iframe`).locator(`input[data-fieldtype="${name}"]`);
    await tabTo(page, () => input.evaluate((field) => field === document.activeElement && document.hasFocus()));
    await page.keyboard.type(digits);
  }
  await tabTo(page, () => payButton(page).evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button));
  await page.keyboard.press('Enter');
  const heading = checkout(page).getByRole('heading', { name: 'Thank you!' });
  await expect(heading).toBeVisible({ timeout: 20_000 });
  await expect(heading).toBeFocused();
});

/** Tabs on until something has the focus. */
async function tabTo(page: Page, reached: () => Promise<boolean>): Promise<void> {
  for (let steps = 0; steps < 40; steps++) {
    if (await reached()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The Tab key does not lead there');
}
