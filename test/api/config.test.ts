import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigError, resolveConfig } from '../../src/config.js';

test('an element’s own values win, then the scope’s, then the defaults', () => {
  const config = resolveConfig({ publisherId: '1' }, { publisherId: '2', tokenStorage: 'session' });
  assert.deepEqual([config.publisherId, config.tokenStorage, config.apiBase], ['1', 'session', 'https://mediastoreapi-sandbox.cleeng.com']);
});

test('an environment on the element wins over a host of the page, for the nearest layer names the host', () => {
  const config = resolveConfig({ publisherId: '1', environment: 'production' }, { apiBase: 'http://localhost:4242/' });
  assert.equal(config.apiBase, 'https://mediastoreapi.cleeng.com');
  assert.equal(resolveConfig({ publisherId: '1' }, { apiBase: 'http://localhost:4242/' }).apiBase, 'http://localhost:4242');
});

test('what is wrong is said with what to set', () => {
  const wrong: [object, RegExp][] = [
    [{}, /set the publisher-id attribute/],
    [{ publisherId: 'abc' }, /publisher-id takes digits, not "abc"/],
    [{ publisherId: '1', environment: 'prod' }, /sandbox or production, not "prod"/],
    [{ publisherId: '1', apiBase: 'localhost' }, /api-base takes an absolute URL/],
    [{ publisherId: '1', tokenStorage: 'cookie' }, /local, session, memory or host/],
    [{ publisherId: '1', tokenStorage: 'host' }, /configure\({ tokenHost }\)/],
    [{ publisherId: '1', paypal: { clientId: 'x', finishUrl: '/x' } }, /paypal.finishUrl takes an absolute URL/],
  ];
  for (const [config, message] of wrong)
    assert.throws(
      () => resolveConfig(config),
      (error) => error instanceof ConfigError && message.test(error.message),
    );
});
