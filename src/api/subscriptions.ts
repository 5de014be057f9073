import type { Client } from './client.js';
import type { components } from './contract.js';

export type ApiSwitchOption = components['schemas']['SwitchOption'];
export type ApiSwitchAvailability = components['schemas']['SwitchAvailability'];
export type ApiSwitch = components['schemas']['Switch'];
export type ApiRetentionAction = components['schemas']['RetentionAction'];

/** Puts a coupon on a subscription, for its next payments. */
export const putCoupon = (client: Client, customerId: string, subscriptionId: number, couponCode: string) =>
  client('patch', '/customers/{customerId}/subscriptions/{subscriptionId}', {
    params: { customerId, subscriptionId },
    body: { couponCode },
  });

/** Pauses from the end of the period, for some billing cycles. */
export const postPause = (client: Client, subscriptionId: number, resumesAfterBillingCycles: number) =>
  client('post', '/subscriptions/{subscriptionId}/pause', {
    params: { subscriptionId },
    body: { pauseDate: 'anniversary-date', resumesAfterBillingCycles },
  });

/** Ends a pause before its time, or drops one that has not begun. */
export const postResume = (client: Client, subscriptionId: number) =>
  client('post', '/subscriptions/{subscriptionId}/resume', { params: { subscriptionId } });

/** What the publisher offers somebody who is about to cancel. */
export const getRetentionAction = (client: Client, offerId: string, signal?: AbortSignal): Promise<ApiRetentionAction> =>
  client('get', '/customers/retention_actions/{offerId}', { params: { offerId }, signal });

/** Takes the free extension. */
export const postRetentionAction = (client: Client, offerId: string) =>
  client('post', '/customers/retention_actions', { body: { offerId } });

export const getSwitchAvailability = (
  client: Client,
  customerId: string,
  offerId: string,
  signal?: AbortSignal,
): Promise<ApiSwitchAvailability> =>
  client('get', '/customers/{customerId}/subscription_switches/{offerId}/availability', { params: { customerId, offerId }, signal });

export const postSwitch = (
  client: Client,
  customerId: string,
  offerId: string,
  body: { toOfferId: string; switchDirection: ApiSwitchOption['switchDirection'] },
): Promise<ApiSwitch> =>
  client('post', '/customers/{customerId}/subscription_switches/{offerId}', { params: { customerId, offerId }, body });

export const getSwitch = (client: Client, switchId: string, signal?: AbortSignal): Promise<ApiSwitch> =>
  client('get', '/subscription_switches/{switchId}', { params: { switchId }, signal });

/** All changes of plan that a customer has asked for, newest first. */
export const listSwitches = (client: Client, signal?: AbortSignal): Promise<ApiSwitch[]> =>
  client('get', '/subscription_switches', { signal });

export const patchSwitch = (client: Client, switchId: string): Promise<ApiSwitch> =>
  client('patch', '/subscription_switches/{switchId}', { params: { switchId }, body: { status: 'cancelled' } });
