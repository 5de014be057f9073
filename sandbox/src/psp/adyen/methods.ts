/** A payment method as Adyen lists it for the Drop-in. */
export interface AdyenMethod {
  type: string;
  name: string;
  brands?: string[];
  configuration?: Record<string, string>;
}

/** The platform's names of Adyen's methods, in the order in which they are offered, and how Adyen lists them (contract, 4.4 and 5.1). */
const METHODS: readonly [name: string, listed: (shop: string) => AdyenMethod][] = [
  ['card', () => ({ type: 'scheme', name: 'Cards', brands: ['visa', 'mc', 'amex'] })],
  ['applepay', (shop) => ({ type: 'applepay', name: 'Apple Pay', configuration: { merchantId: '000000000200001', merchantName: shop } })],
  ['googlepay', (shop) => ({ type: 'googlepay', name: 'Google Pay', configuration: { merchantId: '50', gatewayMerchantId: shop } })],
  ['ideal', () => ({ type: 'ideal', name: 'iDEAL' })],
  ['bancontact_card', () => ({ type: 'bcmc', name: 'Bancontact card', brands: ['bcmc'] })],
  ['bancontact_mobile', () => ({ type: 'bcmc_mobile', name: 'Bancontact mobile' })],
  ['gcash', () => ({ type: 'gcash', name: 'GCash' })],
];

/** Adyen's names for what the platform calls otherwise. The older Drop-in says `card` where the newer says `scheme`. */
const PLATFORM_NAMES: Readonly<Record<string, string>> = { scheme: 'card', bcmc: 'bancontact_card', bcmc_mobile: 'bancontact_mobile' };

/** The platform's name of a type of Adyen's. */
export const platformName = (type: string): string => PLATFORM_NAMES[type] ?? type;

/** What the Drop-in offers of the methods a publisher has enabled. */
export const adyenMethods = (enabled: readonly string[], shop: string): AdyenMethod[] =>
  METHODS.filter(([name]) => enabled.includes(name)).map(([, listed]) => listed(shop));

/** What the bank's page calls itself. */
export const titleOf = (method: string): string =>
  method === 'card' ? 'Sandbox bank' : (METHODS.find(([name]) => name === method)?.[1]('').name ?? 'Sandbox bank');
