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

test('a refusal keeps its meaning, in whatever shape it comes', async () => {
  const shapes = [
    '{"errors":["Refresh token is expired or does not exist"]}',
    '{"errors":"Refresh token is expired or does not exist"}',
    '{"errors":[{"a":1},"Refresh token is expired or does not exist"],"code":5}',
    '{"errors":[],"message":"Refresh token is expired or does not exist","code":"constructor"}',
  ];
  for (const body of shapes) {
    await assert.rejects(
      against(
        (_request, response) => response.writeHead(401).end(body),
        (url) => createHttp(url, never)({ method: 'POST', path: '/' }),
      ),
      { code: 'session-ended', status: 401 },
    );
  }
});

test('a stranger’s page says nothing about a session, but that a server is busy or broken', async () => {
  for (const [status, code] of [
    [400, 'bad-answer'],
    [401, 'bad-answer'],
    [403, 'bad-answer'],
    [429, 'rate-limited'],
    [502, 'server'],
  ] as const) {
    await assert.rejects(
      against(
        (_request, response) => response.writeHead(status).end('<html>Sign in to the hotel’s network</html>'),
        (url) => createHttp(url, never)({ method: 'GET', path: '/' }),
      ),
      { code, status },
    );
  }
});

test('an answer without end or sense is a bad answer, and long talk about a failure is cut', async () => {
  const huge = JSON.stringify({ responseData: 'x'.repeat(5_000_000), errors: [] });
  await assert.rejects(
    against(
      (_request, response) => response.end(huge),
      (url) => createHttp(url, never)({ method: 'GET', path: '/' }),
    ),
    { code: 'bad-answer' },
  );
  await assert.rejects(
    against(
      (_request, response) => response.writeHead(422).end(JSON.stringify({ errors: ['x'.repeat(10_000)] })),
      (url) => createHttp(url, never)({ method: 'GET', path: '/' }),
    ),
    (error: Error) => error.message.length < 400,
  );
});

test('an answer that stops halfway is waited for no longer than one that never starts', async () => {
  const soon: Timers = {
    now: () => 0,
    after(_ms, task) {
      const id = setTimeout(task, 100);
      return () => clearTimeout(id);
    },
  };
  await assert.rejects(
    against(
      (_request, response) => void response.writeHead(200).write('{"responseData":'),
      (url) => createHttp(url, soon)({ method: 'GET', path: '/' }),
    ),
    { code: 'timeout' },
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
