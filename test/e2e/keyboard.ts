import type { Locator, Page } from '@playwright/test';

/** Tabs on until something has the focus, in whichever frame or shadow root it is. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const reached = () =>
    target.evaluate((element) => document.hasFocus() && (element.getRootNode() as Document | ShadowRoot).activeElement === element);
  await target.waitFor();
  for (let steps = 0; steps < 40; steps++) {
    if (await reached()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not lead to ${String(target)}`);
}
