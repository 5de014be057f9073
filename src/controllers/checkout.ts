import { Checkout, type Purchase } from '../checkout/checkout.js';
import { readLink } from '../checkout/return.js';
import { browserTimers } from './browser-ports.js';
import type { Kit } from './kit.js';
import { browserOrderMemory } from './order-memory.js';

/** What buying and redeeming need of the page they are in. */
export const pagePorts = (kit: Kit) => ({
  session: kit.session,
  timers: browserTimers,
  nextStep: async (registered: boolean) =>
    (await import('./next-step.js')).readNextStep(kit, registered ? ['capture'] : ['capture', 'consents']),
  captcha: async () => (kit.config.captcha ? (await import('./captcha.js')).captchaToken(kit.config) : undefined),
  address: () => location.href,
  replaceAddress: (url: string) => history.replaceState(history.state, '', url),
});

/** A purchase in this page. It belongs to the element that asked for it: two elements never share an order. */
export function checkoutOf(kit: Kit, purchase: Purchase, returnUrl: () => string | undefined): Checkout {
  return new Checkout(purchase, {
    ...pagePorts(kit),
    memory: browserOrderMemory(kit.config.publisherId),
    returnAddress: () => new URL(returnUrl() || location.href, location.href).href,
    origin: location.origin,
    reportToOpener: async ({ orderId, outcome }) => (await import('../payments/paypal-popup.js')).reportToOpener({ orderId, outcome }),
  });
}

/** The code in the link that the recipient of a gift was sent. */
export const linkedGiftCode = (): string | undefined => readLink(location.href).giftCode;
