import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { given, LANGUAGES, snippet } from '../../demo/docs/playground/snippets.js';
import { noChanges } from '../../demo/shared/changes.js';
import { elementData } from '../../scripts/docs/elements.js';
import { compile } from '../types/compile.js';

const elements = elementData();
const login = elements['cleeng-login']!;

describe('the code beside an element', () => {
  const changes = {
    attributes: { switchable: null, email: 'a"b@example.com', 'no-steps': '' },
    properties: {},
    tokens: { '--cleeng-radius-control': '0', '--cleeng-color-text': '' },
  };
  const set = given({ switchable: '' }, changes);

  test('in HTML says what the state and the controls have set, and nothing that is taken away', () => {
    const html = snippet('HTML', login, set);
    assert.ok(html.includes('<cleeng-login publisher-id="204118605" email="a&quot;b@example.com" no-steps></cleeng-login>'), html);
    assert.ok(html.includes('    --cleeng-radius-control: 0;'), html);
    assert.ok(!html.includes('switchable') && !html.includes('--cleeng-color-text'), html);
    assert.ok(html.includes(`addEventListener('cleeng-login-success'`), html);
  });

  test('in Vue binds objects as properties', () => {
    const vue = snippet('Vue', elements['cleeng-plan']!, given({}, { ...noChanges(), properties: { cancelFlow: { reasons: ['a'] } } }));
    assert.ok(vue.includes(':cancel-flow.prop="cancelFlow"') && vue.includes('@cleeng-account-change='), vue);
  });

  test('leaves out a property that was emptied again', () => {
    const emptied = given({}, { ...noChanges(), properties: { messages: undefined } });
    for (const language of LANGUAGES) assert.ok(!snippet(language, login, emptied).includes('messages'), language);
  });

  test('in React compiles, for every element with every attribute set', () => {
    const texts = Object.values(elements).map((element) => {
      const attributes = element.attributes.map(({ name, type }) => [name, /'([^']+)'/.exec(type)?.[1] ?? (type === 'boolean' ? '' : '3')]);
      const all = given(Object.fromEntries(attributes) as Record<string, string>, {
        ...noChanges(),
        tokens: { '--cleeng-font-size': '1rem' },
      });
      return snippet('React', element, all).replace('function Example', `function ${element.name}Example`);
    });
    // One application, since the compiler takes its time for each.
    const lines = texts.join('\n').split('\n');
    const isImport = (line: string) => line.startsWith('import ');
    const app = [...new Set(lines.filter(isImport)), ...lines.filter((line) => !isImport(line))].join('\n');
    const compiled = (text: string) => compile(text, 'bundler', { file: 'app.tsx', beside: ['react', '@types/react'] });
    assert.deepEqual(compiled(app), [], app);
    assert.match(compiled(app.replace('switchable', 'switching')).join(), /switching/, 'and is not just let through');
  });
});
