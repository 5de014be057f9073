import { configure } from 'cleeng-elements';

/** The sandbox's publisher. */
export const PUBLISHER_ID = '204118605';

/** Where the sandbox is: the server of these pages knows. */
export async function sandboxAddress(): Promise<string> {
  const response = await fetch('/config.json');
  const { apiBase } = (await response.json()) as { apiBase: string };
  return apiBase;
}

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
  return apiBase;
}

/** The same, and all elements registered. */
export async function setUpKit(): Promise<string> {
  const apiBase = await configureKit();
  await import('cleeng-elements/define');
  return apiBase;
}
