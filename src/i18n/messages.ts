import { login } from './en/login.js';
import { register } from './en/register.js';
import { capture } from './en/capture.js';
import { checkout } from './en/checkout.js';
import { account } from './en/account.js';
import { offers } from './en/offers.js';
import { paywall } from './en/paywall.js';

/** Every text of the kit, in English. Elements import their own area only, so that a page downloads what it shows. */
export const messages = { ...login, ...register, ...capture, ...checkout, ...account, ...offers, ...paywall } as const;

export type MessageKey = keyof typeof messages;
