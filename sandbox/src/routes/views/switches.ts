import type { z } from '@hono/zod-openapi';
import type { Switch, SwitchAvailability, SwitchOption as Shown } from '../../contract/switches.js';
import type { Availability, StoredSwitch, SwitchOption } from '../../db/switches.js';
import { SWITCH_TEXTS } from '../../inferences.js';
import { toDecimal } from '../../rules/money.js';
import { periodName } from '../../rules/periods.js';
import type { SwitchReason } from '../../rules/switches.js';
import { symbolOf } from './offers.js';

const reasonView = (code: SwitchReason) => ({ code, message: SWITCH_TEXTS[code] });

export function switchOptionView({ offer, toOfferId, direction, algorithm, terms, reason }: SwitchOption): z.infer<typeof Shown> {
  const { currency } = offer.here;
  return {
    toOfferId,
    title: offer.here.title,
    switchDirection: direction,
    algorithm,
    price: toDecimal(terms.price, currency),
    currency,
    currencySymbol: symbolOf(currency),
    period: periodName(offer.letter, terms.period) ?? '',
    nextPaymentPrice: toDecimal(terms.nextPayment.total, currency),
    nextPaymentPriceCurrency: currency,
    nextPaymentPriceCurrencySymbol: symbolOf(currency),
    couponNotApplicable: terms.couponLost,
    ...(reason ? { reason: reasonView(reason) } : {}),
  };
}

export function availabilityView({ options, unavailableReason }: Availability): z.infer<typeof SwitchAvailability> {
  return {
    available: options.filter(({ reason }) => !reason).map(switchOptionView),
    unavailable: options.filter(({ reason }) => reason).map(switchOptionView),
    ...(unavailableReason ? { unavailableReason: reasonView(unavailableReason) } : {}),
  };
}

export function switchView(row: StoredSwitch): z.infer<typeof Switch> {
  const { id, customerId, direction, algorithm, fromOfferId, toOfferId, subscriptionId, status, createdAt, updatedAt } = row;
  return {
    id,
    customerId,
    direction,
    algorithm,
    fromOfferId,
    toOfferId,
    subscriptionId: String(subscriptionId),
    status,
    createdAt,
    updatedAt,
  };
}
