import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSandbox, type RunningSandbox } from '../../sandbox/src/server.js';

const publisherId = 204118605;
const email = 'fresh@example.com';
let sandbox: RunningSandbox;

before(async () => {
  sandbox = await startSandbox({ port: 0, data: 'memory' });
});
after(() => sandbox.close());

interface Answer {
  status: number;
  responseData?: Record<string, unknown>;
  errors?: string[];
  code?: string;
}

async function call(method: string, path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(sandbox.url + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

const request = (customerEmail: string, resetUrl?: string) => call('PUT', '/customers/passwords', { customerEmail, publisherId, resetUrl });
const set = (resetPasswordToken: string, newPassword: string, customerEmail = email) =>
  call('PATCH', '/customers/passwords', { publisherId, customerEmail, resetPasswordToken, newPassword });
const logIn = (password: string) => call('POST', '/auths', { email, password, publisherId });

async function links(recipient = email): Promise<URL[]> {
  const response = await fetch(`${sandbox.url}/sandbox/mail?recipient=${encodeURIComponent(recipient)}`);
  const { mail: mails } = (await response.json()) as { mail: { data: { link: string } }[] };
  return mails.map(({ data }) => new URL(data.link));
}

const tokenOf = (link: URL | undefined) => link?.searchParams.get('resetPasswordToken') ?? '';

test('a known and an unknown address are answered alike, and only the known one gets a mail', async () => {
  const unknown = 'nobody@example.com';
  assert.deepEqual(await request(unknown), await request(email, ''));
  assert.equal((await links(unknown)).length, 0);
  const [link] = await links();
  assert.equal(link?.href.startsWith(`${sandbox.url}/sandbox/new-password?`), true);
});

test('the link leads to the publisher’s page and keeps its query', async () => {
  await request(email, 'https://shop.example/account?tab=1#top');
  const [link] = await links();
  assert.equal(link?.origin, 'https://shop.example');
  assert.equal(link?.hash, '#top');
  assert.deepEqual([...(link?.searchParams.keys() ?? [])], ['tab', 'email', 'resetPasswordToken', 'publisherId']);
  assert.equal((await request(email, 'javascript:alert(1)')).status, 400);
});

test('a link sets one password, once, and ends every session', async () => {
  const before = await logIn('Password1');
  await request(email);
  const token = tokenOf((await links())[0]);
  assert.deepEqual((await set(token, 'short1')).errors, ['Invalid param password']);
  assert.deepEqual((await set(token, 'Password1')).errors, ['New password score does not match standards']);
  assert.equal((await set(token, 'Nordwind7', 'viewer@example.com')).status, 422);
  const both = await Promise.all([set(token, 'Nordwind7'), set(token, 'Nordwind7')]);
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 422]);
  assert.match((await set(token, 'Nordwind8')).errors?.[0] ?? '', /resetPasswordToken is not valid/);
  assert.equal((await logIn('Password1')).code, 'USER0001');
  assert.equal((await logIn('Nordwind7')).status, 200);
  assert.equal((await call('POST', '/auths/refresh_token', { refreshToken: before.responseData?.['refreshToken'] })).status, 401);
});

test('a link is dead after a day', async () => {
  await request(email);
  const token = tokenOf((await links())[0]);
  await call('POST', '/sandbox/clock', { advance: 'P1D' });
  assert.equal((await set(token, 'Nordwind9')).status, 422);
});

test('the platform’s own page sets a password too', async () => {
  await request('viewer@example.com');
  const [link] = await links('viewer@example.com');
  assert.match(await (await fetch(link!)).text(), /name="newPassword"/);
  const post = (newPassword: string) =>
    fetch(`${sandbox.url}/sandbox/new-password`, {
      method: 'POST',
      body: new URLSearchParams([...link!.searchParams, ['newPassword', newPassword]]),
    });
  assert.match(await (await post('weak')).text(), /Invalid param password/);
  assert.match(await (await post('Nordwind7')).text(), /Your password is set/);
});

test('a publisher’s server starts a session for somebody it knows', async () => {
  const headers = { 'X-Publisher-Token': 'sandbox-publisher-token' };
  const { responseData } = await call('POST', '/sso/auths', { customerEmail: email }, headers);
  assert.equal(typeof responseData?.['jwt'], 'string');
  assert.equal((await call('POST', '/sso/auths', { customerEmail: email })).status, 401);
  assert.equal((await call('POST', '/sso/auths', { customerEmail: email }, { 'X-Publisher-Token': 'wrong' })).status, 401);
  assert.equal((await call('POST', '/sso/auths', { customerEmail: 'nobody@example.com' }, headers)).status, 422);
});
