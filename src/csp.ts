/** What a page uses of the kit, as far as its Content Security Policy must know. */
export type CspFeature = 'card' | 'googlepay' | 'applepay' | 'paypal-redirect' | 'paypal-buttons' | 'recaptcha';

export const CSP_FEATURES: readonly CspFeature[] = ['card', 'googlepay', 'applepay', 'paypal-redirect', 'paypal-buttons', 'recaptcha'];

export interface CspOptions {
  /** Where the kit's files come from, such as `https://cdn.example.com`; `'self'` unless said otherwise. */
  scripts?: string;
  /** The platform's host. */
  api: string;
  features: readonly CspFeature[];
  /** Adyen's environment: `test`, `live`, `live-us`, `live-au`, `live-apse` or `live-in`. */
  adyen?: string;
  /** Development only: the host that plays Adyen and PayPal. */
  psp?: string;
  /** For PayPal's own button: the page's nonce, which its styles carry. */
  nonce?: string;
}

type Sources = Record<string, string[]>;

/**
 * The Content Security Policy that a page with the kit needs, and nothing more: no `unsafe-inline`, no `unsafe-eval`. Trusted Types are
 * enforced unless a wallet or PayPal's own button is used, whose scripts need a policy of the page's own.
 */
export function contentSecurityPolicy(options: CspOptions): string {
  const { scripts = "'self'", api, features } = options;
  const policy: Sources = {
    'default-src': ["'none'"],
    'script-src': [scripts],
    'style-src': ["'self'"],
    'img-src': ["'self'"],
    'connect-src': ["'self'", api],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
  };
  for (const feature of features) merge(policy, additions(feature, options));
  const lines = Object.entries(policy).map(([name, sources]) => `${name} ${[...new Set(sources)].join(' ')}`);
  if (!features.some(needsOwnPolicy)) lines.push("require-trusted-types-for 'script'", 'trusted-types lit-html');
  return lines.join('; ');
}

/** Features whose scripts set a script's address from text, which Trusted Types forbid unless the page has a policy for it. */
const needsOwnPolicy = (feature: CspFeature): boolean =>
  feature === 'googlepay' || feature === 'applepay' || feature === 'paypal-buttons' || feature === 'recaptcha';

function additions(feature: CspFeature, { adyen = 'test', psp, nonce }: CspOptions): Sources {
  switch (feature) {
    case 'card': {
      const shopper = psp ?? `https://checkoutshopper-${adyen}.adyen.com`;
      const images = psp ?? `https://checkoutshopper-${adyen}.cdn.adyen.com`;
      const analytics = psp ?? `https://checkoutanalytics-${adyen}.adyen.com`;
      // Any bank may ask its question in a frame, and 3-D Secure posts a form into it.
      const banks = psp ?? 'https:';
      return {
        'connect-src': [shopper, images, analytics],
        'frame-src': [shopper, banks],
        'img-src': [images, 'data:'],
        'form-action': [banks],
      };
    }
    case 'googlepay':
      return {
        'script-src': ['https://pay.google.com'],
        'frame-src': ['https://pay.google.com'],
        'connect-src': ['https://pay.google.com', 'https://google.com'],
        'img-src': ['https://www.gstatic.com'],
      };
    case 'applepay':
      return { 'script-src': ['https://applepay.cdn-apple.com'], 'connect-src': ['https://applepay.cdn-apple.com'] };
    case 'paypal-redirect':
      return {};
    case 'paypal-buttons': {
      const hosts = psp ? [psp] : ['https://*.paypal.com', 'https://*.paypalobjects.com', 'https://*.venmo.com'];
      return {
        'script-src': hosts,
        'connect-src': hosts,
        'frame-src': hosts,
        'img-src': [...hosts, 'data:'],
        'style-src': nonce ? [...hosts, `'nonce-${nonce}'`] : [...hosts, "'unsafe-inline'"],
      };
    }
    case 'recaptcha':
      return {
        'script-src': ['https://www.google.com/recaptcha/', 'https://www.gstatic.com/recaptcha/'],
        'frame-src': ['https://www.google.com/recaptcha/', 'https://recaptcha.google.com/recaptcha/'],
        'connect-src': ['https://www.google.com/recaptcha/'],
      };
  }
}

function merge(policy: Sources, more: Sources): void {
  for (const [name, sources] of Object.entries(more)) (policy[name] ??= []).push(...sources);
}
