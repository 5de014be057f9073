import type { PaymentProblemView } from 'cleeng-elements';
import type { Story } from './story.js';

const attributes = { 'payment-url': '/#/account' };

export const paymentProblem = {
  none: { as: 'viewer@example.com', attributes },
  problem: { as: 'grace@example.com', attributes },
  'days-left': { view: 'problem', as: 'grace@example.com', attributes: { ...attributes, 'grace-days': '14' } },
  'last-day': { view: 'problem', as: 'authentication@example.com', attributes: { ...attributes, 'grace-days': '1' } },
} satisfies Record<PaymentProblemView, Story> & Record<string, Story>;
