import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { filesBelow } from '../../scripts/vite/files.js';
import { LANGUAGES } from '../../src/i18n/languages.js';
import { english } from '../../src/i18n/messages.js';
import type { Messages, Text, Translation } from '../../src/i18n/texts.js';

/** What sections have from others, by the spreads in their own files. */
const BELOW: Readonly<Record<string, readonly (keyof typeof english)[]>> = {
  profile: ['captureForm', 'common'],
  transactions: ['methods', 'common'],
  paymentDetails: ['methods', 'common'],
  accountCancel: ['accountPeriods', 'common'],
  accountChange: ['accountPeriods', 'common'],
  common: [],
};

/** Texts that say what a viewer agrees to, pays for or gives up. */
const LEGAL = ['register', 'consents', 'checkout', 'offers', 'accountChange', 'accountCancel', 'profile'];

const own = Object.entries(english).map(([section, texts]): [string, Messages] => {
  const below = Object.fromEntries((BELOW[section] ?? ['common']).flatMap((one): [string, Text][] => Object.entries(english[one])));
  return [section, Object.fromEntries(Object.entries(texts).filter(([key, text]) => below[key] !== text))];
});

const formsOf = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();

test('every file of a language is in the list of languages, and the other way round', () => {
  const files = filesBelow('src/i18n/locales', '.ts').map((file) => file.replace('.ts', ''));
  assert.deepEqual(files.sort(), [...LANGUAGES].sort());
});

for (const language of LANGUAGES) {
  describe(language, async () => {
    const { default: translation } = (await import(`../../src/i18n/locales/${language}.ts`)) as { default: Translation };
    const sections = own.map(([section, texts]) => [section, texts, translation[section] as Messages] as const);

    test('has every text and no other', () => {
      for (const [section, texts, translated] of sections) {
        assert.deepEqual(Object.keys(translated).sort(), Object.keys(texts).sort(), section);
      }
      const known = Object.keys(translation).filter((name) => name !== 'dir');
      assert.deepEqual(known.sort(), Object.keys(english).sort());
    });

    test('keeps the placeholders of every text', () => {
      for (const [section, texts, translated] of sections) {
        for (const [key, text] of Object.entries(texts)) {
          const wanted = [...new Set(formsOf(text).flatMap(placeholders))].sort();
          for (const form of formsOf(translated[key]!)) {
            // "Your next payment" needs no number.
            const given = typeof text === 'string' ? placeholders(form) : [...new Set([...placeholders(form), '{count}'])].sort();
            assert.deepEqual(given, wanted, `${section} ${key}: ${form}`);
          }
        }
      }
    });

    test('has a form for every number it tells apart', () => {
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      for (const [section, texts, translated] of sections) {
        for (const [key, text] of Object.entries(texts)) {
          if (typeof text === 'string') assert.equal(typeof translated[key], 'string', `${section} ${key}`);
          else assert.deepEqual(Object.keys(translated[key]!).sort(), [...pluralCategories].sort(), `${section} ${key}`);
        }
      }
    });

    test('is written the way its script is', () => {
      const rtl = /[\u0590-\u07ff]/.test(formsOf((translation['common'] as Messages)['error.network']!)[0]!);
      assert.equal(translation.dir, rtl ? 'rtl' : undefined);
    });

    test('leaves no sentence in English, and no text empty', () => {
      for (const [section, texts, translated] of sections) {
        for (const [key, text] of Object.entries(texts)) {
          for (const form of formsOf(translated[key]!)) {
            assert.ok(form.trim(), `${section} ${key} is empty`);
            // Names and single words may be the same in several languages.
            if (form.split(' ').length > 3) assert.ok(!formsOf(text).includes(form), `${section} ${key}: ${form}`);
          }
        }
      }
    });

    test('marks what a lawyer has to look over', () => {
      const text = readFileSync(`src/i18n/locales/${language}.ts`, 'utf8');
      for (const section of LEGAL) assert.match(text, new RegExp(`// Legal review: [^\n]+\n  ${section}: \\{`), section);
    });
  });
}
