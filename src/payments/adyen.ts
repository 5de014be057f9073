import { AdyenCheckout, Card, Dropin, type CoreConfiguration } from '@adyen/adyen-web';
import css from '@adyen/adyen-web/styles/adyen.css?inline';
import type { AdyenAnswer, AdyenMethods, AdyenSubmission } from '../api/payments.js';
import type { AdyenOptions, Gateway } from './gateway.js';
import { dropinTheme } from './adyen-theme.js';

/** The fields' iframes come up one after another; the library itself reports a failure after half a minute only. */
const FIELDS_TIMEOUT_MS = 12_000;

/** Adyen's environments by the platform's regions (platform contract, 5.1). */
const REGIONS: Readonly<Record<string, CoreConfiguration['environment']>> = {
  US: 'live-us',
  AU: 'live-au',
  APSE: 'live-apse',
  IN: 'live-in',
};

let sheet: CSSStyleSheet | undefined;

/** Mounts the real Drop-in. Its styles belong to the document: parts of it live in the body, wherever the container is. */
export async function mountAdyen(options: AdyenOptions): Promise<Gateway> {
  const { container, methods } = options;
  adoptStyles();
  const checkout = await AdyenCheckout({
    ...hosts(methods, options.pspBase),
    clientKey: methods.clientKey,
    countryCode: methods.countryCode,
    amount: methods.amount,
    locale: options.lang,
    paymentMethodsResponse: { paymentMethods: methods.paymentMethods },
    // Our own button says what is charged now and later; the library's would say "Save details" for a trial.
    showPayButton: false,
    analytics: { enabled: false },
    risk: { enabled: false },
    exposeLibraryMetadata: false,
    onSubmit: (state, _component, actions) => void settle(options.submit(submissionOf(state.data)), actions),
    onAdditionalDetails: (state, _component, actions) => void settle(options.finish((state.data as { details: object }).details), actions),
    onPaymentFailed: () => dropin.setStatus('ready'),
    beforeRedirect: (resolve, reject, data) => {
      if (data?.url && !options.beforeRedirect(data.url)) {
        reject();
        dropin.setStatus('ready');
      } else resolve();
    },
    onError: (error) => {
      // Look-ups of a card's first digits fail as plain objects and stop nobody from paying; a closed wallet sheet is no failure.
      if (!(error instanceof Error) || error.name === 'SCRIPT_ERROR' || error.name === 'CANCEL') return;
      options.onActionFailed(error);
    },
  });
  const dropin = new Dropin(checkout, {
    paymentMethodComponents: [Card],
    disableFinalAnimation: true,
    paymentMethodsConfiguration: {
      card: {
        hasHolderName: true,
        challengeWindowSize: container.clientWidth < 400 ? '01' : '05',
        styles: dropinTheme(options.colors),
        onConfigSuccess: () => {
          clearTimeout(watchdog);
          options.onReady();
        },
      },
    },
  });
  const watchdog = setTimeout(() => options.onProblem('unreachable', new Error('The card fields did not come up')), FIELDS_TIMEOUT_MS);
  dropin.mount(container);
  return {
    submit: () => dropin.submit(),
    ready: () => void dropin.setStatus('ready'),
    update({ minor, currency }) {
      // Without the second argument everything would be mounted anew, and what was typed would be lost.
      void checkout.update({ amount: { value: minor, currency } }, { shouldReinitializeCheckout: false });
    },
    unmount() {
      clearTimeout(watchdog);
      dropin.unmount();
      container.replaceChildren();
    },
  };
}

/** What the platform wants of the Drop-in's state. */
function submissionOf(data: object): AdyenSubmission {
  const { paymentMethod, browserInfo, billingAddress } = data as AdyenSubmission;
  return { paymentMethod, ...(browserInfo ? { browserInfo } : {}), ...(billingAddress ? { billingAddress } : {}) };
}

interface Actions {
  resolve(result: { resultCode: string; action?: AdyenAnswer['action'] }): void;
  reject(): void;
}

/** Tells the Drop-in how an attempt ended. One that was not begun, because another is under way, is never settled: there is nothing to show. */
async function settle(attempt: Promise<AdyenAnswer | undefined>, actions: object): Promise<void> {
  const { resolve, reject } = actions as Actions;
  try {
    const answer = await attempt;
    if (!answer) return;
    resolve(answer.action ? { resultCode: 'Pending', action: answer.action } : { resultCode: 'Authorised' });
  } catch {
    reject();
  }
}

function hosts(
  { clientKey, region }: AdyenMethods,
  pspBase: string | undefined,
): Pick<CoreConfiguration, 'environment' | '_environmentUrls'> {
  const live = clientKey.startsWith('live_');
  if (!pspBase) return { environment: live ? (REGIONS[region] ?? 'live') : 'test' };
  if (live) throw new Error('psp-base is for development only: it cannot be used with a live client key.');
  return {
    environment: 'test',
    _environmentUrls: {
      // The marker at the end is what lets 3-D Secure run over plain http in the test environment.
      api: `${pspBase}/checkoutshopper/test/http://localhost:8080/`,
      analytics: `${pspBase}/checkoutanalytics/`,
      cdn: { images: `${pspBase}/checkoutshopper/`, translations: `${pspBase}/checkoutshopper/` },
    },
  };
}

function adoptStyles(): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
