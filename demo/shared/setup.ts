import { configure, setTokens } from 'cleeng-elements';
import { sandboxAddress } from './address.js';
import { watchForSandbox } from './missing.js';

/** The sandbox's publisher. */
export const PUBLISHER_ID = '204118605';

/** What a publisher says once for all elements on a page. */
export async function configureKit(): Promise<string> {
  const apiBase = await sandboxAddress();
  // PayPal's own button, or with `?paypal=popup` its pages in a window.
  const inWindow = new URLSearchParams(location.search).get('paypal') === 'popup';
  configure({
    publisherId: PUBLISHER_ID,
    apiBase,
    pspBase: apiBase,
    paypal: inWindow ? { popup: true } : { clientId: 'sandbox', finishUrl: `${apiBase}/sandbox/paypal/callback` },
  });
  void watchForSandbox(apiBase);
  return apiBase;
}

/** The same, and all elements registered. */
export async function setUpKit(): Promise<string> {
  const apiBase = await configureKit();
  await import('cleeng-elements/define');
  return apiBase;
}

/** Logs somebody of the sandbox's seed in. */
export async function signIn(apiBase: string, email: string): Promise<void> {
  const body = JSON.stringify({ email, password: 'Password1', publisherId: PUBLISHER_ID });
  const response = await fetch(`${apiBase}/auths`, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });
  const { responseData } = (await response.json()) as { responseData: { jwt: string; refreshToken: string } };
  setTokens(responseData);
}
