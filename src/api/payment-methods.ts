import type { ApiPaymentMethod } from './orders.js';

/** The ways to pay that this kit can play, by the id the platform wants to hear. */
export interface Methods {
  /** Adyen's, by the platform's name for them (`card`, `ideal`, …). */
  readonly adyen: Readonly<Record<string, number>>;
  readonly paypal: number | undefined;
  /** For orders that need no payment details. */
  readonly free: number | undefined;
  readonly coupon: number | undefined;
}

export function methodsFromApi(list: readonly ApiPaymentMethod[]): Methods {
  const of = (gateway: string) => list.filter((method) => method.paymentGateway === gateway);
  return {
    adyen: Object.fromEntries(of('adyen').map((method) => [method.methodName, method.id])),
    paypal: of('paypal')[0]?.id,
    free: of('free-offer')[0]?.id,
    coupon: of('coupon')[0]?.id,
  };
}

/** Adyen's names for what the platform calls otherwise (platform contract, 4.4). */
const METHOD_NAMES: Readonly<Record<string, string>> = { scheme: 'card', bcmc: 'bancontact_card', bcmc_mobile: 'bancontact_mobile' };

/** The platform's id of what was chosen in the Drop-in. @param type Adyen's name for it */
export const adyenMethodId = ({ adyen }: Pick<Methods, 'adyen'>, type: string): number | undefined => adyen[METHOD_NAMES[type] ?? type];
