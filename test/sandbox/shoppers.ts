import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gifts, switches } from '../../sandbox/src/db/schema.js';
import { OFFERS } from '../../sandbox/src/db/seed/offers.js';
import { CARDS } from '../../sandbox/src/psp/adyen/cards.js';
import { CARD, METHODS, type Shop, type Shopper } from './shop.js';

type Renewals = (typeof CARDS)[number]['renewals'];

/** A card that is taken at once, and does as told when a renewal is charged. */
const numberOf = (renewals: Renewals): string => CARDS.find((card) => card.outcome === 'authorised' && card.renewals === renewals)!.number;

/** What is sold most: every period, a trial by days and one by periods, a free plan, and one of each kind that is bought once. */
const PLANS = [
  OFFERS.monthly,
  OFFERS.annual,
  OFFERS.quarterly,
  OFFERS.halfYear,
  OFFERS.weekly,
  OFFERS.plus,
  OFFERS.season,
  OFFERS.free,
] as const;
const ONCE = [OFFERS.winterPass, OFFERS.monthPass, OFFERS.event, OFFERS.rental, OFFERS.single] as const;
const CODES = ['SAVE30', 'HALF999', 'FREE100', 'FREE100CARD', 'LATER25', 'STAY40', 'FIRST2', 'USED', 'NOBODYS'] as const;

const who = fc.nat(2);
/** Which of the things somebody has; more than they have starts again from the first. */
const which = fc.nat(3);

/** One thing somebody does. Much of it will be refused: that must leave no trace either. */
export const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('buy'),
      who,
      offer: fc.constantFrom(...PLANS, ...ONCE),
      coupon: fc.option(fc.constantFrom(...CODES), { freq: 1 }),
      twice: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('give'), who, offer: fc.constantFrom(...PLANS), days: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('redeem'), who, which }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('cancel', 'resume'), who, which }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('switch'), who, which, option: fc.nat(6) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('stay'), who, which }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('pause'), who, which, cycles: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('unpause', 'extend'), who, which }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('coupon'), who, which, code: fc.constantFrom(...CODES) }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('card'), who, renewals: fc.constantFrom('accepted', 'refused', 'needs-authentication') }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('uncard'), who }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('store'), who, store: fc.constantFrom('android', 'apple', 'roku', 'amazon') }) },
  {
    weight: 6,
    arbitrary: fc.record({ does: fc.constant('wait'), time: fc.constantFrom('PT40S', 'PT5H', 'P1D', 'P4D', 'P15D', 'P1M', 'P3M', 'P1Y') }),
  },
);

export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Three people in a shop. They know what they have, and ask the platform for the rest. */
export class Crowd {
  readonly #shop: Shop;
  readonly people: Shopper[] = [];
  /** How often each thing succeeded, to see that a run was not a row of refusals. */
  readonly done = new Map<string, number>();
  #receipts = 0;

  constructor(shop: Shop) {
    this.#shop = shop;
  }

  async enter(): Promise<void> {
    for (let i = 0; i < 3; i++) this.people.push(await this.#shop.newcomer());
  }

  async do(step: Step): Promise<void> {
    if (await this.#try(step)) this.done.set(step.does, (this.done.get(step.does) ?? 0) + 1);
  }

  /** @returns whether it was done, and not refused */
  async #try(step: Step): Promise<boolean> {
    if (!('who' in step)) return this.#wait(step.time);
    const as = this.people[step.who]!;
    if ('offer' in step) return 'days' in step ? this.#give(as, step.offer, step.days) : this.#buy(as, step);
    if (step.does === 'card' && 'renewals' in step) return this.#card(as, step.renewals);
    if (step.does === 'uncard') return this.#uncard(as);
    if ('store' in step) return this.#receipt(as, step.store);
    if (step.does === 'redeem') return this.#redeem(as, step.which);
    return this.#withPlan(as, step);
  }

  async #wait(time: string): Promise<boolean> {
    await this.#shop.clock({ advance: time });
    for (const [i, { id }] of this.people.entries()) this.people[i] = await this.#shop.signedIn(id);
    return true;
  }

