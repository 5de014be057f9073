import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { stories } from '../../demo/stories/all.js';
import { opensCheckout } from './buyers.js';
import { checkout, payButton } from './helpers.js';

const TAG = 'cleeng-checkout';
const STATES = Object.entries(stories[TAG]!).map(([state, { view = state.split('.', 1)[0] }]) => ({ state, view }));
/** All of it by `npm run test:full`; otherwise a sample: every fourth state in each theme, every other one in a narrow window. */
const full = Boolean(process.env['FULL']);

async function open(page: Page, { state, view }: (typeof STATES)[number], query: string): Promise<void> {
  await page.goto(`/stories/frame/?story=${TAG}/${state}${query}`);
  const shown = () => page.evaluate((name) => (document.querySelector(name) as { view?: string } | null)?.view, TAG);
  await expect.poll(shown, { message: state, timeout: 15_000 }).toBe(view);
}

for (const [turn, theme] of ['light', 'dark'].entries()) {
  test(`axe finds nothing in any state of the checkout, ${theme}`, async ({ page }) => {
    test.setTimeout(15_000 + 6000 * STATES.length);
    for (const one of STATES.filter((_, index) => full || index % 4 === turn * 2)) {
      await open(page, one, `&theme=${theme}`);
      // What Adyen draws is Adyen's.
      const { violations } = await new AxeBuilder({ page }).include(TAG).exclude('.cleeng-adyen').analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
        one.state,
      ).toEqual([]);
    }
  });
}

test('nothing of the checkout is wider than 320 pixels, from left to right and from right to left', async ({ page }) => {
  test.setTimeout(15_000 + 6000 * STATES.length);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const [index, one] of STATES.entries()) {
    for (const dir of full ? ['ltr', 'rtl'] : [['ltr'], [], ['rtl'], []][index % 4]!) {
      await open(page, one, `&dir=${dir}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${one.state} ${dir}`).toBeLessThanOrEqual(320);
    }
  }
});

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
