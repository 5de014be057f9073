import assert from 'node:assert/strict';
import { decoded, encoded, type Action, type Answer, type Customer, type Shop } from './till.js';

/** What an action of Adyen's leads to: the details the Drop-in would hand over. */
export async function act(shop: Shop, action: Action, answer: 'approve' | 'refuse' | 'cancel' | 'time-out'): Promise<object> {
  if (action.type === 'threeDS2' && action.subtype === 'fingerprint') {
    const data = { threeDSMethodData: encoded({ threeDSServerTransID: 'x' }) };
    const method = await shop.send(decoded(action.token)['threeDSMethodUrl']!, data);
    assert.match(method.text, /method-notification/);
    const next = await shop.ask('POST', '/checkoutshopper/test/v1/submitThreeDS2Fingerprint?token=test_X', {
      body: { fingerprintResult: encoded({ threeDSCompInd: 'Y' }), paymentData: action.paymentData },
    });
    const after = next.body as unknown as { type: string; action: Action; details: object };
    return after.type === 'completed' ? after.details : act(shop, after.action, answer);
  }
  if (action.type === 'threeDS2') {
    const { acsURL, threeDSNotificationURL, acsTransID } = decoded(action.token);
    const page = await shop.send(acsURL!, { creq: encoded({ acsTransID }) });
    assert.match(page.text, /Confirm your payment/);
    const outcome = { approve: 'confirm', refuse: 'confirm', cancel: 'cancel', 'time-out': 'time-out' }[answer];
    await shop.send(threeDSNotificationURL!, { session: acsTransID!, outcome, password: answer === 'approve' ? 'password' : 'wrong' });
    return { threeDSResult: encoded({ transStatus: 'Y', authorisationToken: action.authorisationToken }) };
  }
  const page = action.method === 'POST' ? await shop.send(action.url, action.data) : await shop.ask('GET', action.url);
  assert.equal(page.status, 200);
  const session = /name="session" value="(\w+)"/.exec(page.text)![1]!;
  const outcome = { approve: 'approved', refuse: 'refused', cancel: 'cancelled', 'time-out': 'cancelled' }[answer];
  const { location } = await shop.send('/sandbox/redirect/decision', { session, outcome });
  if (action.type === 'redirect') {
    assert.ok(location.startsWith('https://shop.example/thanks?a=b%20c&plan=1&redirectResult='), location);
    assert.ok(location.endsWith('#/here'), location);
    return { redirectResult: new URL(location).searchParams.get('redirectResult') };
  }
  const status = await shop.ask('POST', '/checkoutshopper/test/services/PaymentInitiation/v1/status?clientKey=test_X', {
    body: { paymentData: action.paymentData },
  });
  return { payload: (status.body as unknown as { payload: string }).payload };
}

/** Exactly one purchase of the annual plan went through, and the answer says so. */
export async function expectPaid(customer: Customer, answer: Answer, method: string): Promise<void> {
  assert.equal(answer.status, 200, answer.text);
  const rows = await customer.payments();
  assert.deepEqual(
    rows.map((row) => [row.status, row['method'], row['total']]),
    [['captured', method, 8999]],
  );
  assert.equal(answer.body.responseData.payment.id, rows[0]!.id);
  assert.deepEqual(
    (await customer.subscriptions()).map((row) => row.status),
    ['active'],
  );
}

/** Nothing was taken and nothing handed over. */
export async function expectRefused(customer: Customer, answer: Answer, code: string, text: string): Promise<void> {
  assert.deepEqual([answer.status, answer.body.code, answer.body.errors], [422, code, [text]]);
  assert.deepEqual(await customer.payments(), []);
  assert.deepEqual(await customer.subscriptions(), []);
}
