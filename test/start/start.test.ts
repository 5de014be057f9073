import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, describe, test } from 'node:test';
import { Program } from './process.js';

const folder = mkdtempSync(join(tmpdir(), 'cleeng-start-'));
const programs: Program[] = [];
const servers: Server[] = [];
afterEach(() => {
  for (const program of programs.splice(0)) program.signal('SIGKILL');
  for (const server of servers.splice(0)) server.close();
});
after(() => rmSync(folder, { recursive: true }));

/** Port 0 takes any that is free; the program says which. */
function start(script: string, env: Record<string, string>): Program {
  const program = new Program(script, { SANDBOX_PORT: '0', DEMO_PORT: '0', SANDBOX_DATA: 'memory', ...env });
  programs.push(program);
  return program;
}
const sandbox = (env: Record<string, string> = {}) => start('sandbox/src/main.ts', env);
const everything = (env: Record<string, string> = {}) => start('scripts/start.ts', env);

async function takenPort(): Promise<string> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return String((server.address() as { port: number }).port);
}

/** It did not start, and one sentence says why and what to do. */
async function fails(program: Program, sentence: RegExp): Promise<void> {
  const { code, err } = await program.end();
  assert.equal(code, 1);
  assert.match(err, sentence);
  assert.equal(err.trim().split('\n').length, 1, err);
}

const post = (url: string, body: object) => fetch(url, { method: 'POST', body: JSON.stringify(body) });
const credentials = { email: 'keeper@example.org', password: 'Password1', publisherId: 204118605 };

describe('what keeps it from starting is one sentence', { timeout: 120_000 }, () => {
  for (const [name, run, noPort] of [
    ['the sandbox', sandbox, 'http'],
    ['npm start', everything, '70000'],
  ] as const) {
    test(`${name}: a port that is taken`, async () => {
      const port = await takenPort();
      const sentence = new RegExp(`^Port ${port} is taken: stop what uses it, or set SANDBOX_PORT to another port\\.\n$`);
      await fails(run({ SANDBOX_PORT: port }), sentence);
    });

    test(`${name}: a port that is none`, async () => {
      const sentence = new RegExp(`^SANDBOX_PORT is "${noPort}": set it to a port, a number up to 65535\\.\n$`);
      await fails(run({ SANDBOX_PORT: noPort }), sentence);
    });

    test(`${name}: a folder that cannot be written to`, async () => {
      const file = join(folder, 'file');
      writeFileSync(file, '');
      await fails(
        run({ SANDBOX_DATA: join(file, 'data') }),
        /^The folder .+ cannot be written to \(.+\): set SANDBOX_DATA to another folder, or to "memory"\.\n$/,
      );
    });
  }

  test('npm start: the demo’s port', async () => {
    const port = await takenPort();
    await fails(everything({ DEMO_PORT: port }), new RegExp(`^Port ${port} is taken: .* DEMO_PORT .*\n$`));
    await fails(everything({ DEMO_PORT: 'demo' }), /^DEMO_PORT is "demo": set it to a port/);
  });
});

describe('data in a folder', { timeout: 120_000 }, () => {
  const SANDBOX_DATA = join(folder, 'data');
  const address = /Sandbox: (\S+)/;

  test('survives the end and a new start', async () => {
    const first = sandbox({ SANDBOX_DATA });
    const place = { locale: 'de_DE', country: 'DE', currency: 'EUR' };
    const registered = await post(`${await first.says(address)}/customers`, { ...credentials, ...place });
    assert.equal(registered.status, 200);
    const { responseData } = (await registered.json()) as { responseData: { jwt: string; customerId: number } };
    assert.deepEqual(await first.interrupt().then(({ code, err }) => ({ code, err })), { code: 0, err: '' });

    const second = sandbox({ SANDBOX_DATA });
    const url = await second.says(address);
    assert.equal((await post(`${url}/auths`, credentials)).status, 200);
    // The signing key survives as well: who was signed in still is.
    const headers = { Authorization: `Bearer ${responseData.jwt}` };
    assert.equal((await fetch(`${url}/customers/${responseData.customerId}`, { headers })).status, 200);
  });

  test('is for one process at a time, which is said in a sentence', async () => {
    const first = sandbox({ SANDBOX_DATA });
    const url = await first.says(address);
    await fails(
      sandbox({ SANDBOX_DATA }),
      /^The folder .+ is in use by another sandbox \(process \d+\): stop it, or set SANDBOX_DATA to another folder\.\n$/,
    );
    assert.equal((await post(`${url}/auths`, credentials)).status, 200);
  });

  test('survives a crash, and is not locked by the dead', async () => {
    const first = sandbox({ SANDBOX_DATA });
    await first.says(address);
    first.signal('SIGKILL');
    await first.end();
    const second = sandbox({ SANDBOX_DATA });
    assert.equal((await post(`${await second.says(address)}/auths`, credentials)).status, 200);
  });
});

describe('npm start', { timeout: 120_000 }, () => {
  test('says where everything is, serves it, and ends cleanly on Ctrl-C', async () => {
    const program = everything();
    const demo = await program.says(/Demo {6}(\S+)/);
    const platform = await program.says(/Sandbox {3}(\S+)/);
    await program.says(/5555 4444 3333 1111, expiry 03\/2030, security code 737/);
    await program.says(/viewer@example\.com, password Password1/);
    assert.equal((await fetch(`${platform}/locales`)).status, 200);
    assert.deepEqual(await (await fetch(`${demo}/config.json`)).json(), { apiBase: platform });
    for (const page of ['/', '/docs/', '/react/', '/vue/']) assert.match(await (await fetch(demo + page)).text(), /<!doctype html>/i);
    assert.deepEqual(await program.interrupt().then(({ code, err }) => ({ code, err })), { code: 0, err: '' });
  });
});
