import type { LitElement, ReactiveController } from 'lit';
import type { Checkout } from '../checkout/checkout.js';
import type { PaymentState } from '../checkout/state.js';
import type { AdyenConfiguration, ResolvedConfig } from '../config.js';
import type { Money } from '../money.js';
import type { Gateway, GatewayProblem } from '../payments/gateway.js';
import type { Popup } from '../payments/paypal-popup.js';
import { leaveFrame } from './leave.js';
import { lookOf } from './look.js';
import { relayIntoDocument } from './relay.js';

/** How a way to pay stands: each by itself, so that one that fails never hides the other. */
export type RailState = 'off' | 'loading' | 'ready' | GatewayProblem;

export interface RailsHost {
  readonly checkout: Checkout;
  readonly config: ResolvedConfig;
  readonly lang: string;
  /** The publisher's own settings for the Drop-in. */
  readonly adyen: AdyenConfiguration | undefined;
  /** Asked before the page is left; `false` keeps the viewer here. */
  mayLeave(url: string): boolean;
}

interface Mounted {
  orderId: number;
  lang: string;
  /** What the widgets were last told to be paid. */
  total: Money;
  undo: () => void;
  adyen: HTMLElement;
  paypal: HTMLElement;
}

/**
 * The payment widgets of a checkout: mounted once for an order, kept through every re-render, gone when the payment step is left or the
 * element leaves the page, and mounted afresh when it comes back.
 */
export class Rails implements ReactiveController {
  readonly #host: LitElement;
  readonly #get: () => RailsHost | undefined;
  #mounted: Mounted | undefined;
  #adyen: Gateway | undefined;
  #paypal: Gateway | undefined;
  /** PayPal's pages, while they are in a window of their own. */
  #popup: Popup | undefined;
  /** The last window, of which a report may still come. */
  #last: Popup | undefined;
  #openPopup: ((before?: Popup) => Popup | undefined) | undefined;
  #states: { adyen: RailState; paypal: RailState } = { adyen: 'off', paypal: 'off' };

  constructor(host: LitElement, get: () => RailsHost | undefined) {
    this.#host = host;
    this.#get = get;
    host.addController(this);
  }

  get adyen(): RailState {
    return this.#states.adyen;
  }

  /** `unreachable` means that PayPal's own button did not come up, or is not configured: ours redirects instead. */
  get paypal(): RailState {
    return this.#states.paypal;
  }

  get popup(): Popup | undefined {
    return this.#popup;
  }

