import type { RedemptionStatus } from 'cleeng-elements';
import { dueCapture } from './capture.js';
import { as, attributes, offerId, pay, type Fields } from './checkout-orders.js';
import { dueConsents } from './consents.js';
import { find, give, hold, refuse, type Rule, type Story } from './story.js';

const verification = /\/gifts\/verification\//;
const gifted = (fields: Fields) =>
  give('GET', verification, {
    redeemable: true,
    redeemMode: 'CREATE',
    redeemRefusalReason: null,
    extendedSubscriptionId: null,
    offerId,
    ...fields,
  });
const redeeming = (rules: Rule[], act?: Story['act'], code = '7KQX-24MD'): Story => ({
  as,
  attributes: { ...attributes, 'gift-code': code, 'support-url': '/' },
  rules,
  ...(act ? { act } : {}),
});
const refusedFor = (reason: string) => redeeming([gifted({ redeemable: false, redeemRefusalReason: reason })]);
const openRedeem = async (element: HTMLElement) => (await find<HTMLButtonElement>(element, 'button.redeem')).click();

/** Redeeming a gift. */
export const redeem = {
  'redeem-loading': redeeming([hold('GET', /\/capture\/status$/)]),
  'redeem-identify': { attributes: { ...attributes, 'gift-code': '7KQX-24MD' } },
  'redeem-capture': redeeming([give('GET', /\/capture\/status$/, dueCapture)]),
  'redeem-consents': redeeming([give('GET', /\/customers\/\d+\/consents$/, { consents: dueConsents })]),
  'redeem-code': { as, attributes, act: openRedeem },
  'redeem-code.unknown': redeeming([refuse('GET', verification, 404, 'Gift with id 7KQX-24MD not found')]),
  'redeem-code.failed': redeeming([refuse('GET', verification, 500, 'Internal Server Error', 'S0001')]),
  'redeem-checking': redeeming([hold('GET', verification)]),
  'redeem-refused': refusedFor('REDEEMED'),
  'redeem-refused.external': refusedFor('EXTERNALLY_MANAGED_SUBSCRIPTION'),
  'redeem-refused.inactive': refusedFor('INACTIVE_OFFER'),
  'redeem-refused.offer-country': refusedFor('OFFER_GEO_RESTRICTED'),
  'redeem-refused.publisher-country': refusedFor('PUBLISHER_GEO_RESTRICTED'),
  'redeem-refused.renewing': refusedFor('RECURRING_PROCESS_ALREADY_STARTED'),
  'redeem-refused.several': refusedFor('MORE_THAN_ONE_MATCHING_SUBSCRIPTION'),
  'redeem-verified': redeeming([gifted({})]),
  'redeem-verified.extend': redeeming([gifted({ redeemMode: 'EXTEND', extendedSubscriptionId: 1 })]),
  'redeem-redeeming': redeeming([gifted({}), hold('POST', /\/gifts\/redeem\//)], pay),
  'redeem-redeemed': redeeming(
    [gifted({}), give('POST', /\/gifts\/redeem\//, {}), give('GET', /\/entitlements\//, { accessGranted: true, expiresAt: 1_924_902_000 })],
    pay,
  ),
} satisfies Record<`redeem-${RedemptionStatus}`, Story> & Record<string, Story>;
