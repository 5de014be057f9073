import { AdyenCheckout, ApplePay, Card, Dropin, GooglePay, type DropinConfiguration } from '@adyen/adyen-web';
import css from '@adyen/adyen-web/styles/adyen.css?inline';
import type { AdyenAnswer, AdyenSubmission } from '../api/payments.js';
import { adyenHosts } from './adyen-hosts.js';
import { hasWallets, needsMore, usableMethods } from './adyen-methods.js';
import { dropinTheme } from './adyen-theme.js';
import type { AdyenOptions, Departure, Gateway } from './gateway.js';

/** The fields' iframes come up one after another; the library itself reports a failure after half a minute only. */
const FIELDS_TIMEOUT_MS = 12_000;

type Fields = Departure['data'];

/** A bank's question, of one of five sizes, never makes the page wider. The methods' names are buttons, which take no font by themselves. */
const OURS =
  '.cleeng-adyen{contain:inline-size}.cleeng-adyen :is(.adyen-checkout__threeds2__challenge,iframe){max-inline-size:100%}.cleeng-adyen button{font-family:inherit}';

let sheet: CSSStyleSheet | undefined;

/**
 * Mounts the real Drop-in. Its styles belong to the document: parts of it live in the body, wherever the container is.
 * @throws when it cannot be built; the caller says so and offers to try again
 */
export async function mountAdyen(options: AdyenOptions): Promise<Gateway> {
  adoptStyles();
  const { paymentMethods } = options.methods;
  try {
    return await build(options, true);
  } catch (error) {
    // A wallet that is set up wrongly must not cost the viewer the card form.
    if (!hasWallets(paymentMethods)) throw error;
    options.container.replaceChildren();
    return build(options, false);
  }
}

async function build(options: AdyenOptions, withWallets: boolean): Promise<Gateway> {
  const { container, methods, configuration = {} } = options;
  const paymentMethods = usableMethods(methods, withWallets);
  if (paymentMethods.length === 0) throw new Error('Adyen offers no payment method that can be shown');
  const more = needsMore(paymentMethods) ? await import('./adyen-more.js') : undefined;
  const checkout = await AdyenCheckout({
    ...adyenHosts(methods, options.pspBase),
    clientKey: methods.clientKey,
    countryCode: methods.countryCode,
    amount: methods.amount,
    locale: configuration.locale ?? options.lang,
    ...(configuration.translations ? { translations: configuration.translations } : {}),
    paymentMethodsResponse: { paymentMethods },
    // Our own button says what is charged now and later; the library's would say "Save details" for a trial.
    showPayButton: false,
    analytics: { enabled: configuration.analytics ?? false },
    risk: { enabled: false },
    exposeLibraryMetadata: false,
    onSubmit: (state, _component, actions) => void settle(options.submit(submissionOf(state.data)), actions),
    onAdditionalDetails: (state, _component, actions) => void settle(options.finish((state.data as { details: object }).details), actions),
    onPaymentFailed: () => dropin.setStatus('ready'),
    beforeRedirect: (resolve, reject, data) => {
      const next = data?.url ? options.beforeRedirect({ url: data.url, method: data.method, data: data.data as Fields }) : 'go';
      if (next === 'go') return resolve();
      reject();
      if (next === 'stay') dropin.setStatus('ready');
    },
    onError: (error) => {
      // Look-ups of a card's first digits fail as plain objects and stop nobody from paying; a closed wallet sheet is no failure.
      if (!(error instanceof Error) || error.name === 'SCRIPT_ERROR' || error.name === 'CANCEL') return;
      options.onActionFailed(error);
    },
  });
  const { card, ...others } = configuration.paymentMethods ?? {};
  const opensFirst = configuration.openFirstPaymentMethod ?? true;
  const dropin = new Dropin(checkout, {
    paymentMethodComponents: [Card, GooglePay, ApplePay, ...(more ? [more.Bancontact, more.BcmcMobile] : [])],
    disableFinalAnimation: true,
    openFirstPaymentMethod: opensFirst,
    paymentMethodsConfiguration: {
      googlepay: { showPayButton: true },
      applepay: { showPayButton: true },
      ...(others as DropinConfiguration['paymentMethodsConfiguration']),
      card: {
        hasHolderName: true,
        ...card,
        challengeWindowSize: container.clientWidth < 400 ? '01' : '05',
        styles: dropinTheme(options.look),
        onConfigSuccess: () => ready(),
      },
    },
    // The list is there, without the wallets that cannot be used here; their scripts may have kept it waiting.
    onReady: () => {
      if (listed) return;
      listed = true;
      stopWaiting();
      const [first] = dropin.paymentMethodElements;
      if (!first) options.onProblem('misconfigured', new Error('None of the payment methods can be used here'));
      else if (first.type === 'scheme' && opensFirst) stopWaiting = waitForFields();
      // Without fields from the start there are none to wait for: they come up when their method is opened.
      else ready();
    },
  });
  let listed = false;
  const waitForFields = () => {
    const timer = setTimeout(() => options.onProblem('unreachable', new Error('The card fields did not come up')), FIELDS_TIMEOUT_MS);
    return () => clearTimeout(timer);
  };
  let stopWaiting = waitForFields();
  const ready = () => {
    stopWaiting();
    options.onReady();
  };
  try {
    dropin.mount(container);
  } catch (error) {
    stopWaiting();
    throw error;
  }
  return {
    submit() {
      try {
        dropin.submit();
      } catch {
        // Nothing is chosen yet: there is the choice.
        container.querySelector<HTMLElement>('input[type=radio], button')?.focus();
      }
    },
    ready: () => void dropin.setStatus('ready'),
    reprice: ({ minor, currency }) =>
      // What was typed stays: only the amount on the wallets' sheets changes.
      void checkout.update({ amount: { value: minor, currency } }, { shouldReinitializeCheckout: false }),
    unmount() {
      stopWaiting();
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

function adoptStyles(): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css + OURS);
  }
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
