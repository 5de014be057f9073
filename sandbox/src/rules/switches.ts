import type { SWITCH_TEXTS } from '../inferences.js';
import { shareOf } from './money.js';
import { addPeriod, SEASON_END, type Period } from './periods.js';
import type { Breakdown } from './pricing.js';

export const ALGORITHMS = [
  'IMMEDIATE_WITHOUT_PRORATION',
  'IMMEDIATE_AND_CHARGE_WITHOUT_PRORATION',
  'IMMEDIATE_AND_CHARGE_FULL_PRICE',
  'IMMEDIATE_AND_CHARGE_WITH_REFUND',
  'IMMEDIATE_AND_CHARGE_WITH_FULL_REFUND',
  'IMMEDIATE_WITH_TIME_PRORATION',
  'IMMEDIATE_AND_CHARGE_WITH_TIME_PRORATION',
  'DEFERRED',
] as const;

export type SwitchAlgorithm = (typeof ALGORITHMS)[number];
export type SwitchReason = keyof typeof SWITCH_TEXTS;

/** The subscription that is left, as it stands when the switch takes effect. */
export interface Leaving {
  periodStartedAt: number;
  expiresAt: number;
  /** What was paid for the period that runs, gross. */
  periodPaid: number;
}

/** The plan that is taken up, and what a period of it costs. */
export interface Taking {
  period: Period;
  /** With the coupon that is carried over, if there is one. */
  price: Breakdown;
  /** Without any coupon. */
  fullPrice: Breakdown;
}

/** What a switch does to money and dates. Amounts are gross, in the smallest unit. */
export interface SwitchOutcome {
  charge: Breakdown | null;
  refund: number;
  periodStartedAt: number;
  /** The next billing date. */
  expiresAt: number;
  /** What the new period is worth: the base of a later proration. */
  periodPaid: number;
}

/** The value of the time that is left of a period that was paid for. */
export function unusedValue({ periodStartedAt, expiresAt, periodPaid }: Leaving, now: number): number {
  const length = expiresAt - periodStartedAt;
  const left = Math.min(Math.max(expiresAt - now, 0), length);
  return length > 0 ? shareOf(periodPaid, left, length) : 0;
}

/**
 * How a switch is settled, to the cent (contract, 7.1). The sources tell two of the charges apart by their names only: here the "new price"
 * keeps a coupon that goes along, the "full price" does not.
 */
export function settleSwitch(algorithm: SwitchAlgorithm, from: Leaving, to: Taking, now: number): SwitchOutcome {
  const anew = (charge: Breakdown, refund = 0): SwitchOutcome => ({
    charge,
    refund,
    periodStartedAt: now,
    expiresAt: addPeriod(now, to.period),
    periodPaid: charge.total,
  });
  switch (algorithm) {
    case 'IMMEDIATE_WITHOUT_PRORATION':
      return { charge: null, refund: 0, ...from };
    case 'IMMEDIATE_AND_CHARGE_WITHOUT_PRORATION':
    case 'DEFERRED':
      return anew(to.price);
    case 'IMMEDIATE_AND_CHARGE_FULL_PRICE':
      return anew(to.fullPrice);
    case 'IMMEDIATE_AND_CHARGE_WITH_REFUND':
      return anew(to.price, unusedValue(from, now));
    case 'IMMEDIATE_AND_CHARGE_WITH_FULL_REFUND':
      return anew(to.price, from.periodPaid);
    case 'IMMEDIATE_WITH_TIME_PRORATION': {
      const value = unusedValue(from, now);
      return { charge: null, refund: 0, periodStartedAt: now, expiresAt: now + timeFor(value, to, now), periodPaid: value };
    }
    case 'IMMEDIATE_AND_CHARGE_WITH_TIME_PRORATION': {
      const value = unusedValue(from, now);
      const paidUntil = addPeriod(now, to.period);
      return { ...anew(to.price), expiresAt: paidUntil + timeFor(value, to, paidUntil), periodPaid: to.price.total + value };
    }
  }
}

/** How many seconds of the new plan an amount buys. */
const timeFor = (value: number, { period, fullPrice }: Taking, from: number): number =>
  shareOf(addPeriod(from, period) - from, value, fullPrice.total);

const PRORATES: readonly SwitchAlgorithm[] = [
  'IMMEDIATE_AND_CHARGE_WITH_REFUND',
  'IMMEDIATE_AND_CHARGE_WITH_FULL_REFUND',
  'IMMEDIATE_WITH_TIME_PRORATION',
  'IMMEDIATE_AND_CHARGE_WITH_TIME_PRORATION',
];

/** Whether what was paid for the running period plays a part. */
export const prorates = (algorithm: SwitchAlgorithm): boolean => PRORATES.includes(algorithm);

/** The subscription a customer wants to leave. */
export interface SwitchSource {
  gateway: string;
  /** The renewal is being charged, or was refused and is tried again. */
  renewing: boolean;
  /** Basis points a coupon takes off while it lasts; 0 without one. */
  couponRate: number;
  periodPaid: number;
  expiresAt: number;
  switching: boolean;
  hasPaymentDetails: boolean;
}

/** Only these gateways can switch (contract, 7.1). */
const GATEWAYS = new Set(['adyen', 'paypal']);

/** Why the whole subscription cannot switch now. */
export function sourceReason({ gateway, renewing, couponRate }: SwitchSource): SwitchReason | undefined {
  if (!GATEWAYS.has(gateway)) return 'PAYMENT_GATEWAY_NOT_SUPPORTED';
  if (renewing) return 'RECURRING_PROCESS_ALREADY_STARTED';
  // Nothing is paid while a coupon takes off everything: there is nothing to settle against.
  return couponRate >= 10_000 ? 'SUBSCRIPTION_WITH_COUPON_NOT_ALLOWED' : undefined;
}

export interface SwitchTarget {
  algorithm: SwitchAlgorithm;
  /** Sold in the country and the currency of the subscription. */
  soldHere: boolean;
  free: boolean;
  owned: boolean;
}

/** Why one plan cannot be switched to. */
export function targetReason(source: SwitchSource, target: SwitchTarget): SwitchReason | undefined {
  if (source.switching) return 'SWITCH_IN_PROGRESS';
  if (!target.soldHere) return 'TO_OFFER_COUNTRY_NOT_ALLOWED';
  if (target.owned) return 'ALREADY_HAS_ACCESS';
  if (target.free) return 'TO_FREE_OFFER_NOT_ALLOWED';
  if (!source.hasPaymentDetails) return 'MISSING_PAYMENT_DETAILS';
  if (!prorates(target.algorithm)) return undefined;
  if (source.couponRate > 0) return 'SUBSCRIPTION_WITH_COUPON_NOT_ALLOWED';
  // The length of a season is not known, and a trial has not been paid for.
  return source.periodPaid === 0 || source.expiresAt === SEASON_END ? 'MISSING_PAYMENT_FOR_PRORATION' : undefined;
}
