import { type Page } from '@playwright/test';
import { SANDBOX } from './helpers.js';
import { settled } from './people.js';

/** A fact the checkout told its page. */
export interface Told {
  readonly fact: string;
  readonly detail: Record<string, unknown>;
}

const FACTS = ['complete', 'error', 'redeem'];

/** Writes down what the checkout tells, from a page's first moment on and across everything that is loaded in it. */
export async function recordPurchases(page: Page): Promise<Told[]> {
  const told: Told[] = [];
  await page.exposeFunction('recordPurchase', (fact: string, detail: string) => {
    told.push({ fact, detail: JSON.parse(detail) as Told['detail'] });
  });
  await page.addInitScript((facts) => {
    const { recordPurchase } = window as unknown as { recordPurchase(fact: string, detail: string): void };
    for (const fact of facts) {
      document.addEventListener(`cleeng-checkout-${fact}`, (event) => {
        recordPurchase(fact, JSON.stringify((event as CustomEvent<unknown>).detail));
      });
    }
  }, FACTS);
  return told;
}

/** Somebody new, with nothing left to be asked, opens the checkout of an offer in a page that others may have used before. @returns their id */
export async function opensCheckout(page: Page, offerId: string, query = ''): Promise<number> {
  const { jwt, customerId } = await settled(page.request);
  await page.goto('/react/');
  await page.evaluate(
    ([key, tokens]) => {
      sessionStorage.clear();
      localStorage.setItem(key, tokens);
    },
    [`cleeng.session.204118605@${SANDBOX}`, JSON.stringify({ jwt, receivedAt: Date.now() })] as const,
  );
  await page.goto(`/?buyer=${customerId}${query}#/checkout/${offerId}`);
  return customerId;
}

/** What the sandbox's database holds of a customer. */
export async function stored(page: Page, table: 'payments' | 'subscriptions', customerId: number): Promise<string[]> {
  // A connection that was kept open may be closed by the server the moment it is used again: asked anew, a reading harms nothing.
  const response = await page.request.get(`${SANDBOX}/sandbox/${table}?customerId=${customerId}`, { maxRetries: 2 });
  return ((await response.json()) as { status: string }[]).map(({ status }) => status);
}

/** Lines of columns, as wide as what is in them. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
