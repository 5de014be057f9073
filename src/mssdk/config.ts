import type { KitConfig } from '../index.js';

/** What Cleeng's React SDK was told by its `Config`, as the kit takes it. */
export interface MssdkConfig {
  /** For `configure()`. The viewer's session is taken over. */
  config: KitConfig;
  /** For the elements, by the names of their attributes. */
  attributes: Partial<Record<'offer-id' | 'terms-url' | 'account-url' | 'offers-url', string>>;
  /** The kit's tokens for the theme, to set on any ancestor of the elements. */
  theme: Readonly<Record<string, string>>;
}

const URLS = {
  'offer-id': 'CLEENG_OFFER_ID',
  'terms-url': 'CLEENG_TERMS_URL',
  'account-url': 'CLEENG_MY_ACCOUNT_URL',
  'offers-url': 'CLEENG_OFFER_SELECTION_URL',
} as const;

/** The SDK's nine names; its logo and its loader have no token. */
const TOKENS = {
  backgroundColor: '--cleeng-color-surface',
  cardColor: '--cleeng-color-raised',
  fontColor: '--cleeng-color-text',
  primaryColor: '--cleeng-color-primary',
  successColor: '--cleeng-color-success',
  errorColor: '--cleeng-color-error',
} as const;

/**
 * Reads what the SDK has left in local storage, so that a page that set it up goes on with the same publisher, links and colours. What it was
 * told by its components' props is not there.
 * @param storage the browser's local storage
 */
export function readMssdkConfig(storage: Pick<Storage, 'getItem'> = localStorage): MssdkConfig {
  // The publisher's id has no prefix; with it all others have one.
  const publisherId = storage.getItem('CLEENG_PUBLISHER_ID');
  const read = (key: string) => (publisherId && storage.getItem(`${publisherId}_${key}`)) || storage.getItem(key);
  const environment = read('CLEENG_ENVIRONMENT');

  const config: KitConfig = { adoptSession: true };
  if (publisherId) config.publisherId = publisherId;
  if (environment === 'sandbox' || environment === 'production') config.environment = environment;

  const attributes: MssdkConfig['attributes'] = {};
  for (const [name, key] of Object.entries(URLS) as [keyof typeof URLS, string][]) {
    const value = read(key);
    if (value) attributes[name] = value;
  }
  return { config, attributes, theme: themeOf(read('CLEENG_THEME')) };
}

function themeOf(json: string | null): Record<string, string> {
  let colors: Partial<Record<string, unknown>> = {};
  try {
    colors = (JSON.parse(json ?? '{}') ?? {}) as typeof colors;
  } catch {
    // Nobody but the SDK writes here; what it cannot read itself is no theme.
  }
  const theme: Record<string, string> = {};
  for (const [name, token] of Object.entries(TOKENS)) {
    const color = colors[name];
    if (typeof color === 'string' && color) theme[token] = color;
  }
  return theme;
}
