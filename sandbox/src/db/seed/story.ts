import { priceOrder, type Discount } from '../../rules/pricing.js';
import { taxRateOf } from '../../rules/tax.js';
import { priceOf, longId, trialOf, type StoredOffer } from '../offers.js';
import { holdingOf, purchaseEntry, type Bought, type Settlement } from '../sale.js';
import type { Holding } from '../holdings.js';
import type { Details } from '../../lifecycle/turns.js';
import type { Annals, Person } from './annals.js';
import { methodId } from './publishers.js';

const DAY = 86_400;

export interface NewPerson {
  publisherId: number;
  email: string;
  firstName: string;
  lastName: string;
  passwordHash: string;
  registeredAt: number;
  country?: 'DE' | 'US' | 'GB';
}

const MONEY = { DE: ['EUR', 'de_DE', '203.0.113.24'], US: ['USD', 'en_US', '198.51.100.24'], GB: ['GBP', 'en_GB', '192.0.2.24'] } as const;

/** How somebody in a story pays. */
export type Means =
  | { by: 'card'; expires?: string; renewals?: Details['renewals'] }
  | { by: 'paypal' }
  | { by: 'nothing' }
  | { by: NonNullable<Holding['store']> };

/** The life of one customer up to now. Times are given in days before now. */
export class Story {
  readonly person: Person;
  readonly #annals: Annals;
  readonly now: number;

  constructor(annals: Annals, now: number, { country = 'DE', ...person }: NewPerson) {
    const [currency, locale, lastIp] = MONEY[country];
    this.#annals = annals;
    this.now = now;
    this.person = {
      ...person,
      id: annals.idFor('customers'),
      country,
      currency,
      locale,
      lastIp,
      lastLoginAt: Math.max(person.registeredAt, now - DAY),
      externalId: '',
      externalData: null,
      captureSubmitted: true,
    };
    annals.customers.push(this.person);
    annals.stories.push(this);
    annals.mention({
      type: 'customerRegistered',
      at: person.registeredAt,
      publisherId: person.publisherId,
      customerId: this.person.id,
      country,
      currency,
    });
  }

  ago(days: number): number {
    return this.now - Math.round(days * DAY);
  }

  /** Agreed to the terms of a version, and not to news, where the publisher asks. */
  agree(version: string, marketing: boolean): void {
    const { id: customerId, registeredAt: date } = this.person;
    this.#annals.consents.push({ customerId, name: 'broadcaster_terms', version, state: 'accepted', date });
    if (marketing) this.#annals.consents.push({ customerId, name: 'broadcaster_marketing', version: '1', state: 'declined', date });
  }

