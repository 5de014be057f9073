import { common } from './en/common.js';
import { login } from './en/login.js';
import { loginAside } from './en/login-aside.js';
import { passwords } from './en/passwords.js';
import { strength } from './en/strength.js';
import { register } from './en/register.js';
import { registerAside } from './en/register-aside.js';
import { consents } from './en/consents.js';
import { capture } from './en/capture.js';
import { captureForm } from './en/capture-form.js';
import { checkout } from './en/checkout.js';
import { gift } from './en/gift.js';
import { redeem } from './en/redeem.js';
import { offers } from './en/offers.js';
import { paywall } from './en/paywall.js';
import { account } from './en/account.js';
import { accountSection } from './en/account-section.js';
import { accountPlan } from './en/account-plan.js';
import { accountPeriods } from './en/account-periods.js';
import { accountChange } from './en/account-change.js';
import { accountCancel } from './en/account-cancel.js';
import { accountCoupon } from './en/account-coupon.js';
import { accountPause } from './en/account-pause.js';
import { transactions } from './en/transactions.js';
import { methods } from './en/methods.js';
import { paymentDetails } from './en/payment-details.js';
import { profile } from './en/profile.js';
import type { Text } from './texts.js';

/**
 * Every text of the kit in English, by section. Elements import their own sections only, so that a page downloads what it shows.
 */
export const english = {
  common,
  login,
  loginAside,
  passwords,
  strength,
  register,
  registerAside,
  consents,
  capture,
  captureForm,
  checkout,
  gift,
  redeem,
  offers,
  paywall,
  account,
  accountSection,
  accountPlan,
  accountPeriods,
  accountChange,
  accountCancel,
  accountCoupon,
  accountPause,
  transactions,
  methods,
  paymentDetails,
  profile,
} as const;

type English = typeof english;

/** What a text is called, wherever it is shown. */
export type MessageKey = { [S in keyof English]: keyof English[S] & string }[keyof English];

/** A publisher's own words, by language and key; `de` is for `de-AT`, too. What is left out stays as it is. */
export type MessageOverrides = Readonly<Record<string, Readonly<Partial<Record<MessageKey, Text>>>>>;
