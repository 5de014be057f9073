/** How hard a password is to guess, from 0 (nothing there yet) to 4. */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** What every list of guesses begins with, and runs that add nothing. */
const GUESSED_FIRST = /pass(?:word|wort)?|qwert[yz]?|asdf|letmein|welcome|admin|abc|0?123(?:45?6?7?8?9?)?|(?:19|20)\d\d|(.)\1+/gi;

/** A rough estimate to go by while typing. It is a hint and never refuses anything: the rule is `isPassword`. */
export function strengthOf(password: string): Strength {
  if (!password) return 0;
  const kinds: readonly [RegExp, number][] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/\d/, 10],
    [/[^a-zA-Z\d]/, 33],
  ];
  const pool = kinds.reduce((sum, [kind, size]) => sum + (kind.test(password) ? size : 0), 0);
  const bits = password.replace(GUESSED_FIRST, '-').length * Math.log2(pool);
  return bits < 40 ? 1 : bits < 56 ? 2 : bits < 75 ? 3 : 4;
}
