import { login } from './en/login.js';
import { loginAside } from './en/login-aside.js';
import { passwords } from './en/passwords.js';
import { register } from './en/register.js';
import { consents } from './en/consents.js';
import { registerAside } from './en/register-aside.js';
import { strength } from './en/strength.js';
import { capture } from './en/capture.js';
import { captureForm } from './en/capture-form.js';
import { checkout } from './en/checkout.js';
import { account } from './en/account.js';
import { accountSection } from './en/account-section.js';
import { transactions } from './en/transactions.js';
import { paymentDetails } from './en/payment-details.js';
import { profile } from './en/profile.js';
import { offers } from './en/offers.js';
import { paywall } from './en/paywall.js';

/** Every text of the kit, in English. Elements import their own area only, so that a page downloads what it shows. */
export const messages = {
  ...login,
  ...loginAside,
  ...passwords,
  ...strength,
  ...register,
  ...registerAside,
  ...capture,
  ...captureForm,
  ...consents,
  ...checkout,
  ...account,
  ...accountSection,
  ...transactions,
  ...paymentDetails,
  ...profile,
  ...offers,
  ...paywall,
} as const;

export type MessageKey = keyof typeof messages;
