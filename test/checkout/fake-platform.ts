import type { Client } from '../../src/api/client.js';
import { CleengError } from '../../src/api/errors.js';
import { errorFromAnswer } from '../../src/api/meanings.js';
import type { CheckoutPorts, KeptOrder } from '../../src/checkout/ports.js';
import type { Session } from '../../src/session/session.js';
import { signedInAs } from '../../src/session/state.js';

type Body = Record<string, unknown>;
type Answer = (input: { body: Body; params: Record<string, unknown> }) => unknown;

/** A refusal as the platform words it. */
export const refusal = (status: number, text: string) => errorFromAnswer({ status, text }, {});
export const offline = () => new CleengError('network', 'no connection');

export const apiOffer = {
  offerId: 'S1_DE',
  offerTitle: 'Monthly',
  offerDescription: null,
  customerPriceInclTax: 9.99,
  discountedCustomerPriceInclTax: null,
  customerCurrency: 'EUR',
  applicableTaxRate: 0.19,
  period: 'month',
  freeDays: 0,
  freePeriods: 0,
  expiresAt: null,
  startTime: null,
};

export const apiOrder = {
  id: 7,
  offerId: 'S1_DE',
  country: 'DE',
  currency: 'EUR',
  totalPrice: 9.99,
  priceBreakdown: { offerPrice: 8.39, discountAmount: 0, discountedPrice: 8.39, taxValue: 1.6, customerServiceFee: 0, paymentMethodFee: 0 },
  taxRate: 0.19,
  discount: { applied: false, type: '', periods: 0 },
  couponId: null as string | null,
  requiredPaymentDetails: true,
  buyAsAGift: false,
  expirationDate: 2_000_000_000,
};

export const withCoupon = (code: string) => ({
  ...apiOrder,
  couponId: code,
  totalPrice: 6.99,
  discount: { applied: true, type: 'coupon', periods: 1 },
});

export const apiPayment = { id: 70, orderId: 7, totalAmount: 9.99, currency: 'EUR', paymentMethod: 'card', rejectedReason: null };

const authenticated = (customerId: string): Session['state'] => ({ status: 'authenticated', customerId });

/** A platform of as much as a test needs, and a page around it. */
export class FakePlatform {
  readonly calls: string[] = [];
  readonly answers: Record<string, Answer> = {
    'get /offers/{offerId}': () => apiOffer,
    'get /v2/offers/{offerId}': () => ({ giftable: true, localizations: [], price: { amount: 9.99, currency: 'EUR', taxIncluded: true } }),
    'post /orders': ({ body }) => ({ order: { ...apiOrder, buyAsAGift: body['buyAsAGift'] } }),
    'get /orders/{orderId}': () => ({ order: apiOrder }),
    'patch /orders/{orderId}': () => ({ order: apiOrder }),
    'get /payment-methods': () => ({
      paymentMethods: [
        { id: 1, methodName: 'card', paymentGateway: 'adyen' },
        { id: 8, methodName: 'manual', paymentGateway: 'free-offer' },
        { id: 9, methodName: 'manual', paymentGateway: 'coupon' },
      ],
    }),
    'get /entitlements/{offerId}': () => ({ accessGranted: true, expiresAt: null }),
    'post /payments': () => {
      throw refusal(404, 'Order with id 7 not found');
    },
  };
  readonly kept = new Map<string, KeptOrder>();
  /** What the publisher's captcha gives, where there is one. */
  captcha: string | undefined;
  address = 'https://shop.example/';
  #state: Session['state'] = authenticated('1');
  readonly #waits: number[] = [];

  /** Somebody signs in, or nobody is signed in any more. */
  signIn(customerId: string | undefined): void {
    this.#state = customerId ? authenticated(customerId) : { status: 'anonymous' };
  }

  /** How long the purchase has waited for something, pause by pause. */
  get waits(): readonly number[] {
    return this.#waits;
  }

  ports(): CheckoutPorts {
    const client = (async (verb: string, path: string, input: { body?: Body; params?: Record<string, unknown> } = {}) => {
      const name = `${verb} ${path}`;
      this.calls.push(name);
      await Promise.resolve();
      const answer = this.answers[name];
      if (!answer) throw new Error(`The test's platform knows no ${name}`);
      return answer({ body: input.body ?? {}, params: input.params ?? {} });
    }) as unknown as Client;
    const state = () => this.#state;
    return {
      session: {
        guest: client,
        customer: client,
        publisherId: '1',
        get state() {
          return state();
        },
        get customerId() {
          return signedInAs(state());
        },
      } as unknown as Session,
      timers: {
        now: () => 0,
        after: (ms, task) => {
          this.#waits.push(ms);
          const id = setImmediate(task);
          return () => clearImmediate(id);
        },
      },
      memory: {
        recall: (key) => Promise.resolve(this.kept.get(key)),
        keep: (key, order) => void this.kept.set(key, order),
        forget: (key) => void this.kept.delete(key),
        release: () => undefined,
      },
      captcha: () => Promise.resolve(this.captcha),
      nextStep: () => Promise.resolve(undefined),
      address: () => this.address,
      replaceAddress: (url) => void (this.address = url),
      returnAddress: () => this.address,
      origin: 'https://shop.example',
      reportToOpener: () => Promise.resolve(false),
    };
  }

  count(name: string): number {
    return this.calls.filter((call) => call === name).length;
  }
}
