import { expect, test } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { watchConsole } from './helpers.js';

for (const width of [1280, 390]) {
  test(`the site’s pages at ${width} pixels: nothing on the console, nothing wider than the window`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    const messages = watchConsole(page);
    for (const path of ['/', '/#/login', '/#/join', '/#/checkout/S274093615_DE', '/#/account', '/#/all', '/react/', '/vue/']) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
    expect(messages).toEqual([]);
  });
}

test('no page has an accessibility fault that axe can find', async ({ page }) => {
  for (const path of ['/', '/#/login', '/#/join', '/#/checkout/S274093615_DE']) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  }
});
