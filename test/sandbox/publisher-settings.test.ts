import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { listPublisherConsents } from '../../sandbox/src/contract/consents.js';
import { getCaptureStatus } from '../../sandbox/src/contract/capture.js';
import * as contract from '../../sandbox/src/contract/publisher-settings.js';
import { listPaymentMethods } from '../../sandbox/src/contract/orders.js';
import { getSwitchAvailability } from '../../sandbox/src/contract/switches.js';
import { openApp, type TestApp } from './app.js';
import { newCustomer, newPublisher, subscribe, type Publisher } from './core-operations.js';

describe('what a publisher sets', () => {
  let app: TestApp;
  let publisher: Publisher;
  let other: Publisher;
  before(async () => {
    app = await openApp();
    publisher = await newPublisher(app, 'Harbour');
    other = await newPublisher(app, 'Other');
  });
  after(() => app.close());

  type Settings = ReturnType<typeof contract.PublisherSettings.parse>;
  const short = (offerId: string) => offerId.split('_')[0]!;

  async function ask(change?: object, { headers } = publisher): Promise<{ status: number; settings: Settings; text: string }> {
    const operation = change ? contract.changePublisherSettings : contract.getPublisherSettings;
    const response = await app.send(operation, { headers, ...(change ? { body: change } : {}) });
    const body: unknown = await response.json();
    if (response.status === 200) assert.deepEqual(contract.PublisherSettings.parse(body), body);
    return { status: response.status, settings: body as Settings, text: String((body as { errors?: string[] }).errors?.[0]) };
  }

  test('is what its viewers are asked, may pay with and may switch to; nobody else’s', async () => {
    const before = (await ask()).settings;
    const theirs = (await ask(undefined, other)).settings;
    const terms = { ...before.consents[0]!, version: '2' };
    const club = { key: 'custom_1', enabled: true, required: true, question: 'Favourite club?', value: 'North;South' };
    const name = { key: 'firstNameLastName', enabled: true, required: true, question: null, value: null };
    const payPal = before.paymentMethods.find(({ methodName }) => methodName === 'paypal')!;
    const { settings } = await ask({
      consents: [terms],
      capture: [club, name],
      captureEnabled: true,
      paymentMethods: [{ id: payPal.id, enabled: false }],
      switches: [],
      dunning: [{ cycle: 'monthly', graceHours: 24, attempts: [0, 12] }],
    });
    assert.deepEqual([settings.name, settings.retention], [before.name, before.retention]);
    assert.deepEqual(settings.dunning.find(({ cycle }) => cycle === 'monthly')?.attempts, [0, 12]);
    assert.equal(settings.dunning.length, before.dunning.length);

    const { consents } = await app.ok(listPublisherConsents, { params: { publisherId: publisher.id } });
    assert.deepEqual(
      consents.map(({ version }) => version),
      ['2'],
    );
    const customerId = await newCustomer(app, publisher);
    const as = await app.again({ customerId, publisherId: publisher.id, email: '', jwt: '' });
    const capture = await app.ok(getCaptureStatus, { as, params: { customerId } });
    assert.deepEqual(
      capture.settings.map(({ key }) => key),
      ['custom_1', 'firstNameLastName'],
    );
    const { paymentMethods } = await app.ok(listPaymentMethods, { as });
    assert.ok(!paymentMethods.some(({ methodName }) => methodName === 'paypal'));
    await subscribe(app, publisher, customerId, publisher.annual);
    const switches = await app.ok(getSwitchAvailability, { as, params: { customerId, offerId: publisher.annual } });
    assert.deepEqual(switches.available, []);
    assert.deepEqual((await ask(undefined, other)).settings, theirs);
  });

  test('is refused as a whole where a part of it makes no sense', async () => {
    const before = (await ask()).settings;
    const way = { direction: 'upgrade', algorithm: 'DEFERRED' };
    const theirMethod = (await ask(undefined, other)).settings.paymentMethods[0]!.id;
    const wrong: [RegExp, object][] = [
      [/doesn't exist/, { switches: [{ ...way, fromOfferId: short(publisher.monthly), toOfferId: short(other.annual) }] }],
      [/itself/, { switches: [{ ...way, fromOfferId: short(publisher.monthly), toOfferId: short(publisher.monthly) }] }],
      [/doesn't exist/, { retention: [{ offerId: short(other.monthly), type: 'PAUSE', extensionUnit: null, extensionAmount: null }] }],
      [
        /extensionUnit/,
        { retention: [{ offerId: short(publisher.monthly), type: 'FREE_EXTENSION', extensionUnit: null, extensionAmount: 1 }] },
      ],
      [/ascend/, { dunning: [{ cycle: 'monthly', graceHours: 24, attempts: [12, 0] }] }],
      [/ascend/, { dunning: [{ cycle: 'monthly', graceHours: 24, attempts: [48] }] }],
      [/twice/, { consents: [before.consents[0], before.consents[0]] }],
      [/asks nothing/, { capture: [{ key: 'custom_1', enabled: true, required: false, question: null, value: null }] }],
      [/not found/, { paymentMethods: [{ id: theirMethod, enabled: false }] }],
    ];
    for (const [why, part] of wrong) {
      const { status, text } = await ask({ name: 'Changed', ...part });
      assert.ok(status === 400 || status === 422, JSON.stringify(part));
      assert.match(text, why);
    }
    assert.deepEqual((await ask()).settings, before);
  });

  test('leaves a log that only it reads, newest first', async () => {
    const customerId = await newCustomer(app, publisher);
    await newCustomer(app, other);
    const list = async (query: Record<string, string | number>) => {
      const response = await app.send(contract.listPublisherEvents, { headers: publisher.headers, query });
      return ((await response.json()) as { items: { id: number; type: string; publisherId: number; customerId: number }[] }).items;
    };
    const [last] = await list({ type: 'customerRegistered', limit: 1 });
    assert.deepEqual([last!.publisherId, last!.customerId], [publisher.id, customerId]);
    const earlier = await list({ before: last!.id });
    assert.ok(earlier.length > 0 && earlier.every(({ id, publisherId }) => id < last!.id && publisherId === publisher.id));
  });
});
