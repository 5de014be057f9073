import type { PayPalOutcome } from '../api/payments.js';
import type { Timers } from '../ports.js';
import type { Session } from '../session/session.js';
import type { Step } from '../session/steps.js';

/** The order a tab was working on. */
export interface KeptOrder {
  readonly orderId: number;
  readonly gift: boolean;
  /** The publisher's coupon that was tried on it: what the viewer then took off is not put on again. */
  readonly coupon?: string;
}

/** Remembers which order a tab was working on, so that a reload goes on with it and no other tab can. */
export interface OrderMemory {
  /** The order begun here earlier, if this tab alone holds it. */
  recall(key: string): Promise<KeptOrder | undefined>;
  keep(key: string, order: KeptOrder): void;
  forget(key: string): void;
  /** Lets go of the order without forgetting it: the element has left the page, and another one may go on. */
  release(key: string): void;
}

/** What a purchase needs from the world. */
export interface CheckoutPorts {
  session: Session;
  timers: Timers;
  memory: OrderMemory;
  /**
   * What the signed-in viewer still has to do before paying; read once for all elements.
   * @param registered whether they registered just now, which answers the consents
   */
  nextStep(registered: boolean): Promise<Step | undefined>;
  /** A token of the publisher's captcha, a fresh one for every payment; `undefined` where none is configured. */
  captcha(): Promise<string | undefined>;
  /** The page's address. */
  address(): string;
  /** Replaces the page's address without loading anything. */
  replaceAddress(url: string): void;
  /** Where the bank and PayPal send the viewer back to; the page's address unless the publisher says otherwise. */
  returnAddress(): string;
  origin: string;
  /**
   * In a window opened for PayPal's pages: tells the page that opened it how they ended.
   * @returns whether that page has taken over
   */
  reportToOpener(back: { orderId: number; outcome: PayPalOutcome }): Promise<boolean>;
}