  async #buy(as: Shopper, { offer, coupon, twice }: { offer: string; coupon: string | null; twice: boolean }): Promise<boolean> {
    const body = {
      offerId: offer,
      customerId: as.id,
      country: 'DE',
      paymentMethodId: METHODS.card,
      ...(coupon ? { couponCode: coupon } : {}),
    };
    const order = await this.#ask<{ order: Order }>('POST', '/orders', as, body);
    return order !== undefined && this.#settle(as, order.order, twice);
  }

  async #give(as: Shopper, offerId: string, days: number): Promise<boolean> {
    const deliveryDate = this.#shop.platform.clock.now() + days * 86_400 + 60;
    const deliveryDetails = { recipientEmail: 'friend@example.org', deliveryDate, personalNote: '' };
    const body = { offerId, customerId: as.id, country: 'DE', paymentMethodId: METHODS.card, buyAsAGift: true, deliveryDetails };
    const order = await this.#ask<{ order: Order }>('POST', '/orders', as, body);
    return order !== undefined && this.#settle(as, order.order, false);
  }

  /** Pays an order; a double click must be one purchase. */
  async #settle(as: Shopper, { id: orderId, totalPrice, requiredPaymentDetails }: Order, twice: boolean): Promise<boolean> {
    const pay = async () => {
      if (!requiredPaymentDetails && totalPrice === 0) {
        await this.#ask('PATCH', `/orders/${orderId}`, as, { paymentMethodId: METHODS.free });
        return this.#ask('POST', '/payments', as, { orderId });
      }
      const body = { orderId, paymentMethod: CARD, returnUrl: 'https://shop.example/return' };
      return this.#ask('POST', '/connectors/adyen/initial-payment', as, body);
    };
    const answers = await Promise.all(twice ? [pay(), pay()] : [pay()]);
    return answers.some((answer) => answer !== undefined);
  }

  async #card(as: Shopper, renewals: Renewals): Promise<boolean> {
    const paymentMethod = { ...CARD, encryptedCardNumber: `test_${numberOf(renewals)}` };
    const body = { paymentMethodId: METHODS.card, paymentMethod, returnUrl: 'https://shop.example/return' };
    return (await this.#ask('POST', '/connectors/adyen/payment-details', as, body)) !== undefined;
  }

  async #uncard(as: Shopper): Promise<boolean> {
    const list = await this.#ask<{ paymentDetails: { id: number; active: boolean }[] }>('GET', `/customers/${as.id}/payment_details`, as);
    const active = list?.paymentDetails.find((details) => details.active);
    return active !== undefined && (await this.#ask('DELETE', `/payment_details/${active.id}`, as)) !== undefined;
  }

  async #receipt(as: Shopper, store: string): Promise<boolean> {
    const name = `sale-${++this.#receipts}`;
    const receipts: Record<string, unknown> = {
      android: { orderId: name, packageName: 'tv.nordlicht', productId: 'monthly', purchaseTime: 1, purchaseState: 0, purchaseToken: name },
      apple: Buffer.from(name).toString('base64'),
      roku: { transactionId: name },
      amazon: { userId: 'U1', receiptId: name },
    };
    return (await this.#ask('POST', `/${store}/payment`, as, { offerId: `${OFFERS.monthly}_DE`, receipt: receipts[store] })) !== undefined;
  }

  async #redeem(as: Shopper, which: number): Promise<boolean> {
    const all = await this.#shop.db.select().from(gifts).orderBy(gifts.id);
    const gift = all[which % Math.max(all.length, 1)];
    return gift !== undefined && (await this.#ask('POST', `/gifts/redeem/${gift.code}`, as)) !== undefined;
  }

  /** What is done to a plan. */
  async #withPlan(as: Shopper, step: Extract<Step, { which: number }>): Promise<boolean> {
    const plans = (await this.#shop.held(as.id)).filter(({ offerId, endedAt }) => offerId.startsWith('S') && endedAt === null);
    const plan = plans[step.which % Math.max(plans.length, 1)];
    if (!plan) return false;
    const { offerId, id } = plan;
    const done = async (answer: Promise<unknown>) => (await answer) !== undefined;
    const mine = `/customers/${as.id}`;
    switch (step.does) {
      case 'cancel':
      case 'resume':
        return done(this.#ask('PATCH', `${mine}/subscriptions`, as, { offerId, status: step.does === 'cancel' ? 'cancelled' : 'active' }));
      case 'pause':
        return done(
          this.#ask('POST', `/subscriptions/${id}/pause`, as, {
            pauseDate: 'anniversary-date',
            resumesAfterBillingCycles: 'cycles' in step ? step.cycles : 1,
          }),
        );
      case 'unpause':
        return done(this.#ask('POST', `/subscriptions/${id}/resume`, as));
      case 'extend':
        return done(this.#ask('POST', '/customers/retention_actions', as, { offerId }));
      case 'coupon':
        return done(this.#ask('PATCH', `${mine}/subscriptions/${id}`, as, { couponCode: 'code' in step ? step.code : '' }));
      case 'stay': {
        const [pending] = (await this.#shop.db.select().from(switches)).filter(
          (row) => row.subscriptionId === id && row.status === 'pending',
        );
        return pending !== undefined && done(this.#ask('PATCH', `/subscription_switches/${pending.id}`, as, { status: 'cancelled' }));
      }
      default:
        return this.#switch(as, offerId, 'option' in step ? step.option : 0);
    }
  }

  async #switch(as: Shopper, offerId: string, option: number): Promise<boolean> {
    const path = `/customers/${as.id}/subscription_switches/${offerId}`;
    const options =
      (await this.#ask<{ available: { toOfferId: string; switchDirection: string }[] }>('GET', `${path}/availability`, as))?.available ??
      [];
    const target = options[option % Math.max(options.length, 1)];
    return (
      target !== undefined &&
      (await this.#ask('POST', path, as, { toOfferId: target.toOfferId, switchDirection: target.switchDirection })) !== undefined
    );
  }

  /** Asks for what may be refused. A server error never may. @returns nothing when it was refused */
  async #ask<T>(method: string, path: string, as: Shopper, body?: unknown): Promise<T | undefined> {
    const answer = await this.#shop.call(method, path, { as, ...(body === undefined ? {} : { body }) });
    assert.ok(answer.status < 500, `${method} ${path}: ${JSON.stringify(answer.body)}`);
    assert.notEqual(answer.status, 404, `${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.status === 200 ? (answer.body.responseData as T) : undefined;
  }
}

interface Order {
  id: number;
  totalPrice: number;
  requiredPaymentDetails: boolean;
}
