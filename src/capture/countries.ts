/** Regions that `Intl` names although nobody lives there as a citizen: unions, placeholders, and parts that have no code of their own. */
const NO_COUNTRY = 'AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ';

/** Every country `Intl` knows, with its name in a language and in that language's order. */
export function countries(lang: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(lang, { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .map((code) => ({ code, name: names.of(code) ?? '' }))
    .filter(({ code, name }) => name && !NO_COUNTRY.includes(code) && isCurrent(code))
    .sort((a, b) => a.name.localeCompare(b.name, lang));
}

/** Codes of countries that are no more, such as SU, have a successor. */
const isCurrent = (code: string) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
