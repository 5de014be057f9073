/** The languages the kit is translated into, besides English: for each of them a file in `locales/`. Their regions, such as `de-AT`, are meant, too. */
export const LANGUAGES = ['ar', 'da', 'de', 'es', 'fr', 'he', 'it', 'nl', 'pl', 'pt', 'sv'];

/** The language of a BCP 47 tag: `de` of `de-AT`. */
export const languageOf = (tag: string): string => tag.split('-')[0]!;
