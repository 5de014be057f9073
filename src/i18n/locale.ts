import type { english } from './messages.js';
import type { Plural } from './texts.js';

type English = typeof english;
/** Every section of the texts, each an area of the kit. */
export type Section = keyof English;

/** What sections have from others instead of saying it again. */
type Base<S extends Section> =
  | (S extends 'common' | 'methods' | 'accountPeriods' | 'strength' ? never : 'common')
  | (S extends 'profile' ? 'captureForm' : never)
  | (S extends 'transactions' | 'paymentDetails' ? 'methods' : never)
  | (S extends 'accountCancel' | 'accountChange' ? 'accountPeriods' : never);

/** A key that a section has in the same words as one below it. */
type Inherited<S extends Section, K extends keyof English[S], B extends Section = Base<S>> = B extends Section
  ? K extends keyof English[B]
    ? English[S][K] extends English[B][K]
      ? K
      : never
    : never
  : never;

/**
 * A language: every text of the kit, by section and key, and each plural in every form that the language tells apart.
 * @template Form what `Intl.PluralRules` calls these forms, besides `other`
 */
export type Locale<Form extends Exclude<Intl.LDMLPluralRule, 'other'>> = {
  readonly [S in Section]: {
    readonly [K in keyof English[S] as Exclude<K, Inherited<S, K>>]: English[S][K] extends Plural
      ? Readonly<Record<Form | 'other', string>>
      : string;
  };
} & {
  /** Given by languages that are written from right to left. */
  readonly dir?: 'rtl';
};
