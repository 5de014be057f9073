import { common } from './common.js';

export const accountCoupon = {
  ...common,
  'coupon.heading': 'A coupon for {title}',
  'coupon.label': 'Coupon code',
  'coupon.apply': 'Use coupon',
  'coupon.working': 'Checking…',
  'coupon.back': 'Back',
  'coupon.done': 'The coupon counts from your next payment on, which is {amount} now.',
  'coupon.done-plain': 'The coupon counts from your next payment on.',
  'coupon.not-used': 'The coupon is not used.',
  'error.coupon-not-found': 'We do not know this code. Please check it.',
  'error.coupon-expired': 'This coupon has expired.',
  'error.coupon-not-applicable': 'This coupon is for another plan.',
  'error.coupon-not-for-subscription': 'This coupon is only for a new plan, not for one you have already.',
  'error.coupon-reserved': 'This coupon is kept for somebody else.',
  'error.coupon-applied': 'Your plan has this coupon already.',
  'error.coupon-used': 'This coupon has been used already.',
  'error.coupon-limit': 'This coupon has been used too often.',
  'error.coupon-invalid': 'This coupon cannot be used.',
  'error.externally-managed': 'This plan is managed by another store.',
} as const;
