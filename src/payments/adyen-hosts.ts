import type { CoreConfiguration } from '@adyen/adyen-web';
import type { AdyenMethods } from '../api/payments.js';

/** Adyen's environments by the platform's regions (platform contract, 5.1). */
const REGIONS: Readonly<Record<string, CoreConfiguration['environment']>> = {
  US: 'live-us',
  AU: 'live-au',
  APSE: 'live-apse',
  IN: 'live-in',
};

/**
 * Which of Adyen's hosts to call: the client key decides, never the page.
 * @throws when a live key meets the stand-in of a developer's machine
 */
export function adyenHosts(
  { clientKey, region }: Pick<AdyenMethods, 'clientKey' | 'region'>,
  pspBase: string | undefined,
): Pick<CoreConfiguration, 'environment' | '_environmentUrls'> {
  const live = clientKey.startsWith('live_');
  if (!pspBase) return { environment: live ? (REGIONS[region] ?? 'live') : 'test' };
  if (live) throw new Error('psp-base is for development only: it cannot be used with a live client key.');
  return {
    environment: 'test',
    _environmentUrls: {
      // The marker at the end is what lets 3-D Secure run over plain http in the test environment.
      api: `${pspBase}/checkoutshopper/test/http://localhost:8080/`,
      analytics: `${pspBase}/checkoutanalytics/`,
      cdn: { images: `${pspBase}/checkoutshopper/`, translations: `${pspBase}/checkoutshopper/` },
    },
  };
}
