import type { LitElement, ReactiveController } from 'lit';
import type { DetailsChange } from '../account/details-change.js';
import type { AdyenConfiguration, ResolvedConfig } from '../config.js';
import type { Gateway } from '../payments/gateway.js';
import { leaveFrame } from './leave.js';
import { lookOf } from './look.js';
import type { RailState } from './rails.js';
import { relayIntoDocument } from './relay.js';

interface CardFormHost {
  readonly change: DetailsChange;
  readonly config: ResolvedConfig;
  readonly lang: string;
  readonly adyen: AdyenConfiguration | undefined;
}

/** Adyen's card form for payment details without an order: mounted while it can be used, kept through every re-render, gone afterwards. */
export class CardForm implements ReactiveController {
  readonly #host: LitElement;
  readonly #get: () => CardFormHost | undefined;
  #mounted: { change: DetailsChange; node: HTMLElement; undo: () => void } | undefined;
  #gateway: Gateway | undefined;
  #state: RailState = 'off';

  constructor(host: LitElement, get: () => CardFormHost | undefined) {
    this.#host = host;
    this.#get = get;
    host.addController(this);
  }

  get state(): RailState {
    return this.#state;
  }

  hostUpdated(): void {
    const host = this.#get();
    const state = host?.change.state;
    if (host && state && 'ways' in state && state.ways.methods && this.#host.isConnected) this.#mount(host);
    else this.#unmount();
  }

  hostDisconnected(): void {
    this.#unmount();
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  submit(): void {
    this.#gateway?.submit();
  }

  retry(): void {
    this.#unmount();
    this.#host.requestUpdate();
  }

  #mount(host: CardFormHost): void {
    // Somebody may have wiped the element's children: what is left of the form is dead then.
    if (this.#mounted?.change === host.change && this.#mounted.node.isConnected) return;
    this.#unmount();
    const node = document.createElement('div');
    node.className = 'cleeng-adyen';
    this.#mounted = { change: host.change, node, undo: relayIntoDocument(this.#host, node, 'cleeng-card') };
    void this.#fill(host);
  }

  #unmount(): void {
    if (!this.#mounted) return;
    this.#gateway?.unmount();
    this.#mounted.undo();
    this.#gateway = this.#mounted = undefined;
    this.#state = 'off';
  }

  async #fill({ change, config, lang, adyen }: CardFormHost): Promise<void> {
    const mounted = this.#mounted;
    const still = () => this.#mounted === mounted;
    const { state } = change;
    if (!mounted || !('ways' in state) || !state.ways.methods) return;
    this.#set('loading');
    try {
      const { mountAdyen } = await import('../payments/adyen.js');
      if (!still()) return;
      const gateway = await mountAdyen({
        container: mounted.node,
        methods: state.ways.methods,
        pspBase: config.pspBase,
        lang,
        configuration: adyen,
        look: lookOf(this.#host),
        submit: (submission) => change.submit(submission),
        finish: (details) => change.finish(details),
        beforeRedirect: (departure) => {
          change.leaving();
          return leaveFrame(departure);
        },
        onReady: () => still() && this.#set('ready'),
        onProblem: (problem) => still() && this.#set(problem),
        onActionFailed: (error) => {
          if (change.state.status === 'bank') change.fail(error);
        },
      });
      if (still()) this.#gateway = gateway;
      else gateway.unmount();
    } catch (error) {
      if (!still()) return;
      console.error('Adyen could not be shown:', error);
      this.#set('unreachable');
    }
  }

  #set(state: RailState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
