import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage } from 'node:http';
import { describe, test } from 'node:test';
import { operationFor, operationsOf, readDocument } from './document.js';
import { readOptions } from './options.js';
import { parityOf, parityTable } from './report.js';
import { createCheck } from './schemas.js';

const document = readDocument();
const operations = operationsOf(document);
const locales = operations.find(({ id }) => id === 'getLocales')!;
const answer = (more: object = {}) => ({
  responseData: { country: 'DE', currency: 'EUR', locale: 'de_DE', ipAddress: '203.0.113.24', ...more },
  errors: [],
});

describe('the checker', () => {
  const exact = createCheck(document, true);
  const lenient = createCheck(document, false);

  test('takes what the contract says, and a field more from a platform that may know more', () => {
    assert.equal(exact(locales, 200, answer()), undefined);
    assert.equal(lenient(locales, 200, answer({ continent: 'EU' })), undefined);
    assert.match(exact(locales, 200, answer({ continent: 'EU' })) ?? '', /additional properties/);
  });

  test('finds a field of another type, a missing one, and a status that is not in the contract', () => {
    assert.match(lenient(locales, 200, answer({ country: 49 })) ?? '', /country should be string/);
    assert.match(lenient(locales, 200, answer({ country: undefined })) ?? '', /required property 'country'/);
    assert.match(lenient(locales, 418, answer()) ?? '', /418 is not in the contract/);
    assert.match(lenient(locales, 401, { message: 'no texts' }) ?? '', /required property 'errors'/);
    assert.match(lenient(locales, 200, '<html>') ?? '', /should be object/);
  });

  test('knows the gateway’s bare message with 429 only', () => {
    const bare = { message: 'Too Many Requests' };
    assert.equal(exact(locales, 429, bare), undefined);
    assert.notEqual(exact(locales, 500, bare), undefined);
  });
});

describe('the parity table', () => {
  test('a request belongs to the operation whose path it has', () => {
    assert.equal(operationFor(operations, 'GET', '/customers/1/offers')?.id, 'listCustomerOffers');
    assert.equal(operationFor(operations, 'GET', '/offers/S274093615_DE')?.id, 'getOffer');
    assert.equal(operationFor(operations, 'POST', '/offers'), undefined);
  });

  test('says same, different or not asked, with where the knowledge comes from', () => {
    const result = { operation: 'getLocales', says: '' };
    assert.equal(parityOf(locales, [{ ...result, problem: undefined }]), 'same');
    assert.equal(
      parityOf(locales, [
        { ...result, problem: undefined },
        { ...result, problem: 'no' },
      ]),
      'different',
    );
    assert.equal(parityOf(locales, []), 'not asked');
    assert.match(parityTable([locales], []), /^GET \/locales +SDK, OTT +not asked$/m);
  });
});

test('options that cannot be followed are one sentence', () => {
  assert.throws(() => readOptions(['--base', 'example.com', '--publisher', '1']), /--base takes an absolute URL/);
  assert.throws(() => readOptions(['--base', 'https://example.com']), /--publisher takes/);
  assert.throws(() => readOptions(['--publish', '1']), /There is no --publish/);
  assert.deepEqual(readOptions(['--base', 'https://example.com/', '--publisher', '7', '--write']), {
    base: 'https://example.com',
    publisherId: '7',
    write: true,
  });
});

/** Runs the script as npm does. Other processes must answer it, so this one must not wait in its loop. */
function runScript(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['node_modules/.bin/tsx', 'test/contract/run.ts', ...args]);
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

test('a host that does not answer is one sentence', async () => {
  const { code, out, err } = await runScript('--base', 'http://localhost:1', '--publisher', '1');
  assert.deepEqual([code, out], [1, '']);
  assert.match(err, /^http:\/\/localhost:1 does not answer .*\n$/);
});

test('another host gets unauthenticated reads only, and what it says otherwise is told', async () => {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(request.url === '/locales' ? answer() : { responseData: [], errors: [] }));
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { code, out } = await runScript('--base', `http://localhost:${(server.address() as { port: number }).port}`, '--publisher', '1');
  server.close();
  assert.ok(requests.length > 0 && requests.every(({ method, headers }) => method === 'GET' && !headers.authorization));
  assert.match(out, /^GET \/locales .* same$/m);
  assert.match(out, /^GET \/publishers\/\{publisherId\}\/consents .* different$/m);
  assert.match(out, /^POST \/orders .* not asked$/m);
  assert.match(out, /\n\d+ passed, [1-9]\d* failed\n$/);
  assert.equal(code, 1);
});
