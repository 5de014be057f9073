import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import ts from 'typescript';
import { filesBelow } from '../../scripts/vite/files.js';
import { parse } from '../arch/source.js';

const SPOKEN = /\s(?:aria-label|aria-description|aria-valuetext|placeholder|title|alt|label)\s*=\s*["']?([^"'>\s\u0000][^"'>\u0000]*)/g;
const LETTERS = /\p{Letter}{2,}/u;

/** What a template itself says to a viewer: its text between tags, and attributes that are read out. Values are left out. */
function saidBy(template: ts.TemplateLiteral): string[] {
  const parts = ts.isNoSubstitutionTemplateLiteral(template)
    ? [template.text]
    : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
  const markup = parts.join('\u0000').replace(/<!--[^]*?-->/g, '');
  const texts = markup.replace(/<[^>]*>/g, '\u0000').split('\u0000');
  return [...texts, ...[...markup.matchAll(SPOKEN)].map(([, value]) => value!)]
    .map((text) => text.trim())
    .filter((text) => LETTERS.test(text));
}

function saidIn(path: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && ['html', 'svg'].includes(node.tag.getText())) found.push(...saidBy(node.template));
    ts.forEachChild(node, visit);
  };
  visit(parse(path, text));
  return found.map((said) => `${path}: ${said}`);
}

test('no template says anything that is not from the messages', () => {
  const files = ['elements', 'ui', 'controllers'].flatMap((folder) =>
    filesBelow(`src/${folder}`, '.ts').map((file) => `src/${folder}/${file}`),
  );
  assert.deepEqual(
    files.flatMap((path) => saidIn(path, readFileSync(path, 'utf8'))),
    [],
  );
});

test('a template that does is found', () => {
  const broken = 'html`<p class="x">${a} Hello</p><input aria-label="Your name" placeholder=${b}><b>${c}</b>`';
  assert.deepEqual(saidIn('a.ts', broken), ['a.ts: Hello', 'a.ts: Your name']);
  assert.deepEqual(saidIn('b.ts', 'html`<p title=${a}>${b}, ${c}</p>`'), []);
});