  hostUpdated(): void {
    const state = this.#get()?.checkout.state;
    const payable = state && 'order' in state ? state : undefined;
    if (payable && this.#host.isConnected) this.#mount(payable);
    else this.#unmount();
    if (payable) this.#tellTotal(payable.order.total);
    // The payment step is certain as soon as an order is being made: its code comes while the platform answers.
    if (state?.status === 'ordering' && state.offer.price.minor > 0) void loadAdyen().catch(() => undefined);
  }

  hostDisconnected(): void {
    // What the bank shows inside the widget dies with it: the order can be paid again.
    const host = this.#get();
    if (host?.checkout.state.status === 'action') host.checkout.payer.cancelled();
    this.#unmount();
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** Submits the card form. */
  submit(): void {
    this.#adyen?.submit();
  }

  retryAdyen(): void {
    const state = this.#get()?.checkout.state;
    if (!this.#mounted || !state || !('order' in state)) return;
    this.#adyen?.unmount();
    this.#adyen = undefined;
    void this.#mountAdyen(state);
  }

  /** What the bank shows inside the card form is given up: the same order can be paid another way. */
  leaveBank(): void {
    this.#get()?.checkout.payer.cancelled();
    this.retryAdyen();
  }

  /** PayPal without its script: our own button leads to its page, or opens it in a window where that is wanted and allowed. */
  async payByPayPal(): Promise<void> {
    const host = this.#get();
    const state = host?.checkout.state;
    if (!host || state?.status !== 'review') return;
    const { payer } = host.checkout;
    const popup = (this.#last = this.#openPopup?.(this.#last));
    const url = await payer.startPayPal(popup !== undefined).catch(() => undefined);
    if (!popup) return void (url && this.#leave(host, url));
    if (!url) return popup.close();
    popup.goTo(url);
    this.#showPopup(popup);
    const outcome = await popup.ended(state.order.id, (late) => payer.paidLate(state.order.id, late));
    this.#showPopup(undefined);
    await payer.finishPayPal(outcome);
  }

  #mount(state: PaymentState): void {
    const lang = this.#get()?.lang ?? '';
    const mounted = this.#mounted;
    // Somebody may have wiped the element's children: what is left of the widgets is dead then. Their language they take once and for all.
    const sameLang = mounted?.lang === lang || state.status !== 'review';
    if (mounted?.orderId === state.order.id && mounted.adyen.isConnected && sameLang) return;
    this.#unmount();
    // An order that costs nothing, or whose gift nobody gets yet, needs no widget; one that is up stays, with what was typed.
    if (!state.order.needsDetails || state.status === 'gift') return;
    const adyen = document.createElement('div');
    const paypal = document.createElement('div');
    adyen.className = 'cleeng-adyen';
    paypal.className = 'cleeng-paypal';
    const undoAdyen = relayIntoDocument(this.#host, adyen, 'cleeng-card');
    const undoPayPal = relayIntoDocument(this.#host, paypal, 'cleeng-paypal');
    const undo = () => {
      undoAdyen();
      undoPayPal();
    };
    this.#mounted = { orderId: state.order.id, lang, total: state.order.total, undo, adyen, paypal };
    if (Object.keys(state.methods.adyen).length > 0) void this.#mountAdyen(state);
    if (state.methods.paypal !== undefined) void this.#mountPayPal(state);
  }

  #unmount(): void {
    if (!this.#mounted) return;
    if (!this.#popup) this.#last?.forget();
    this.#adyen?.unmount();
    this.#paypal?.unmount();
    this.#mounted.undo();
    this.#adyen = this.#paypal = this.#mounted = undefined;
    this.#states = { adyen: 'off', paypal: 'off' };
  }

  /** A coupon or a fee has changed what is paid: the widget stays as it is, with what was typed. */
  #tellTotal(total: Money): void {
    const mounted = this.#mounted;
    if (!mounted || !this.#adyen || (mounted.total.minor === total.minor && mounted.total.currency === total.currency)) return;
    mounted.total = total;
    this.#adyen.reprice(total);
  }

  async #mountAdyen({ order }: PaymentState): Promise<void> {
    const host = this.#get();
    const mounted = this.#mounted;
    if (!host || !mounted) return;
    const { payer } = host.checkout;
    const still = () => this.#mounted === mounted;
    this.#set('adyen', 'loading');
    try {
      const [{ mountAdyen }, methods] = await Promise.all([loadAdyen(), payer.adyenMethods(order.id)]);
      if (!still()) return;
      const gateway = await mountAdyen({
        container: mounted.adyen,
        methods,
        pspBase: host.config.pspBase,
        lang: host.lang,
        configuration: host.adyen,
        look: lookOf(this.#host),
        submit: (submission) => payer.payByAdyen(submission),
        finish: (details) => payer.finishAdyen(details),
        beforeRedirect: (departure) => {
          if (!host.mayLeave(departure.url)) {
            payer.cancelled();
            return 'stay';
          }
          payer.leaving();
          return leaveFrame(departure);
        },
        onReady: () => still() && this.#set('adyen', 'ready'),
        onProblem: (problem) => still() && this.#set('adyen', problem),
        onActionFailed: (error) => {
          if (host.checkout.state.status === 'action') payer.fail(error);
        },
      });
      if (!still()) return gateway.unmount();
      this.#adyen = gateway;
      // The price may have changed while the widget came up.
      this.#host.requestUpdate();
    } catch (error) {
      if (!still()) return;
      console.error('Adyen could not be shown:', error);
      this.#set('adyen', 'unreachable');
    }
  }

  async #mountPayPal({ order }: PaymentState): Promise<void> {
    const host = this.#get();
    const mounted = this.#mounted;
    const paypal = host?.config.paypal;
    if (!host || !mounted) return;
    if (paypal && 'popup' in paypal) {
      // Its code is here before the button is: a window has to be opened within the click.
      this.#openPopup = await import('../payments/paypal-popup.js').then(
        ({ openPopup }) => openPopup,
        () => undefined,
      );
      return void (this.#mounted === mounted && this.#set('paypal', 'unreachable'));
    }
    if (!paypal) return this.#set('paypal', 'unreachable');
    const { payer } = host.checkout;
    const still = () => this.#mounted === mounted;
    this.#set('paypal', 'loading');
    try {
      const { mountPayPal } = await import('../payments/paypal.js');
      if (!still()) return;
      const gateway = await mountPayPal({
        container: mounted.paypal,
        paypal,
        pspBase: host.config.pspBase,
        production: /(^|\/\/)mediastoreapi\.cleeng\.com/.test(host.config.apiBase),
        lang: host.lang,
        look: lookOf(this.#host),
        total: order.total,
        createRedirectUrl: async () => {
          const url = await payer.startPayPal();
          if (!url) throw new Error('Another payment is under way');
          return url;
        },
        finish: (url) => this.#leave(host, url),
        onReady: () => still() && this.#set('paypal', 'ready'),
        onCancel: () => payer.cancelled(),
        onFailed: (error) => {
          // A refusal of the platform is on screen already.
          if (host.checkout.state.status === 'paying') payer.fail(error);
        },
      });
      if (still()) this.#paypal = gateway;
      else gateway.unmount();
    } catch {
      if (!still()) return;
      mounted.paypal.replaceChildren();
      this.#set('paypal', 'unreachable');
    }
  }

  #leave(host: RailsHost, url: string): void {
    if (!host.mayLeave(url)) return host.checkout.payer.cancelled();
    host.checkout.payer.leaving();
    if (leaveFrame({ url }) === 'go') location.assign(url);
  }

  #showPopup(popup: Popup | undefined): void {
    this.#popup = popup;
    this.#host.requestUpdate();
  }

  #set(rail: 'adyen' | 'paypal', state: RailState): void {
    this.#states = { ...this.#states, [rail]: state };
    this.#host.requestUpdate();
  }
}

const loadAdyen = () => import('../payments/adyen.js');
