import assert from 'node:assert/strict';
import { originalPositionFor, sourceContentFor, TraceMap } from '@jridgewell/trace-mapping';
import { describe, test } from 'node:test';
import { filesBelow } from '../../scripts/vite/files.js';
import { built } from './dist.js';

/** Names of events, tags and attributes: no tool writes them otherwise. */
const NAMES = /cleeng-[a-z]+(?:-[a-z]+)+/g;

/** Names in a built file that its map does not lead to the source of. */
function astray(path: string): { asked: number; wrong: string[] } {
  const map = new TraceMap(built(`${path}.map`));
  const found = { asked: 0, wrong: [] as string[] };
  built(path)
    .split('\n')
    .forEach((text, index) => {
      for (const match of text.matchAll(NAMES)) {
        // A token begins with its quotation mark; inside templates there are none.
        if (!/["'`]/.test(text[match.index - 1] ?? '')) continue;
        const { source, line } = originalPositionFor(map, { line: index + 1, column: match.index - 1 });
        if (!source || !line) continue;
        found.asked++;
        if (!sourceContentFor(map, source)?.split('\n')[line - 1]?.includes(match[0])) found.wrong.push(`${match[0]} -> ${source}:${line}`);
      }
    });
  return found;
}

describe('source maps', () => {
  const scripts = filesBelow('dist/cdn', '.js').filter((path) => !path.includes('/') && path !== 'stub.js');
  for (const path of [...scripts.map((file) => `cdn/${file}`), 'npm/controllers/session-event.js', 'npm/elements/login/events.js']) {
    test(`${path} leads to its sources`, () => {
      const { asked, wrong } = astray(`dist/${path}`);
      assert.ok(asked > 0);
      assert.deepEqual(wrong, []);
    });
  }
});
