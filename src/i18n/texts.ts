/** A text that depends on a number, its value `count`: a form for each case the language tells apart (`Intl.PluralRules`). */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** A text; `{name}` in it is replaced by a value. */
export type Text = string | Plural;

/** Texts by key. */
export type Messages = Readonly<Record<string, Text>>;

/** What came of a language: its texts by section, and how it is written. */
export interface Translation {
  readonly dir?: 'rtl';
  readonly [section: string]: Messages | 'rtl' | undefined;
}

/** What a text says with its values, in the grammar of a language. */
export function fill(text: Text, values: Readonly<Record<string, string | number>>, lang: string): string {
  const form = typeof text === 'string' ? text : (text[new Intl.PluralRules(lang).select(values['count'] as number)] ?? text.other);
  return form.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
