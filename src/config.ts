import type { TokenHost } from './ports.js';

/** Cleeng's hosts by environment (source: the platform's public SDK). */
const HOSTS = {
  sandbox: 'https://mediastoreapi-sandbox.cleeng.com',
  production: 'https://mediastoreapi.cleeng.com',
} as const;

export type Environment = keyof typeof HOSTS;

/** Where the session's tokens live: `local` survives the browser, `session` the tab's life, `memory` only the page; `host` is your own. */
export type TokenStorage = 'local' | 'session' | 'memory' | 'host';

/** PayPal's own button needs the app that owns the tokens and the page that finishes a payment. */
export interface PayPalButtons {
  clientId: string;
  /** Absolute URL of the platform's PayPal callback, where an approved payment is finished. */
  finishUrl: string;
  /** The nonce of your Content Security Policy, for what PayPal's script adds to the page. */
  cspNonce?: string;
}

/** How PayPal is paid with: by a window of its own, or by PayPal's own button; unless set, by leaving the page for PayPal's. */
export type PayPalConfig = { popup: true } | PayPalButtons;

/** Where a captcha's token comes from: your own function, or the site key of an invisible reCAPTCHA Enterprise, which then is loaded from Google. */
export type CaptchaConfig = (() => Promise<string>) | { recaptchaKey: string };

/**
 * What a publisher may change about Adyen's Drop-in, by the `adyenConfiguration` property. Keys of `paymentMethods` are Adyen's types
 * (`card`, `googlepay`, `applepay`, `bcmc`), values its own options for them; what the kit needs for itself cannot be changed.
 */
export interface AdyenConfiguration {
  /** A locale of Adyen's where it differs from the page's language. */
  locale?: string;
  /** Texts of the Drop-in by locale and key. */
  translations?: Record<string, Record<string, string>>;
  /** Whether the first method is open from the start; it is unless said otherwise. */
  openFirstPaymentMethod?: boolean;
  /** Adyen's analytics, which are off unless turned on here. */
  analytics?: boolean;
  paymentMethods?: Record<string, Record<string, unknown>>;
}

/** Everything a publisher may set; each element's own attributes win over `configure()`. */
export interface KitConfig {
  /** The publisher's numeric id, as text. Required, here or as an attribute. */
  publisherId?: string;
  /** Which of Cleeng's hosts to call; `sandbox` unless said otherwise. */
  environment?: Environment;
  /** Any other host of the platform's API, as an absolute URL. Wins over `environment`. */
  apiBase?: string;
  /** Development only: the host that plays Adyen and PayPal, as an absolute URL. Refused together with a live client key. */
  pspBase?: string;
  /** BCP 47 language tag; otherwise the nearest `lang` attribute decides. */
  lang?: string;
  tokenStorage?: TokenStorage;
  /** Your own token storage, for `tokenStorage: 'host'`. */
  tokenHost?: TokenHost;
  /** Goes on with a session that Cleeng's own SDK has left in local storage, and takes it away from there. */
  adoptSession?: boolean;
  /** Where a viewer finds help; offered at every refusal and dead end. */
  supportUrl?: string;
  paypal?: PayPalConfig;
  /** Asked for a token when somebody registers, if your account at the platform wants one. */
  captcha?: CaptchaConfig;
}

/** A configuration that is complete and valid. */
export interface ResolvedConfig {
  readonly publisherId: string;
  readonly apiBase: string;
  readonly pspBase: string | undefined;
  readonly lang: string | undefined;
  readonly tokenStorage: TokenStorage;
  readonly tokenHost: TokenHost | undefined;
  readonly adoptSession: boolean;
  readonly supportUrl: string | undefined;
  readonly paypal: PayPalConfig | undefined;
  readonly captcha: CaptchaConfig | undefined;
}

/** The publisher's own mistake, said so that it can be mended. Never shown for anything a viewer did. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Merges layers, the first one that sets a value wins, and checks the result.
 * @throws {ConfigError} with a sentence that says what to set and how.
 */
export function resolveConfig(...layers: readonly KitConfig[]): ResolvedConfig {
  const pick = <K extends keyof KitConfig>(key: K): KitConfig[K] | undefined => {
    for (const layer of layers) if (layer[key] !== undefined && layer[key] !== '') return layer[key];
    return undefined;
  };
  const publisherId = pick('publisherId');
  if (publisherId === undefined) {
    throw new ConfigError('No publisher: set the publisher-id attribute, or call configure({ publisherId }).');
  }
  if (!/^\d+$/.test(publisherId)) {
    throw new ConfigError(`publisher-id takes digits, not "${publisherId}".`);
  }
  // A value given on an element's own layer must not lose to another layer's choice of the other kind.
  const hostLayer = layers.find((layer) => layer.apiBase || layer.environment);
  const tokenStorage = pick('tokenStorage') ?? 'local';
  if (!['local', 'session', 'memory', 'host'].includes(tokenStorage)) {
    throw new ConfigError(`token-storage takes local, session, memory or host, not "${tokenStorage}".`);
  }
  const tokenHost = pick('tokenHost');
  if (tokenStorage === 'host' && !tokenHost) throw new ConfigError('token-storage="host" takes configure({ tokenHost }).');
  const pspBase = pick('pspBase');
  const paypal = pick('paypal');
  if (paypal && 'finishUrl' in paypal) absoluteUrl('paypal.finishUrl', paypal.finishUrl);
  return {
    publisherId,
    apiBase: hostLayer?.apiBase ? baseUrl('api-base', hostLayer.apiBase) : hostOf(hostLayer?.environment ?? 'sandbox'),
    pspBase: pspBase === undefined ? undefined : baseUrl('psp-base', pspBase),
    lang: pick('lang'),
    tokenStorage,
    tokenHost,
    adoptSession: pick('adoptSession') ?? false,
    supportUrl: pick('supportUrl'),
    paypal,
    captcha: pick('captcha'),
  };
}

function hostOf(environment: string): string {
  if (environment in HOSTS) return HOSTS[environment as Environment];
  throw new ConfigError(`environment takes sandbox or production, not "${environment}"; for other hosts use api-base.`);
}

function baseUrl(name: string, value: string): string {
  const url = absoluteUrl(name, value);
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function absoluteUrl(name: string, value: string): URL {
  let url: URL | undefined;
  try {
    url = new URL(value);
  } catch {
    // reported below, like a URL of another protocol
  }
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new ConfigError(`${name} takes an absolute URL, such as https://example.com, not "${value}".`);
}
