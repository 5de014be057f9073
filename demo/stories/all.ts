import { capture } from './capture.js';
import { consents } from './consents.js';
import { checkout } from './checkout.js';
import { login } from './login.js';
import { myAccount } from './my-account.js';
import { offers } from './offers.js';
import { paymentProblem } from './payment-problem.js';
import { paymentDetails } from './payment-details.js';
import { paywall } from './paywall.js';
import { plan } from './plan.js';
import { profile } from './profile.js';
import { register } from './register.js';
import type { Story } from './story.js';
import { transactions } from './transactions.js';

/** Every story, by element and by state; the states are those of the elements' own unions, some of them in several forms. */
export const stories: Readonly<Record<string, Readonly<Record<string, Story>>>> = {
  'cleeng-login': login,
  'cleeng-register': register,
  'cleeng-capture': capture,
  'cleeng-consents': consents,
  'cleeng-checkout': checkout,
  'cleeng-my-account': myAccount,
  'cleeng-plan': plan,
  'cleeng-payment-problem': paymentProblem,
  'cleeng-offers': offers,
  'cleeng-paywall': paywall,
  'cleeng-transactions': transactions,
  'cleeng-payment-details': paymentDetails,
  'cleeng-profile': profile,
};
