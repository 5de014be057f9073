import type { Client } from './client.js';
import type { Place } from './identity.js';

/** Where the platform guesses that the viewer is. */
export async function getLocales(client: Client, signal?: AbortSignal): Promise<Place> {
  const { country, currency, locale } = await client('get', '/locales', { signal });
  return { country, currency, locale };
}
