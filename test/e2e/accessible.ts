import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

/**
 * Runs axe over one element. An element is a piece of a page: that all of a page lies in landmarks is not its business; and what Adyen
 * draws, in frames too, is Adyen's.
 */
export async function expectNoFaults(page: Page, tag: string, what: string): Promise<void> {
  await page.evaluate(axe.source);
  const faults = await page.evaluate(async (name) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(
      { include: [name], exclude: ['.cleeng-adyen'] },
      { iframes: false, resultTypes: ['violations'], rules: { region: { enabled: false } } },
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  }, tag);
  expect(faults, what).toEqual([]);
}

/** A section has no accessibility fault, and nothing of it is wider than the window. */
export async function expectAccessible(page: Page, tag: string, what: string): Promise<void> {
  await expectNoFaults(page, tag, what);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), what).toBeLessThanOrEqual(0);
}

/** What is cut off at the sides of the window, of a box given instead, or of its own box. */
export const lost = (page: Page, box = 'html'): Promise<string[]> =>
  page.evaluate((selector) => {
    const found: string[] = [];
    const frame = document.querySelector(selector)!.getBoundingClientRect();
    const [start, end] = selector === 'html' ? [0, innerWidth] : [frame.left, frame.right];
    const visit = (root: ParentNode) => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        if (!element.checkVisibility() || element.closest('.cleeng-hidden, .quiet, .cleeng-adyen, .cleeng-spinner, [class*="sr-panel"]'))
          continue;
        const { left, right, width } = element.getBoundingClientRect();
        const name = `${element.localName}.${element.className} ${element.textContent?.trim().slice(0, 20) ?? ''}`;
        if (width > 0 && (left < start - 1 || right > end + 1)) found.push(`${name}: outside`);
        const text = element.matches('p, label, button, a, span, h2, h3, legend, .cleeng-notice');
        if (
          text &&
          !element.matches('.cleeng-bar, .cleeng-bar *') &&
          element.scrollWidth > element.clientWidth + 1 &&
          getComputedStyle(element).display !== 'inline'
        ) {
          found.push(`${name}: cut off`);
        }
      }
    };
    visit(document.body);
    return found;
  }, box);
