import { expect, test, type Page } from '@playwright/test';

const open = (page: Page, story: string, brand = '') =>
  page.goto(`/stories/frame/?${new URLSearchParams({ story, brand, theme: 'dark' }).toString()}`);

/** A token's value as the browser says colours and lengths. */
const tokenOf = (page: Page, name: string, property: 'color' | 'width') =>
  page.evaluate(
    ([token, key]) => {
      const sample = document.createElement('i');
      Object.assign(sample.style, { position: 'absolute', [key]: `var(${token})` });
      document.body.append(sample);
      const value = getComputedStyle(sample)[key];
      sample.remove();
      return value;
    },
    [name, property] as const,
  );

for (const story of ['cleeng-checkout/review', 'cleeng-payment-details/form']) {
  test(`the Drop-in wears the brand, in its frames too: ${story}`, async ({ page }) => {
    await open(page, story, 'lumiere');
    const number = page.locator('[data-cse="encryptedCardNumber"]');
    await expect(number).toBeVisible({ timeout: 15_000 });
    const label = page.locator('.adyen-checkout__label__text').first();
    await expect(label).toHaveCSS('color', await tokenOf(page, '--cleeng-color-text', 'color'));
    await expect(label).toHaveCSS('font-family', /Cormorant/);
    await expect(number).toHaveCSS('background-color', await tokenOf(page, '--cleeng-color-surface', 'color'));
    await expect(number).toHaveCSS('border-top-left-radius', await tokenOf(page, '--cleeng-radius-control', 'width'));
    const inFrame = number.frameLocator('iframe').locator('input').first();
    await expect(inFrame).toHaveCSS('color', await tokenOf(page, '--cleeng-color-text', 'color'));
    await expect(inFrame).toHaveCSS('font-family', /Cormorant/);
  });
}

/** How many boxes stand side by side in an element that has so much room on a page of 1400 pixels. */
async function sideBySide(page: Page, tag: string, boxes: string, room: number): Promise<number> {
  return page.evaluate(
    ({ name, selector, width }) => {
      const element = document.querySelector<HTMLElement>(name)!;
      Object.assign(element.style, { width: `${width}px`, maxWidth: 'none' });
      const tops = [...element.shadowRoot!.querySelectorAll(selector)].map((box) => Math.round(box.getBoundingClientRect().top));
      return tops.filter((top) => top === tops[0]).length;
    },
    { name: tag, selector: boxes, width: room },
  );
}

test('what stands side by side goes by the room of the element, not of the page', async ({ page }) => {
  await page.setViewportSize({ width: 1400, height: 900 });
  for (const [tag, state, boxes, counts] of [
    ['cleeng-checkout', 'review', '.columns > *', [1, 1, 2]],
    ['cleeng-offers', 'ready', '[part=offer]', [1, 2, 4]],
    ['cleeng-profile', 'profile', '[data-part=about] dl > div', [1, 2, 2]],
  ] as const) {
    await open(page, `${tag}/${state}`);
    await expect(page.locator(tag).locator(boxes).first()).toBeVisible({ timeout: 15_000 });
    const found: number[] = [];
    for (const room of [300, 600, 1200]) found.push(await sideBySide(page, tag, boxes, room));
    expect(found, tag).toEqual(counts);
  }
});

test('text is as large as the page’s around it, or as the token says; the font is the page’s', async ({ page }) => {
  await open(page, 'cleeng-login/form');
  const label = page.locator('cleeng-login label').first();
  await page.evaluate(() => Object.assign(document.body.style, { fontSize: '20px', fontFamily: 'monospace' }));
  await expect(label).toHaveCSS('font-size', '20px');
  await expect(label).toHaveCSS('font-family', 'monospace');
  await page.evaluate(() => document.documentElement.style.setProperty('--cleeng-font-size', '18px'));
  await expect(label).toHaveCSS('font-size', '18px');
  await page.evaluate(() => document.documentElement.style.setProperty('--cleeng-font-family', 'serif'));
  await expect(label).toHaveCSS('font-family', 'serif');
});
