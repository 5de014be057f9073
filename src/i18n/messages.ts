import { login } from './en/login.js';
import { passwords } from './en/passwords.js';
import { register } from './en/register.js';
import { consents } from './en/consents.js';
import { capture } from './en/capture.js';
import { checkout } from './en/checkout.js';
import { account } from './en/account.js';

/** Every text of the kit, in English. Elements import their own area only, so that a page downloads what it shows. */
export const messages = { ...login, ...passwords, ...register, ...capture, ...consents, ...checkout, ...account } as const;

export type MessageKey = keyof typeof messages;
