import assert from 'node:assert/strict';
import { createClient, type Client } from '../../src/api/client.js';
import { CleengError, type ErrorCode } from '../../src/api/errors.js';
import { createHttp } from '../../src/api/http.js';
import { register, type TokenPair } from '../../src/api/identity.js';
import { createOrder, listPaymentMethods } from '../../src/api/orders.js';
import { payWithAdyen } from '../../src/api/payments.js';

export const PASSWORD = 'Password1';
/** Where the newcomers are. */
export const PLACE = { country: 'DE', currency: 'EUR', locale: 'de_DE' };
export const GOOD_CARD = '5555444433331111';
const RETURN_URL = 'https://shop.example/';

/** A customer, and the kit's client that speaks for them. */
export interface Viewer {
  readonly id: string;
  readonly email: string;
  readonly tokens: TokenPair;
  readonly client: Client;
}

/** The platform under test, reached by the kit's own client. */
export class TestedPlatform {
  readonly base: string;
  readonly publisherId: string;
  readonly guest: Client;
  #people = 0;

  constructor(base: string, publisherId: string) {
    this.base = base;
    this.publisherId = publisherId;
    this.guest = this.clientFor(undefined);
  }

  clientFor(token: string | undefined): Client {
    const timers = {
      now: Date.now,
      after: (ms: number, task: () => void) => {
        const timer = setTimeout(task, ms);
        return () => clearTimeout(timer);
      },
    };
    const http = createHttp(this.base, timers);
    return createClient((request) => http({ ...request, token }));
  }

  newEmail(): string {
    return `contract-${Date.now()}-${process.pid}-${this.#people++}@example.org`;
  }

  viewerOf(email: string, tokens: TokenPair): Viewer {
    const payload = Buffer.from(tokens.jwt.split('.')[1] ?? '', 'base64url').toString();
    const { customerId } = JSON.parse(payload) as { customerId: number | string };
    return { id: String(customerId), email, tokens, client: this.clientFor(tokens.jwt) };
  }

  /** Somebody who has just registered. */
  async newcomer(): Promise<Viewer> {
    const email = this.newEmail();
    return this.viewerOf(email, await register(this.guest, this.publisherId, { email, password: PASSWORD, ...PLACE }));
  }

  /** An open order of a newcomer with a payment method of a gateway. */
  async order(offerId: string, gateway: 'adyen' | 'paypal' | 'free-offer'): Promise<{ viewer: Viewer; orderId: number }> {
    const viewer = await this.newcomer();
    const order = await createOrder(viewer.client, { offerId, customerId: viewer.id });
    const method = (await listPaymentMethods(viewer.client)).find(({ paymentGateway }) => paymentGateway === gateway);
    assert.ok(method, `there is a method of ${gateway}`);
    await viewer.client('patch', '/orders/{orderId}', { params: { orderId: order.id }, body: { paymentMethodId: method.id } });
    return { viewer, orderId: order.id };
  }

  /** Somebody who has bought an offer with a card. */
  async subscriber(offerId: string): Promise<Viewer> {
    const { viewer, orderId } = await this.order(offerId, 'adyen');
    await payWithAdyen(viewer.client, { orderId, ...this.card(GOOD_CARD) });
    return viewer;
  }

  /** A card as the Drop-in hands it over to the sandbox: plain text after `test_`. */
  card(number: string) {
    const blob = (text: string) => `test_${text}`;
    const paymentMethod = {
      type: 'scheme',
      encryptedCardNumber: blob(number),
      encryptedExpiryMonth: blob('03'),
      encryptedExpiryYear: blob('2030'),
      encryptedSecurityCode: blob('737'),
    };
    return { paymentMethod, returnUrl: RETURN_URL, origin: new URL(RETURN_URL).origin };
  }
}

/** The call is refused, in the platform's words and in the kit's. */
export async function refused(
  call: Promise<unknown>,
  expected: { status: number; platform?: string | RegExp; kit: ErrorCode },
): Promise<CleengError> {
  const error = await call.then(
    () => assert.fail('the platform accepted it'),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof CleengError, String(error));
  assert.deepEqual({ status: error.status, kit: error.code }, { status: expected.status, kit: expected.kit }, error.message);
  if (expected.platform) assert.match(error.message, new RegExp(expected.platform));
  return error;
}
