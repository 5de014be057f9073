import type { ApiGiftVerification } from '../api/gifts.js';
import { reference, type CleengError } from '../api/errors.js';
import type { Step } from '../session/steps.js';
import type { Offer } from './offer.js';
import type { Entitlement } from './state.js';

/** Why a gift cannot be redeemed by this viewer, now, here. */
export type RedeemRefusal = NonNullable<ApiGiftVerification['redeemRefusalReason']>;
/** A new subscription, or more time of the one the viewer has. */
export type RedeemMode = ApiGiftVerification['redeemMode'];

/** Where the redemption of a gift stands. One view per status. */
export type RedemptionState =
  | { readonly status: 'loading' }
  | { readonly status: 'identify'; readonly form: 'login' | 'register' }
  | { readonly status: 'capture' }
  | { readonly status: 'consents' }
  /** `unknown`: there is no gift with that code; `requestId` is the number under which the platform has said so. */
  | {
      readonly status: 'code';
      readonly code: string;
      readonly unknown: boolean;
      readonly requestId?: string;
      readonly error?: CleengError;
    }
  | { readonly status: 'checking'; readonly code: string }
  | { readonly status: 'refused'; readonly code: string; readonly reason: RedeemRefusal; readonly requestId?: string }
  | Verified<'verified'>
  | Verified<'redeeming'>
  | (Verified<'redeemed'> & { readonly entitlement: Entitlement });

interface Verified<S extends string> {
  readonly status: S;
  readonly code: string;
  readonly offerId: string;
  readonly mode: RedeemMode;
  readonly offer?: Offer;
  readonly error?: CleengError;
}

export type RedemptionStatus = RedemptionState['status'];

export const REDEMPTION_STATUSES = [
  'loading',
  'identify',
  'capture',
  'consents',
  'code',
  'checking',
  'refused',
  'verified',
  'redeeming',
  'redeemed',
] as const satisfies readonly RedemptionStatus[];

export type RedemptionEvent =
  | { readonly type: 'start' }
  | { readonly type: 'signed-out' }
  | { readonly type: 'switch-form'; readonly form: 'login' | 'register' }
  | { readonly type: 'ask'; readonly step: Step }
  | { readonly type: 'enter'; readonly code: string }
  | { readonly type: 'check'; readonly code: string }
  | { readonly type: 'unknown'; readonly requestId?: string }
  | { readonly type: 'refused'; readonly reason: RedeemRefusal; readonly requestId?: string }
  | { readonly type: 'verified'; readonly offerId: string; readonly mode: RedeemMode; readonly offer?: Offer }
  | { readonly type: 'redeem' }
  | { readonly type: 'failed'; readonly error: CleengError }
  | { readonly type: 'redeemed'; readonly entitlement: Entitlement };

/** The next state. What is redeemed is always the code that was verified: another one is verified first. */
export function redeemTransition(state: RedemptionState, event: RedemptionEvent): RedemptionState {
  switch (event.type) {
    case 'start':
      return { status: 'loading' };
    case 'signed-out':
      return { status: 'identify', form: 'login' };
    case 'switch-form':
      return state.status === 'identify' ? { ...state, form: event.form } : state;
    case 'ask':
      return { status: event.step };
    case 'enter':
      return state.status === 'redeeming' || state.status === 'redeemed' ? state : { status: 'code', code: event.code, unknown: false };
    case 'check':
      return state.status === 'redeeming' || state.status === 'redeemed' ? state : { status: 'checking', code: event.code };
    case 'unknown':
      return state.status === 'checking' ? { status: 'code', code: state.code, unknown: true, ...reference(event) } : state;
    case 'refused':
      return state.status === 'checking' || state.status === 'redeeming'
        ? { status: 'refused', code: state.code, reason: event.reason, ...reference(event) }
        : state;
    case 'verified': {
      if (state.status !== 'checking') return state;
      const { offerId, mode, offer } = event;
      return { status: 'verified', code: state.code, offerId, mode, ...(offer ? { offer } : {}) };
    }
    case 'redeem': {
      if (state.status !== 'verified') return state;
      const { code, offerId, mode, offer } = state;
      return { status: 'redeeming', code, offerId, mode, ...(offer ? { offer } : {}) };
    }
    case 'failed':
      if (state.status === 'redeeming') return { ...state, status: 'verified', error: event.error };
      if (state.status === 'checking' || state.status === 'loading') {
        return { status: 'code', code: 'code' in state ? state.code : '', unknown: false, error: event.error };
      }
      return state;
    case 'redeemed':
      return state.status === 'redeeming' ? { ...state, status: 'redeemed', entitlement: event.entitlement } : state;
  }
}
