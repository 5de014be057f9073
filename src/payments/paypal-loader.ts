import { loadScript, type PayPalNamespace, type PayPalScriptOptions } from '@paypal/paypal-js';

const TIMEOUT_MS = 15_000;
const RETRIES = 2;
const RETRY_MS = 300;
const LOADED = Symbol.for('cleeng.paypal.scripts');

/** Locales PayPal's script knows; it answers any other with an error. */
const LOCALES =
  'en_US en_AU en_GB fr_CA es_ES it_IT fr_FR de_DE pt_BR zh_CN da_DK zh_HK id_ID he_IL ja_JP ko_KR nl_NL no_NO pl_PL pt_PT ru_RU sv_SE th_TH zh_TW'.split(
    ' ',
  );

/** The nearest locale PayPal knows; `undefined` lets it choose. */
export function payPalLocale(lang: string): string | undefined {
  const [language = '', region] = lang.split('-');
  const exact = `${language}_${region}`;
  return LOCALES.includes(exact) ? exact : LOCALES.find((locale) => locale.startsWith(`${language}_`));
}

/**
 * Loads PayPal's script once for each set of options on a page, whoever asks, into a namespace of our own: loading into `window.paypal` would
 * destroy the buttons a site already has. A failed load is tried twice more; then it leaves nothing behind, and a later call starts afresh.
 */
export function loadPayPal(options: PayPalScriptOptions): Promise<PayPalNamespace> {
  const page = globalThis as { [LOADED]?: Map<string, Promise<PayPalNamespace>> };
  const loaded = (page[LOADED] ??= new Map<string, Promise<PayPalNamespace>>());
  const key = JSON.stringify(options);
  let loading = loaded.get(key);
  if (!loading) {
    loading = attempts(options, `cleengPayPal${loaded.size}`).catch((error: unknown) => {
      loaded.delete(key);
      throw error;
    });
    loaded.set(key, loading);
  }
  return loading;
}

async function attempts(options: PayPalScriptOptions, dataNamespace: string): Promise<PayPalNamespace> {
  for (let failed = 0; ; failed++) {
    try {
      return await withTimeout(loadScript({ ...rotated(options, failed), dataNamespace }));
    } catch (error) {
      // What stays in the page would be taken for a loaded script by the next attempt.
      document.querySelector(`script[data-namespace="${dataNamespace}"]`)?.remove();
      if (failed === RETRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS * 2 ** failed));
    }
  }
}

/** The same options in another order: another address, for browsers join a new request to one of the same address that hangs. */
function rotated(options: PayPalScriptOptions, by: number): PayPalScriptOptions {
  const entries = Object.entries(options);
  return Object.fromEntries([...entries.slice(by), ...entries.slice(0, by)]) as unknown as PayPalScriptOptions;
}

async function withTimeout(script: Promise<PayPalNamespace | null>): Promise<PayPalNamespace> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('PayPal’s script did not come')), TIMEOUT_MS);
  });
  try {
    const namespace = await Promise.race([script, late]);
    if (!namespace) throw new Error('PayPal’s script needs a browser');
    return namespace;
  } finally {
    clearTimeout(timer);
  }
}
