import { type Page, type Route } from '@playwright/test';
import { SANDBOX } from './helpers.js';

export const pick = <T>(roll: () => number, from: readonly T[]): T => from[Math.floor(roll() * from.length)]!;

/** What can happen to a call on its way. */
type Fault = (route: Route, roll: () => number) => Promise<unknown>;

const after = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));
const broken = (route: Route) =>
  route.fulfill({
    status: 500,
    headers: { 'Access-Control-Allow-Origin': '*' },
    json: { errors: ['Internal Server Error'], message: 'Internal Server Error', code: 'S0001' },
  });

const FAULTS: Readonly<Record<string, Fault>> = {
  delay: async (route, roll) => {
    await after(roll() * 2000);
    await route.fallback();
  },
  '500': broken,
  '500 after the work is done': async (route) => {
    await route.fetch();
    await broken(route);
  },
  'an answer that is dropped': async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  },
  'no connection': (route) => route.abort('internetdisconnected'),
  // The work is done, and nobody hears of it until the client's patience has ended.
  'an answer that never comes': (route) => route.fetch(),
};

/** Calls of the platform that a purchase needs; a refused session is another story. */
const CALLS = /\/(offers|orders|payments|payment-methods|connectors|entitlements|capture|consents)(\/|$)/;

/**
 * Lets calls of a page go wrong, at most so many, each by chance. One of them may never be answered.
 * @returns what went wrong, as it happens
 */
export async function disturb(page: Page, roll: () => number, most: number): Promise<string[]> {
  const happened: string[] = [];
  await page.route(`${SANDBOX}/**`, async (route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    const likely = request.method() === 'GET' ? 0.12 : request.method() === 'OPTIONS' ? 0 : 0.5;
    if (!CALLS.test(pathname) || happened.length >= most || roll() > likely) return route.fallback();
    const names = Object.keys(FAULTS).filter(
      (name) => name !== 'an answer that never comes' || !happened.some((what) => what.startsWith(name)),
    );
    const name = pick(roll, names);
    happened.push(`${name}: ${request.method()} ${pathname}`);
    // A page that is gone meanwhile needs no answer.
    await FAULTS[name]!(route, roll).catch(() => undefined);
  });
  return happened;
}
