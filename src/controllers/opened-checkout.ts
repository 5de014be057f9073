import type { LitElement } from 'lit';
import type { CheckoutStatus } from '../checkout/state.js';

const MOVING: readonly string[] = ['paying', 'action', 'leaving', 'finalizing', 'confirming'] satisfies CheckoutStatus[];

/** A checkout that an element has opened inside itself, as far as the element has to know it: whether it may be taken away again. */
export class OpenedCheckout {
  #status: string = 'loading';
  #sold = false;

  constructor(host: LitElement) {
    host.addEventListener('cleeng-checkout-step', ({ detail }) => {
      this.#status = detail.step;
      host.requestUpdate();
    });
    host.addEventListener('cleeng-checkout-complete', () => (this.#sold = true));
  }

  /** Another one is opened. */
  reset(): void {
    this.#status = 'loading';
    this.#sold = false;
  }

  /** Whether money is on its way. Once the purchase is confirmed it has arrived, though access may take longer. */
  get moving(): boolean {
    return !this.#sold && MOVING.includes(this.#status);
  }

  /** Whether it has not yet said where it stands: it may be back from a page where money was taken. */
  get undecided(): boolean {
    return this.moving || this.#status === 'loading';
  }
}
