import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import ts from 'typescript';
import { filesBelow } from '../../scripts/vite/files.js';
import de from '../../src/i18n/locales/de.js';
import { english } from '../../src/i18n/messages.js';
import type { Messages } from '../../src/i18n/texts.js';
import { fill } from '../../src/i18n/texts.js';
import { parse } from '../arch/source.js';

const sources = filesBelow('src', '.ts')
  .filter((file) => !file.startsWith('i18n/'))
  .map((file) => parse(file, readFileSync(`src/${file}`, 'utf8')));

/** Every string in the code, and the shape of those that are put together at run time. */
function stringsIn(files: readonly ts.SourceFile[]): { whole: Set<string>; made: RegExp[] } {
  const whole = new Set<string>();
  const made: RegExp[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) whole.add(node.text);
    if (ts.isTemplateExpression(node)) {
      const fixed = [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text);
      // A shape that says next to nothing would fit every key.
      if (fixed.every((text) => /^[\w.-]*$/.test(text)) && fixed.join('').length > 3) made.push(new RegExp(`^${fixed.join('.+')}$`));
    }
    ts.forEachChild(node, visit);
  };
  files.forEach(visit);
  return { whole, made };
}

test('every text is used somewhere', () => {
  const { whole, made } = stringsIn(sources);
  // A card's brand is named by the platform's word for it.
  const used = (key: string) => whole.has(key) || made.some((shape) => shape.test(key)) || key.startsWith('brand.');
  const keys = new Set(Object.values(english).flatMap((section) => Object.keys(section)));
  assert.deepEqual(
    [...keys].filter((key) => !used(key)),
    [],
  );
});

test('an element asks for the sections its texts are in, and for the part that has them', () => {
  const parts = new Map<string, string[]>();
  const text = readFileSync('src/i18n/parts.ts', 'utf8');
  for (const [, name, sections] of text.matchAll(/export const (\w+) =[^?]*\.ts\?([\w,]+)/g)) parts.set(name!, sections!.split(','));
  let found = 0;
  for (const file of sources) {
    const imports = new Map<string, string>();
    for (const [, name, as] of file.text.matchAll(/import \{ (\w+)(?: as (\w+))? \} from '[./]+i18n\/en\//g))
      imports.set(as ?? name!, name!);
    for (const [, messages, part, list] of file.text.matchAll(/new Localize(?:Amounts)?\([\w.]+, (\w+), (\w+), ([^)]+)\)/g)) {
      found++;
      const sections = ['common', ...[...list!.matchAll(/'(\w+)'/g)].map(([, section]) => section!)];
      const there: Messages = sections.reduce((all, section) => ({ ...all, ...de[section as keyof typeof de] }), {});
      const wanted = english[imports.get(messages!) as keyof typeof english];
      assert.deepEqual(
        Object.keys(wanted).filter((key) => !(key in there)),
        [],
        file.fileName,
      );
      for (const section of sections) assert.ok(parts.get(part!)?.includes(section), `${file.fileName}: ${part} has no ${section}`);
    }
  }
  const all = sources.reduce((sum, file) => sum + [...file.text.matchAll(/new Localize/g)].length, 0);
  assert.equal(found, all, 'every one was looked at');
});

test('a text takes the form its number asks for', async () => {
  const formsIn = async (language: string, counts: readonly number[]) => {
    const { default: texts } = (await import(`../../src/i18n/locales/${language}.ts`)) as { default: typeof de };
    return counts.map((count) => fill(texts.offers['offers.seasons'], { count }, language));
  };
  assert.deepEqual(await formsIn('pl', [1, 3, 5, 22]), ['co sezon', 'co 3 sezony', 'co 5 sezonów', 'co 22 sezony']);
  assert.deepEqual(await formsIn('ar', [1, 2, 3, 11, 100]), ['كل موسم', 'كل موسمين', 'كل 3 مواسم', 'كل 11 موسمًا', 'كل 100 موسم']);
  assert.deepEqual(await formsIn('he', [1, 2, 3]), ['בכל עונה', 'בכל שתי עונות', 'בכל 3 עונות']);
  assert.deepEqual(await formsIn('de', [1, 2]), ['jede Saison', 'alle 2 Saisons']);
});