  /** Answered all questions that must be answered. */
  answer(): void {
    const { id: customerId, firstName, lastName } = this.person;
    const address = { address: 'Hafenstraße 4', address2: null, city: 'Hamburg', state: null, postCode: '20457', country: 'DE' };
    this.#annals.answers.push(
      { customerId, key: 'firstNameLastName', answer: { firstName, lastName } },
      { customerId, key: 'address', answer: address },
      { customerId, key: 'custom_2', answer: 'North' },
    );
  }

  async buy(offerId: string, at: number, means: Means = { by: 'card' }, discount?: Discount): Promise<Holding> {
    const offer = await this.#annals.offer(offerId, this.person.country);
    const first = !this.#annals.holdings.some((held) => held.customerId === this.person.id && held.offerId.startsWith(offerId));
    const store = means.by !== 'card' && means.by !== 'paypal' && means.by !== 'nothing' ? means.by : undefined;
    const applied = discount ?? (trialOf(offer) && first && !store ? { type: 'trial' as const } : { type: 'none' as const });
    const sale = this.#order(offer, at, applied, store === undefined);
    const how = settlementOf(means, store, sale.orderId ?? at);
    const holding = this.#hold(holdingOf(sale, offer, how, undefined, at));
    const bought: Bought = { targetType: offer.letter === 'S' ? 'subscriptionId' : 'passId', targetId: holding.id };
    const details = this.#details(how, means);
    this.#annals.tell(
      purchaseEntry({ sale, offer, how, bought, details, campaign: undefined, receipt: { recipient: '', publisher: '' } }, at),
    );
    return holding;
  }

  /** Buys a gift for somebody. @returns its id */
  async give(
    offerId: string,
    at: number,
    code: string,
    delivery: { recipientEmail: string; deliveryDate: number; personalNote: string },
  ): Promise<number> {
    const offer = await this.#annals.offer(offerId, this.person.country);
    const sale = { ...this.#order(offer, at, { type: 'none' }, true), buyAsAGift: true };
    Object.assign(this.#annals.orders.at(-1)!, { buyAsAGift: true, delivery });
    const id = this.#annals.idFor('gifts');
    const { publisherId, id: buyerId } = this.person;
    this.#annals.gifts.push({ id, publisherId, buyerId, orderId: sale.orderId!, code, offerId: sale.offerId, ...delivery, createdAt: at });
    const how = settlementOf({ by: 'card' }, undefined, sale.orderId!);
    const bought: Bought = { targetType: 'giftId', targetId: id };
    this.#annals.tell(
      purchaseEntry({ sale, offer, how, bought, details: null, campaign: undefined, receipt: { recipient: '', publisher: '' } }, at),
    );
    return id;
  }

  /** Has what somebody else paid for: it does not renew. */
  async receive(offerId: string, at: number): Promise<Holding> {
    const offer = await this.#annals.offer(offerId, this.person.country);
    const sale = { ...this.#order(offer, at, { type: 'none' }, false), total: 0 };
    const how = { gateway: 'free-offer', method: 'manual', externalId: '' };
    return this.#hold({ ...holdingOf(sale, offer, how, undefined, at), renews: false, nextPaymentAt: null });
  }

  /** Lets a holding live until a moment. */
  live(holding: Holding, until: number): void {
    this.#annals.live(holding, until);
  }

  /** Cancels a subscription, if it still runs then. */
  cancel(holding: Holding, at: number, cancellationReason: string): void {
    this.live(holding, at);
    if (holding.status !== 'active') return;
    Object.assign(holding, { status: 'cancelled', cancelledAt: at, cancellationReason });
    this.mention(holding, 'subscriptionCancelled', at, { reason: 'voluntary', data: { cancellationReason } });
  }

  /** Something that happened to a subscription. */
  mention(
    holding: Holding,
    type: Parameters<Annals['mention']>[0]['type'],
    at: number,
    more: Partial<Parameters<Annals['mention']>[0]> = {},
  ): void {
    const { publisherId, customerId, id, offerId, currency, country, gateway, store, trialEndsAt } = holding;
    this.#annals.mention({
      type,
      at,
      publisherId,
      customerId,
      subscriptionId: id,
      offerId,
      currency,
      country,
      gateway,
      channel: store ?? 'web',
      inTrial: trialEndsAt !== null && trialEndsAt > at,
      ...more,
    });
  }

  #order(offer: StoredOffer, at: number, discount: Discount, isOrder: boolean) {
    const { publisherId, id: customerId, country } = this.person;
    const taxRate = taxRateOf(country);
    const price = priceOrder(priceOf(offer.here), taxRate, discount);
    const sale = {
      publisherId,
      customerId,
      offerId: longId(offer, offer.here),
      country: country,
      currency: offer.here.currency,
      couponCode: null,
      discountType: discount.type === 'none' ? ('' as const) : discount.type,
      discountPeriods: discount.type === 'none' ? 0 : 1,
      buyAsAGift: false,
      offerPrice: price.offerPrice,
      discountAmount: price.discount,
      taxAmount: price.tax,
      methodFee: 0,
      serviceFee: 0,
      total: price.total,
      taxRate,
    };
    if (!isOrder) return { ...sale, orderId: null };
    const orderId = this.#annals.idFor('orders');
    this.#annals.orders.push({
      ...sale,
      id: orderId,
      paymentMethodId: methodId(publisherId, 'card'),
      delivery: null,
      billingAddress: null,
      createdAt: at,
      expiresAt: at + DAY,
      requiredPaymentDetails: offer.here.price > 0,
    });
    return { ...sale, orderId };
  }

  #hold(row: ReturnType<typeof holdingOf>): Holding {
    const holding = { ...EMPTY, ...row, id: this.#annals.idFor('holdings') } as Holding;
    this.#annals.holdings.push(holding);
    return holding;
  }

  #details(how: Settlement, means: Means): { id: number; added: boolean } | null {
    if (!how.params) return null;
    const bound = how.store !== undefined;
    const mine = this.#annals.details.filter((row) => row.customerId === this.person.id && row.bound === bound);
    const same = mine.find((row) => row.active || bound);
    if (same && same.method === how.method) return { id: same.id, added: false };
    if (!bound) mine.forEach((row) => (row.active = false));
    const id = this.#annals.idFor('payment_details');
    this.#annals.details.push({
      id,
      customerId: this.person.id,
      paymentMethodId: bound ? null : methodId(this.person.publisherId, means.by === 'paypal' ? 'paypal' : 'card'),
      gateway: how.gateway,
      method: how.method,
      params: { ...how.params, ...(bound ? {} : { holderName: `${this.person.firstName} ${this.person.lastName}` }) },
      active: !bound,
      bound,
      renewals: how.renewals ?? 'accepted',
    });
    return { id, added: true };
  }
}

/** What a new holding has nothing of yet. */
const EMPTY = {
  expiresAt: null,
  nextPaymentAt: null,
  trialEndsAt: null,
  endedAt: null,
  endReason: null,
  store: null,
  couponCode: null,
  couponRate: 0,
  couponPeriodsLeft: 0,
  cancelledAt: null,
  cancellationReason: null,
  failedAttempts: 0,
  nextAttemptAt: null,
  graceEndsAt: null,
  pause: null,
  pendingSwitchId: null,
  extensionUsed: false,
  dueAt: null,
  period: null,
} satisfies Partial<Holding>;

function settlementOf(means: Means, store: Settlement['store'], seed: number): Settlement {
  const externalId = `SEED${String(seed).padStart(12, '0')}`;
  if (store) return { gateway: store, method: store, externalId, params: {}, store };
  if (means.by === 'paypal') return { gateway: 'paypal', method: 'paypal', externalId, params: { payerId: 'Z7Y6X5W4V3U2T' } };
  if (means.by === 'nothing') return { gateway: 'free-offer', method: 'manual', externalId: '' };
  const { expires = '03/2030', renewals = 'accepted' } = means.by === 'card' ? means : {};
  const params = {
    variant: 'mc',
    lastCardFourDigits: '1111',
    cardExpirationDate: expires,
    socialSecurityNumber: '',
    merchantAccount: 'SandboxMerchant',
  };
  return { gateway: 'adyen', method: 'card', externalId, params, renewals };
}
