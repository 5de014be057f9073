import type { Gateway, Look, PayPalOptions } from './gateway.js';
import { loadPayPal, payPalLocale } from './paypal-loader.js';

const RENDER_TIMEOUT_MS = 10_000;

/**
 * Mounts PayPal's own button. Its script calls back instead of sending the buyer on, so that after the approval we lead to the platform's
 * callback ourselves: there the money is taken.
 * @throws when the script or the button does not come up; the caller then offers the redirect, which needs neither
 */
export async function mountPayPal(options: PayPalOptions): Promise<Gateway> {
  const { container, paypal, pspBase, production, total } = options;
  const locale = payPalLocale(options.lang);
  const namespace = await loadPayPal({
    clientId: paypal.clientId,
    environment: production ? 'production' : 'sandbox',
    currency: total.currency,
    intent: 'capture',
    commit: true,
    vault: true,
    components: ['buttons'],
    ...(locale ? { locale } : {}),
    ...(paypal.cspNonce ? { dataCspNonce: paypal.cspNonce } : {}),
    ...(pspBase ? { sdkBaseUrl: `${pspBase}/paypal/sdk/js` } : {}),
  });
  let gone = false;
  const live =
    <A extends unknown[]>(callback: (...args: A) => void) =>
    (...args: A) => {
      if (!gone) callback(...args);
    };
  const buttons = namespace.Buttons?.({
    fundingSource: 'paypal',
    style: payPalStyle(options.look),
    createOrder: async () => payPalToken(await options.createRedirectUrl()),
    onApprove: (data) => Promise.resolve(live(() => options.finish(finishUrl(paypal.finishUrl, data.orderID, data.payerID)))()),
    onCancel: live(() => options.onCancel()),
    onError: live((error) => options.onFailed(error)),
  });
  if (!buttons?.isEligible()) throw new Error('PayPal cannot be used for this order');
  let timer: ReturnType<typeof setTimeout> | undefined;
  // render() never settles when the button's frame is blocked.
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('PayPal’s button did not come up')), RENDER_TIMEOUT_MS);
  });
  try {
    await Promise.race([buttons.render(container), late]);
  } finally {
    clearTimeout(timer);
  }
  options.onReady();
  return {
    // PayPal's button is pressed by the viewer only, and needs no help to be ready again.
    submit: () => {},
    ready: () => {},
    reprice: () => {},
    unmount() {
      gone = true;
      void buttons.close().catch(() => {});
      container.replaceChildren();
    },
  };
}

/** PayPal's button in our size and shape; its colours are PayPal's own. It refuses heights beyond these. */
export const payPalStyle = ({ height, radius }: Pick<Look, 'height' | 'radius'>) => ({
  height: Math.round(Math.min(Math.max(height, 25), 55)),
  borderRadius: Math.round(radius),
  label: 'pay' as const,
});

/** The token PayPal's script wants, from the address the platform gave. Its form is PayPal's business: none is required. */
export function payPalToken(redirectUrl: string): string {
  const token = new URL(redirectUrl).searchParams.get('token');
  if (!token) throw new Error('The platform’s PayPal address has no token');
  return token;
}

/** The platform's callback with what PayPal itself would append. */
export function finishUrl(base: string, token: string, payerId: string | null | undefined): string {
  const url = new URL(base);
  url.searchParams.set('token', token);
  if (payerId) url.searchParams.set('PayerID', payerId);
  return url.href;
}
