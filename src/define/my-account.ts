import { CleengMyAccount } from '../elements/my-account/my-account.js';
import { define } from './registry.js';

CleengMyAccount.nestable = {
  login: () => import('./login.js'),
  register: () => import('./register.js'),
  plan: () => import('./plan.js'),
  payment: () => import('./payment-details.js'),
  purchases: () => import('./transactions.js'),
  profile: () => import('./profile.js'),
};
define('cleeng-my-account', CleengMyAccount);

declare global {
  interface HTMLElementTagNameMap {
    'cleeng-my-account': CleengMyAccount;
  }
}
