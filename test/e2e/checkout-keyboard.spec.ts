import { expect, test } from '@playwright/test';
import { tabTo } from './keyboard.js';
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
    await tabTo(page, input);
    await page.keyboard.type(digits);
  }
  await tabTo(page, payButton(page));
  await page.keyboard.press('Enter');
  const heading = checkout(page).getByRole('heading', { name: 'Thank you!' });
  await expect(heading).toBeVisible({ timeout: 20_000 });
  await expect(heading).toBeFocused();
});
