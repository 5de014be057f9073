import { Checkout, type Purchase } from '../checkout/checkout.js';
import { browserTimers } from './browser-ports.js';
import { captureOf } from './capture.js';
import type { Kit } from './kit.js';
import { browserOrderMemory } from './order-memory.js';

/** A purchase in this page. It belongs to the element that asked for it: two elements never share an order. */
export function checkoutOf(kit: Kit, purchase: Purchase, returnUrl: () => string | undefined): Checkout {
  return new Checkout(purchase, {
    session: kit.session,
    timers: browserTimers,
    memory: browserOrderMemory(kit.config.publisherId),
    async stepsDue() {
      const questions = captureOf(kit);
      await questions?.load();
      if (questions?.state.status === 'failed') throw questions.state.error;
      return questions?.value?.due ? ['capture'] : [];
    },
    address: () => location.href,
    replaceAddress: (url) => history.replaceState(history.state, '', url),
    returnAddress: () => new URL(returnUrl() || location.href, location.href).href,
    origin: location.origin,
  });
}
