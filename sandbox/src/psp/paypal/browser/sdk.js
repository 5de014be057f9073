// @ts-check
/*
 * Stand-in for PayPal's script (https://www.paypal.com/sdk/js), loaded by the unmodified @paypal/paypal-js through `sdkBaseUrl`.
 * Our own code; the behaviour mirrors PayPal's public sources as far as an order payment needs it.
 */
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const address = new URL(script.src);
  const base = `${address.origin}/paypal`;
  const currency = address.searchParams.get('currency') ?? 'USD';
  const namespace = script.getAttribute('data-namespace') ?? 'paypal';
  const global = /** @type {Record<string, any>} */ (/** @type {unknown} */ (window));

  // Loading into a namespace in use destroys what is there, as PayPal's script does.
  global[namespace]?.__internal_destroy__?.();
  /** @type {Set<{close: () => Promise<void>}>} */
  const live = new Set();

  /** @param {any} options */
  function Buttons(options = {}) {
    const frame = document.createElement('iframe');
    frame.title = 'PayPal-paypal';
    frame.src = `${base}/smart/buttons`;
    Object.assign(frame.style, {
      border: '0',
      width: '100%',
      height: `${options.style?.height ?? 48}px`,
      display: 'block',
      colorScheme: 'normal',
    });
    /** @type {HTMLIFrameElement | null} The approval page in the page itself, where popups are blocked. */
    let overlay = null;
    let closed = false;
    /** The token of the checkout under way; a second click meanwhile changes nothing. */
    let token = '';
    let busy = false;
    /** @type {() => void} */
    let rendered = () => {};

    /** @param {object} message */
    const tellFrame = (message) => frame.contentWindow?.postMessage(message, address.origin);

    function end() {
      busy = false;
      token = '';
      overlay?.remove();
      overlay = null;
      tellFrame({ paypalPage: 'close' });
    }

    /** @param {unknown} error */
    function fail(error) {
      end();
      if (!closed) options.onError?.(error);
    }

    /** @param {boolean} popup */
    async function start(popup) {
      if (busy) return;
      busy = true;
      try {
        options.onClick?.({ fundingSource: 'paypal' }, { resolve: () => Promise.resolve(true), reject: () => Promise.resolve(false) });
        token = await newToken();
        const answer = await fetch(`${base}/session/${encodeURIComponent(token)}`);
        if (!answer.ok) throw new Error(`RESOURCE_NOT_FOUND: ${token}`);
        const session = await answer.json();
        // Nothing is charged by an agreement: its currency is not compared.
        if (!session.agreement && session.currency !== currency)
          throw new Error(`Expected currency from order api call to be ${currency}, got ${session.currency}`);
        if (closed) return;
        const url = `${base}/checkoutnow?context=popup&token=${encodeURIComponent(token)}`;
        if (popup) tellFrame({ paypalPage: 'open', url });
        else openOverlay(url);
      } catch (error) {
        fail(error);
      }
    }

    /** A payment's token; for an agreement, the payment token that is made of the agreement's. */
    async function newToken() {
      if (!options.createBillingAgreement) {
        const order = await options.createOrder({ paymentSource: 'paypal' }, {});
        if (typeof order !== 'string' || !order) throw new Error('Expected an order id to be passed');
        return order;
      }
      const agreement = await options.createBillingAgreement({ paymentSource: 'paypal' }, {});
      if (typeof agreement !== 'string' || !agreement) throw new Error('Expected a billing token to be passed to createBillingAgreement');
      const answer = await fetch(`${base}/v1/billing-agreements/${encodeURIComponent(agreement)}/ec-token`, { method: 'POST' });
      if (!answer.ok) throw new Error(`RESOURCE_NOT_FOUND: ${agreement}`);
      return /** @type {{orderID: string}} */ (await answer.json()).orderID;
    }

    /** @param {string} url */
    function openOverlay(url) {
      overlay = document.createElement('iframe');
      overlay.title = 'PayPal';
      overlay.src = url;
      Object.assign(overlay.style, { position: 'fixed', inset: '0', width: '100%', height: '100%', border: '0', zIndex: '2147483647' });
      document.body.append(overlay);
    }

    /** @param {{paypalDecision: string, payerID?: string, billingToken?: string | null}} data */
    async function decided(data) {
      if (!busy || closed) return;
      const orderID = token;
      if (data.paypalDecision === 'refused') return fail(new Error('INSTRUMENT_DECLINED'));
      end();
      if (data.paypalDecision !== 'approved') return void options.onCancel?.({ orderID }, {});
      try {
        await options.onApprove?.(
          { orderID, payerID: data.payerID, billingToken: data.billingToken ?? null, paymentSource: 'paypal' },
          { redirect: (/** @type {string} */ url) => location.assign(url) },
        );
      } catch (error) {
        fail(error);
      }
    }

    /** @param {MessageEvent} event */
    function onMessage(event) {
      if (event.origin !== address.origin || typeof event.data !== 'object') return;
      if (overlay && event.source === overlay.contentWindow && event.data.paypalDecision) return void decided(event.data);
      if (event.source !== frame.contentWindow) return;
      const { paypalButton, popup } = event.data;
      if (paypalButton === 'ready') {
        tellFrame({ paypalPage: 'hello' });
        options.onInit?.({}, { enable: () => Promise.resolve(), disable: () => Promise.resolve() });
        rendered();
      } else if (paypalButton === 'click') void start(popup);
      else if (paypalButton === 'decided') void decided(event.data);
      else if (paypalButton === 'closed' && busy) void decided({ paypalDecision: 'cancelled' });
    }

    const instance = {
      isEligible: () => true,
      /** @param {HTMLElement} container */
      render(container) {
        window.addEventListener('message', onMessage);
        live.add(instance);
        container.append(frame);
        return new Promise((resolve) => {
          rendered = () => resolve(undefined);
        });
      },
      close() {
        closed = true;
        end();
        live.delete(instance);
        window.removeEventListener('message', onMessage);
        frame.remove();
        rendered();
        return Promise.resolve();
      },
    };
    return instance;
  }

  global[namespace] = {
    version: '5.0.0-sandbox',
    Buttons,
    FUNDING: { PAYPAL: 'paypal' },
    isFundingEligible: (/** @type {string} */ source) => source === 'paypal',
    __internal_destroy__: () => [...live].forEach((button) => void button.close()),
  };
})();
