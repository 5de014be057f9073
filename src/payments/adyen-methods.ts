import type { AdyenMethods } from '../api/payments.js';

type Method = AdyenMethods['paymentMethods'][number];

/** Wallets, whose scripts come from third parties; a Drop-in must survive without them. */
const WALLETS: ReadonlySet<string> = new Set(['googlepay', 'paywithgoogle', 'applepay']);
/** Methods whose classes are in a chunk of their own. */
const MORE: ReadonlySet<string> = new Set(['bcmc', 'bcmc_mobile', 'bcmc_mobile_QR']);

/**
 * The methods a Drop-in can be built with. A wallet without its merchant takes the library down as a whole, so it is left out; wallets are
 * left out altogether when they have failed before. A wallet's sheet says who is paid.
 */
export function usableMethods({ paymentMethods, shopperStatement }: AdyenMethods, withWallets: boolean): Method[] {
  return paymentMethods
    .filter((method) => !WALLETS.has(method.type) || (withWallets && hasMerchant(method)))
    .map((method) =>
      WALLETS.has(method.type) ? { ...method, configuration: { merchantName: shopperStatement, ...configurationOf(method) } } : method,
    );
}

export const hasWallets = (methods: readonly Method[]): boolean => methods.some(({ type }) => WALLETS.has(type));

export const needsMore = (methods: readonly Method[]): boolean => methods.some(({ type }) => MORE.has(type));

function hasMerchant(method: Method): boolean {
  const { merchantId, gatewayMerchantId } = configurationOf(method);
  return Boolean(merchantId) && (method.type === 'applepay' || Boolean(gatewayMerchantId));
}

/** Adyen's own data, passed through by the platform, which promises nothing about it. */
const configurationOf = (method: Method): { merchantId?: string; gatewayMerchantId?: string } =>
  (method as { configuration?: { merchantId?: string; gatewayMerchantId?: string } }).configuration ?? {};
