import { expect, test } from '@playwright/test';
import { stories } from '../../demo/stories/all.js';
import { watchConsole } from './helpers.js';

for (const [tag, states] of Object.entries(stories)) {
  test(`every story of ${tag} shows its state and says nothing on the console`, async ({ page }) => {
    test.setTimeout(10_000 + 4000 * Object.keys(states).length);
    const messages = watchConsole(page);
    for (const [state, { view = state.split('.', 1)[0] }] of Object.entries(states)) {
      await page.goto(`/stories/frame/?story=${tag}/${state}`);
      await expect
        .poll(() => page.evaluate((name) => viewOf(document.querySelector(name)), tag), { message: `${tag}/${state}`, timeout: 15_000 })
        .toBe(view);
      expect(messages, `${tag}/${state}`).toEqual([]);
    }
  });
}

test('each story has its own link', async ({ page }) => {
  await page.goto('/stories/#/cleeng-register/consents-failed');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('cleeng-register consents-failed');
  await expect(page.frameLocator('iframe').first().getByText('We could not load the terms.')).toBeVisible();
  await page.getByRole('link', { name: 'consents-not-saved' }).click();
  await expect(page.frameLocator('iframe').first().getByText('Your account is ready')).toBeVisible();
  await expect(page.locator('.log')).toContainText('cleeng-register-error');
});

/** What an element says it shows. */
declare function viewOf(element: Element | null): string | undefined;

test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    Object.assign(window, { viewOf: (element: (Element & { view?: string }) | null) => element?.view });
  }),
);
