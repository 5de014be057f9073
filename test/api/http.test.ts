import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import { test } from 'node:test';
import { createHttp } from '../../src/api/http.js';
import type { Timers } from '../../src/ports.js';

const never: Timers = { now: () => 0, after: () => () => undefined };

async function against<T>(answer: RequestListener, use: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  try {
    return await use(`http://localhost:${(server.address() as { port: number }).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('a call without token and body carries no header that would cost a preflight', async () => {
  const headers = await against(
    (request, response) => response.end(JSON.stringify({ responseData: Object.keys(request.headers), errors: [] })),
    (url) => createHttp(url, never)({ method: 'GET', path: '/offers/1' }),
  );
  assert.ok(!(headers as string[]).some((name) => ['authorization', 'content-type'].includes(name)));
});

test('an answer that is not the platform’s is a bad answer, not a success', async () => {
  for (const body of ['<html>', '{}', '[]', 'null']) {
    await assert.rejects(
      against(
        (_request, response) => response.end(body),
        (url) => createHttp(url, never)({ method: 'GET', path: '/' }),
      ),
      { code: 'bad-answer' },
    );
  }
});

test('errors in an answer with status 200 are a failure', async () => {
  await assert.rejects(
    against(
      (_request, response) => response.end('{"errors":["Refused"]}'),
      (url) => createHttp(url, never)({ method: 'GET', path: '/' }),
    ),
    { code: 'payment-refused' },
  );
});

test('a message alone counts, and so do Retry-After and the request’s id', async () => {
  await assert.rejects(
    against(
      (_request, response) => response.writeHead(429, { 'Retry-After': '7', 'X-Request-Id': 'r1' }).end('{"message":"Too Many Requests"}'),
      (url) => createHttp(url, never)({ method: 'GET', path: '/' }),
    ),
    { code: 'rate-limited', retryAfter: 7, requestId: 'r1' },
  );
});

test('no connection, no answer in time, and a call that was given up have names of their own', async () => {
  await assert.rejects(createHttp('http://localhost:1', never)({ method: 'GET', path: '/' }), { code: 'network' });
  const atOnce: Timers = { now: () => 0, after: (_ms, task) => (queueMicrotask(task), () => undefined) };
  await assert.rejects(
    against(
      () => undefined,
      (url) => createHttp(url, atOnce)({ method: 'GET', path: '/' }),
    ),
    { code: 'timeout' },
  );
  await assert.rejects(
    against(
      () => undefined,
      (url) => createHttp(url, never)({ method: 'GET', path: '/', signal: AbortSignal.abort() }),
    ),
    { code: 'aborted' },
  );
});
