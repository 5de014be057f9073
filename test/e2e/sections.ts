import { expect, type Page } from '@playwright/test';
import { startSandbox } from '../../sandbox/src/server.js';
import { logIn, PASSWORD } from './helpers.js';
import { notThere, plainPage, serve, serveCdn } from './publisher.js';

const PUBLISHER = '204118605';

interface Fact {
  name: string;
  detail: { change?: string };
}

/** A publisher's site with one section of the account on a page of its own, at a sandbox that is nobody else's. */
export async function account() {
  const sandbox = await startSandbox({ port: 0, data: 'memory' });
  const cdn = await serveCdn();
  const config = `publisher-id="${PUBLISHER}" api-base="${sandbox.url}" psp-base="${sandbox.url}" lang="en"`;
  const site = await serve((path) => {
    const tag = /^\/(cleeng-[\w-]+)$/.exec(path)?.[1];
    if (!tag) return notThere();
    const more = tag === 'cleeng-profile' ? 'languages="en de fr"' : '';
    return Promise.resolve(
      plainPage(cdn.url, `<cleeng-login no-steps ${config}></cleeng-login><main><${tag} ${config} ${more}></${tag}></main>`),
    );
  });
  const call = async <T>(method: string, path: string, data?: object, jwt?: string): Promise<{ status: number; data: T }> => {
    const response = await fetch(sandbox.url + path, {
      method,
      headers: { 'Content-Type': 'application/json', ...(jwt ? { Authorization: `Bearer ${jwt}` } : {}) },
      ...(data ? { body: JSON.stringify(data) } : {}),
    });
    const answer = (await response.json()) as { responseData?: T };
    return { status: response.status, data: answer.responseData ?? (answer as T) };
  };
  return {
    call,
    /** Somebody's own word with the platform: what it holds for them. */
    async as(email: string, password = PASSWORD) {
      const { data } = await call<{ jwt: string; refreshToken: string }>('POST', '/auths', { email, password, publisherId: PUBLISHER });
      const { customerId } = JSON.parse(atob(data.jwt.split('.')[1] ?? '')) as { customerId: number };
      const ask = async <T>(path: string) => (await call<T>('GET', `/customers/${customerId}${path}`, undefined, data.jwt)).data;
      return { ...data, customerId, ask };
    },
    /** Logs somebody in on a section's page. @returns the facts told so far, and from then on */
    async show(page: Page, tag: string, email: string): Promise<Fact[]> {
      const facts: Fact[] = [];
      await page.exposeFunction('tell', (name: string, detail: string) =>
        facts.push({ name, detail: JSON.parse(detail) as Fact['detail'] }),
      );
      await page.addInitScript(() => {
        for (const name of ['cleeng-account-change', 'cleeng-account-error', 'cleeng-password-requested']) {
          document.addEventListener(name, (event) => {
            const { tell } = window as unknown as { tell(name: string, detail: string): void };
            tell(name, JSON.stringify((event as CustomEvent<unknown>).detail));
          });
        }
      });
      await page.goto(`${site.url}/${tag}?tab=1#top`);
      await logIn(page, email);
      await expect.poll(() => viewOf(page, tag)).not.toMatch(/^(signed-out|loading)$/);
      return facts;
    },
    /** Moves the platform's time. */
    async pass(duration: string): Promise<void> {
      expect((await call('POST', '/sandbox/clock', { advance: duration })).status).toBe(200);
    },
    async close(): Promise<void> {
      site.close();
      cdn.close();
      await sandbox.close();
    },
  };
}

export type Account = Awaited<ReturnType<typeof account>>;

export const viewOf = (page: Page, tag: string): Promise<string> =>
  page.evaluate((name) => document.querySelector<HTMLElement & { view?: string }>(name)?.view ?? 'nothing', tag);

/** What a section has told, in short. */
export const told = (facts: readonly Fact[]): string[] =>
  facts.map(({ name, detail }) => `${name.replace('cleeng-', '')} ${detail.change ?? ''}`.trim());
