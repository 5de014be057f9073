import assert from 'node:assert/strict';
import { startSandbox, type RunningSandbox } from '../../sandbox/src/server.js';

export const PUBLISHER_ID = 204118605;
export const MONTHLY = 'S274093615_DE';
export const ANNUAL = 'S598310247_DE';
export const METHODS = { card: 140960101, paypal: 140960102, ideal: 140960103, free: 140960108, coupon: 140960109 } as const;
export const BACK = 'https://shop.example/thanks?a=b%20c&plan=1#/here';

/** A row of the database, or an object of the platform's. */
export type Row = Record<string, unknown> & { id: number; status: string };

export interface Action {
  type: string;
  subtype: string;
  method: string;
  url: string;
  data: Record<string, string>;
  token: string;
  paymentData: string;
  authorisationToken: string;
}

/** What the tests read of the platform's answers; what is not there is found out by asserting on it. */
export interface Body {
  errors: string[];
  code?: string;
  message: string;
  responseData: Row & {
    order: Row;
    payment: Row;
    paymentDetails: Row & Row[];
    action: Action;
    redirectUrl: string;
    jwt: string;
    customerId: number;
    accessGranted: boolean;
    paymentMethods: { type: string }[];
  };
}

/** An answer of the platform, or of a page. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  body: Body;
}

interface Ask {
  body?: unknown;
  jwt?: string;
  headers?: Record<string, string>;
}

/** A running sandbox, asked as a shop's page would ask it, and as an issuer's page does. */
export class Shop {
  #people = 0;
  private constructor(
    readonly sandbox: RunningSandbox,
    readonly url: string,
  ) {}

  static async open(): Promise<Shop> {
    const sandbox = await startSandbox({ port: 0, data: 'memory' });
    return new Shop(sandbox, sandbox.url);
  }

  close = () => this.sandbox.close();

  async ask(method: string, path: string, { body, jwt, headers = {} }: Ask = {}): Promise<Answer> {
    const response = await fetch(path.startsWith('http') ? path : this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(jwt === undefined ? {} : { Authorization: `Bearer ${jwt}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch {
      parsed = undefined;
    }
    return { status: response.status, headers: response.headers, text, body: parsed as Body };
  }

  /** Sends a form, as the pages of issuers and PayPal do. @returns where the browser would go next, or the page */
  async send(path: string, fields: Record<string, string>): Promise<Answer & { location: string }> {
    const answer = await this.ask('POST', path, {
      body: new URLSearchParams(fields).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    return { ...answer, location: answer.headers.get('Location') ?? '' };
  }

  async newcomer(): Promise<Customer> {
    const email = `buyer-${this.#people++}@example.org`;
    const body = { email, password: 'Password1', publisherId: PUBLISHER_ID, locale: 'de_DE', country: 'DE', currency: 'EUR' };
    const { status, body: answer, text } = await this.ask('POST', '/customers', { body });
    assert.equal(status, 200, text);
    return new Customer(this, answer.responseData.customerId, answer.responseData.jwt, email);
  }

  async persona(email: string): Promise<Customer> {
    const { body } = await this.ask('POST', '/auths', { body: { email, password: 'Password1', publisherId: PUBLISHER_ID } });
    return new Customer(this, body.responseData.customerId, body.responseData.jwt, email);
  }

  /** One of the sandbox's own operations, whose answers have no envelope. */
  async read<T>(path: string): Promise<T> {
    const { status, text } = await this.ask('GET', path);
    assert.equal(status, 200, text);
    return JSON.parse(text) as T;
  }

  async settings(change: Record<string, unknown>): Promise<void> {
    const { status, text } = await this.ask('PUT', '/sandbox/settings', { body: change });
    assert.equal(status, 200, text);
  }
}

/** Somebody who is signed in. */
export class Customer {
  constructor(
    readonly shop: Shop,
    readonly id: number,
    readonly jwt: string,
    readonly email: string,
  ) {}

  post = (path: string, body: unknown) => this.shop.ask('POST', path, { body, jwt: this.jwt });
  get = (path: string) => this.shop.ask('GET', path, { jwt: this.jwt });

  /** @returns the number of a new order */
  async order(offerId: string = ANNUAL, paymentMethodId: number = METHODS.card, more: object = {}): Promise<number> {
    const { status, body, text } = await this.post('/orders', { offerId, customerId: this.id, country: 'DE', paymentMethodId, ...more });
    assert.equal(status, 200, text);
    return body.responseData.order.id;
  }

  pay = (orderId: number, paymentMethod: object, more: object = {}) =>
    this.post('/connectors/adyen/initial-payment', { orderId, paymentMethod, returnUrl: BACK, ...more });

  finalize = (orderId: number, details: object) => this.post('/connectors/adyen/initial-payment/finalize', { orderId, details });

  /** What the database holds. */
  payments = () => this.shop.read<Row[]>(`/sandbox/payments?customerId=${this.id}`);

  subscriptions = () => this.shop.read<Row[]>(`/sandbox/subscriptions?customerId=${this.id}`);

  async details(): Promise<Row[]> {
    return (await this.get(`/customers/${this.id}/payment_details`)).body.responseData.paymentDetails;
  }

  /** What the log says of a kind, for this customer. */
  async events(type: string): Promise<(Row & { data: Record<string, unknown> })[]> {
    const { items } = await this.shop.read<{ items: (Row & { data: Record<string, unknown> })[] }>(
      `/sandbox/events?customerId=${this.id}&type=${type}`,
    );
    return items;
  }
}

/** A card as the Drop-in sends it. */
export const card = (number: string, more: object = {}) => ({
  type: 'scheme',
  encryptedCardNumber: `test_${number}`,
  encryptedExpiryMonth: 'test_03',
  encryptedExpiryYear: 'test_2030',
  encryptedSecurityCode: number.startsWith('37') ? 'test_7373' : 'test_737',
  holderName: 'Ida Holm',
  ...more,
});

/** The data in a base64 token. */
export const decoded = (token: string): Record<string, string> =>
  JSON.parse(Buffer.from(token, 'base64').toString()) as Record<string, string>;

export const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');
