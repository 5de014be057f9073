import type { AdyenMethods } from '../api/payments.js';

type Method = AdyenMethods['paymentMethods'][number];

/** Wallets, whose scripts come from third parties; a Drop-in must survive without them. */
const WALLETS: ReadonlySet<string> = new Set(['googlepay', 'paywithgoogle', 'applepay']);
/** Methods whose classes are in a chunk of their own. */
const MORE: ReadonlySet<string> = new Set(['bcmc', 'bcmc_mobile', 'bcmc_mobile_QR']);

/**
 * The methods a Drop-in can be built with. A wallet without its merchant takes the library down as a whole, so it is left out; wallets are
 * left out altogether when they have failed before.
 */
export function usableMethods(methods: readonly Method[], withWallets: boolean): Method[] {
  return methods.filter((method) => !WALLETS.has(method.type) || (withWallets && hasMerchant(method)));
}

export const hasWallets = (methods: readonly Method[]): boolean => methods.some(({ type }) => WALLETS.has(type));

export const needsMore = (methods: readonly Method[]): boolean => methods.some(({ type }) => MORE.has(type));

/** Adyen's own data, passed through by the platform, which promises nothing about it. */
function hasMerchant(method: Method): boolean {
  const { type, configuration } = method as Method & { configuration?: { merchantId?: string; gatewayMerchantId?: string } };
  const { merchantId, gatewayMerchantId } = configuration ?? {};
  return Boolean(merchantId) && (type === 'applepay' || Boolean(gatewayMerchantId));
}
