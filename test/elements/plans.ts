import { answer, give, type Reply } from './network.js';
import { control, personaIn, until, world, type World } from './page.js';

export const OFFERS = /\/customers\/\d+\/offers$/;
export const CHANGE = /\/subscriptions$/;
export const RETENTION = /\/retention_actions\//;
export const AVAILABILITY = /\/availability$/;
export const SWITCHES = /\/subscription_switches$/;
export const SWITCH = /\/subscription_switches\/[\w-]+$/;
const DAY = 86_400;
const NOW = Math.floor(Date.now() / 1000);
export const END = NOW + 10 * DAY;

export const subscription = {
  subscriptionId: 1,
  offerId: 'S274093615_DE',
  offerTitle: 'Nordlicht Monthly',
  offerType: 'S',
  status: 'active',
  startedAt: END - 30 * DAY,
  expiresAt: END,
  nextPaymentPrice: 9.99,
  nextPaymentCurrency: 'EUR',
  nextPaymentAt: END - DAY,
  paymentGateway: 'adyen',
  paymentMethod: 'card',
  externalPaymentId: '',
  inTrial: false,
  pendingSwitchId: null as string | null,
  period: 'month',
  totalPrice: 9.99,
  customerCurrency: 'EUR',
  isExternallyManaged: false,
};
export const NO_OFFER = { offerId: '', type: '', extensionDetails: null, downgradeDetails: { offers: [] }, pauseDetails: {} };
export const day = (seconds: number) => new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(seconds * 1000);

type Here = World & { plan: HTMLElementTagNameMap['cleeng-plan'] };

/** The plans of somebody of the sandbox, in English. */
export async function plansOf(name: string, attributes: Record<string, string> = {}): Promise<Here> {
  const here = world();
  await personaIn(here, name);
  const plan = here.place('cleeng-plan', { lang: 'en', ...attributes });
  await until(() => !['loading', 'signed-out'].includes(plan.view), 'the plans');
  return { ...here, plan };
}

/** The plans of somebody who has these; `items` may be asked for anew each time. */
export async function planWith(items: () => object[], attributes: Record<string, string> = {}): Promise<Here> {
  answer('GET', OFFERS, (call) => give({ items: items() })(call));
  answer('GET', RETENTION, give(NO_OFFER));
  return plansOf('fresh', attributes);
}

export const press = async (root: HTMLElement, label: string) => (await control(root, label)).click();
export const patch =
  (status: () => string): Reply =>
  (call) =>
    give({ offerId: subscription.offerId, status: status(), expiresAt: END })(call);
