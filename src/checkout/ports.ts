import type { Timers } from '../ports.js';
import type { Session } from '../session/session.js';

/** Remembers which order a tab was working on, so that a reload goes on with it and no other tab can. */
export interface OrderMemory {
  /** The order begun here earlier, if this tab alone holds it. */
  recall(key: string): Promise<number | undefined>;
  keep(key: string, orderId: number): void;
  forget(key: string): void;
}

/** What a purchase needs from the world. */
export interface CheckoutPorts {
  session: Session;
  timers: Timers;
  memory: OrderMemory;
  /** Whether the publisher has questions for the signed-in viewer; read once for all elements. */
  questionsDue(): Promise<boolean>;
  /** The page's address. */
  address(): string;
  /** Replaces the page's address without loading anything. */
  replaceAddress(url: string): void;
  /** Where the bank and PayPal send the viewer back to; the page's address unless the publisher says otherwise. */
  returnAddress(): string;
  origin: string;
}
