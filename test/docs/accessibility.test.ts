import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

const page = readFileSync('docs/accessibility.md', 'utf8');

interface Row {
  criterion: string;
  evidence: string;
}

const rows: Row[] = [...page.matchAll(/^\| (\d\.\d\.\d+ .+?) +\| .+? +\| (.+?) +\|$/gm)].map(([, criterion, evidence]) => ({
  criterion: criterion!,
  evidence: evidence!,
}));

/** Criteria of levels A and AA that a component can meet; the others are about pages, media, or input that the elements do not ask for. */
const CRITERIA =
  '1.1.1 1.3.1 1.3.2 1.3.4 1.3.5 1.4.1 1.4.3 1.4.4 1.4.10 1.4.11 1.4.12 1.4.13 2.1.1 2.1.2 2.2.1 2.2.2 2.4.3 2.4.4 2.4.6 2.4.7 2.4.11 2.5.3 2.5.8 ' +
  '3.1.1 3.2.1 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3';

describe('docs/accessibility.md', () => {
  test('has a row for each criterion', () => {
    assert.deepEqual(
      rows.map(({ criterion }) => criterion.split(' ')[0]),
      CRITERIA.split(' '),
    );
  });

  for (const { criterion, evidence } of rows) {
    test(`names evidence that exists: ${criterion}`, () => {
      const named = [...evidence.matchAll(/`(test\/[\w./-]+)`: ([^`]+?)(?=; `test|$)/g)];
      if (evidence.startsWith('visit of each state')) {
        const [, what] = /^visit of each state \((.+)\)$/.exec(evidence) ?? [];
        assert.ok(what && VISITS[what], evidence);
        assert.ok(readFileSync('test/e2e/stories.spec.ts', 'utf8').includes(VISITS[what]), VISITS[what]);
        return;
      }
      assert.ok(named.length > 0, evidence);
      for (const [, file, title] of named) {
        const source = readFileSync(file!, 'utf8');
        const titles = [...source.matchAll(/\b(?:test|it)\(\s*(['`])(.+?)\1,/g)].map(([, , text]) => text!);
        // A title made for each of several cases begins with what they have in common.
        assert.ok(
          titles.some((text) => text.split(/:? \$\{/)[0] === title || text === title),
          `${file}: ${title}`,
        );
      }
    });
  }
});

/** What the visit of each state does for a row of the table. */
const VISITS: Readonly<Record<string, string>> = {
  axe: 'await expectNoFaults(',
  'forced colours': 'await shapeless(',
  '200 %': "fontSize: '32px'",
  '320 pixels': '320 pixels`',
  '320 × 640 and 1400 × 900 pixels': '{ width: 1400, height: 900 }',
  fields: 'await survey(',
  small: 'await survey(',
  'text spread': 'await spreadText(',
  focus: 'await unseenFocus(',
  'reduced motion': 'await moving(',
};
