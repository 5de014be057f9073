import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What on a page may have changed what a viewer has: a purchase, a change in the account. */
const EVENTS = ['cleeng-checkout-complete', 'cleeng-account-change'] as const;

/**
 * Tells its host to ask the platform again: after a purchase or a change anywhere on the page, when late access has come, and when the
 * viewer comes back to the tab, where they may have missed what happened elsewhere.
 */
export class Recheck implements ReactiveController {
  readonly #ask: (event?: Event) => void;

  /** @param ask is told of the event, if it was one */
  constructor(host: ReactiveControllerHost, ask: (event?: Event) => void) {
    this.#ask = ask;
    host.addController(this);
  }

  hostConnected(): void {
    for (const name of EVENTS) document.addEventListener(name, this.#ask);
    document.addEventListener('cleeng-checkout-step', this.#onStep);
    document.addEventListener('visibilitychange', this.#onVisible);
    addEventListener('pageshow', this.#onPageShow);
  }

  hostDisconnected(): void {
    for (const name of EVENTS) document.removeEventListener(name, this.#ask);
    document.removeEventListener('cleeng-checkout-step', this.#onStep);
    document.removeEventListener('visibilitychange', this.#onVisible);
    removeEventListener('pageshow', this.#onPageShow);
  }

  /** A purchase is complete once; access that comes late afterwards is only another step. */
  readonly #onStep = ({ detail }: GlobalEventHandlersEventMap['cleeng-checkout-step']) => {
    if (detail.step === 'done') this.#ask();
  };

  readonly #onVisible = () => {
    if (document.visibilityState === 'visible') this.#ask();
  };

  /** From the back-forward cache a page comes back as it was left. */
  readonly #onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) this.#ask();
  };
}
