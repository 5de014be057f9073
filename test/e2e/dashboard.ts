import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { newEmail, SANDBOX } from './helpers.js';

export const DASHBOARD = `${SANDBOX}/dashboard`;

/** A publisher of one's own, signed in. */
export async function signUp(page: Page): Promise<string> {
  const email = newEmail();
  await page.goto(DASHBOARD);
  await page.getByRole('link', { name: 'Open an account' }).click();
  await page.getByLabel('Name of the publisher').fill('Harbour Films');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill('Lighthouse9');
  await page.getByRole('button', { name: 'Open the account' }).click();
  await expect(page.getByRole('heading', { name: 'Harbour Films' })).toBeVisible();
  return email;
}

/** Large and small: nothing is wider than the window, and in the small and dark one axe finds nothing amiss. */
export async function expectFine(page: Page, what: string): Promise<void> {
  for (const [width, colorScheme] of [
    [320, 'dark'],
    [1280, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), what).toBeLessThanOrEqual(0);
    if (width === 320) await expectNoViolations(new AxeBuilder({ page }), what);
  }
}

export async function expectNoViolations(axe: AxeBuilder, what: string): Promise<void> {
  const { violations } = await axe.setLegacyMode().analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
    what,
  ).toEqual([]);
}

export const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Dashboard' }).getByRole('link', { name, exact: true }).click();
