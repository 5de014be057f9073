import assert from 'node:assert/strict';
import { test } from 'node:test';
import { consentRecords, labelText, readLabel, type ConsentMemory, type ConsentRecord } from '../../src/session/consents.js';
import { storeConsents } from '../../src/session/store-consents.js';
import { dueConsents, isNewer, readDueConsents } from '../../src/session/due-consents.js';
import type { Session } from '../../src/session/session.js';
import { CleengError } from '../../src/api/errors.js';

test('a label is text with links', () => {
  assert.deepEqual(readLabel('I accept the <a href="https://x.example/?a=1&amp;b=2" target="_blank">Terms &amp; more</a> of X'), [
    { text: 'I accept the ' },
    { text: 'Terms & more', href: 'https://x.example/?a=1&b=2' },
    { text: ' of X' },
  ]);
});

test('nothing but http links survives of a hostile label', () => {
  for (const label of [
    '<img src=x onerror=alert(1)>Yes',
    '<script>alert(1)</script>Yes',
    '<a href="javascript:alert(1)">Yes</a>',
    "<a href='data:text/html,x'>Yes</a>",
    '<b onclick="x">Yes</b>',
  ]) {
    assert.ok(
      readLabel(label).every((part) => part.href === undefined),
      label,
    );
    assert.match(labelText(label), /Yes$/);
  }
});

test('a label of any length is read in no time, and its marks of direction stay text', () => {
  const started = performance.now();
  assert.equal(labelText('<'.repeat(20_000)).length, 20_000);
  assert.equal(labelText(`<a href="${'x'.repeat(20_000)}`).length > 20_000, true);
  assert.ok(performance.now() - started < 200);
  assert.equal(labelText('\u202egnihtyna'), '\u202egnihtyna');
});

test('ten is newer than nine', () => {
  assert.ok(isNewer('10', '9'));
  assert.ok(!isNewer('9', '10'));
  assert.ok(!isNewer('3', '3'));
});

const base = { customerId: '1', label: 'Yes', value: '', date: 0, needsUpdate: false, state: 'accepted', required: true } as const;
const consent = (name: string, more: object) => ({ ...base, name, version: '9', newestVersion: '9', ...more }) as never;

test('asked for are changed consents, and required ones that are not given; optional ones never answered are left alone', () => {
  const due = dueConsents([
    consent('kept', {}),
    consent('changed', { newestVersion: '10' }),
    consent('flagged', { needsUpdate: true }),
    consent('never-given', { state: 'declined' }),
    consent('optional-declined', { state: 'declined', required: false }),
    consent('optional-changed', { newestVersion: '10', required: false }),
  ]);
  assert.deepEqual(
    due.map(({ name, version, before }) => [name, version, before]),
    [
      ['changed', '10', '9'],
      ['flagged', '9', '9'],
      ['never-given', '9', undefined],
      ['optional-changed', '10', '9'],
    ],
  );
});

test('a record holds the words that were on screen', () => {
  const shown = [
    { name: 'terms', version: '3', label: 'I accept <a href="https://x.example">the terms</a>' },
    { name: 'news', version: '1', label: 'News' },
  ];
  assert.deepEqual(
    consentRecords(shown, (index) => index === 0, new Date(0)),
    [
      { name: 'terms', version: '3', state: 'accepted', text: 'I accept the terms', at: '1970-01-01T00:00:00.000Z' },
      { name: 'news', version: '1', state: 'declined', text: 'News', at: '1970-01-01T00:00:00.000Z' },
    ],
  );
});

/** A session that answers calls as told, and a memory to look into. */
function world(answer: (verb: string, body: unknown) => unknown) {
  const kept = new Map<string, readonly ConsentRecord[]>();
  const calls: string[] = [];
  const memory: ConsentMemory = {
    recall: (id) => kept.get(id),
    keep: (id, records) => void kept.set(id, records),
    forget: (id) => void kept.delete(id),
  };
  const customer = (verb: string, _path: string, input: { body?: unknown }) => {
    calls.push(verb);
    return Promise.resolve().then(() => answer(verb, input.body));
  };
  const session = { requireCustomerId: () => '7', customer } as unknown as Session;
  return { session, memory, kept, calls };
}

const records: ConsentRecord[] = [{ name: 'terms', version: '3', state: 'accepted', text: 'Yes', at: '1970-01-01T00:00:00.000Z' }];

test('answers are kept until the platform has them', async () => {
  let down = true;
  const { session, memory, kept, calls } = world((verb) => {
    if (down) throw new CleengError('network', 'no connection');
    return verb === 'get' ? { consents: [] } : { success: true };
  });
  await assert.rejects(storeConsents(session, records, memory), { code: 'network' });
  assert.deepEqual(kept.get('7'), records);
  down = false;
  await readDueConsents(session, memory);
  assert.equal(kept.size, 0);
  assert.deepEqual(calls, ['put', 'put', 'get']);
});

test('answers the platform refuses for good are not sent for ever', async () => {
  const { session, memory, kept } = world(() => {
    throw new CleengError('invalid-request', 'no such version');
  });
  await assert.rejects(storeConsents(session, records, memory), { code: 'invalid-request' });
  assert.equal(kept.size, 0);
});
