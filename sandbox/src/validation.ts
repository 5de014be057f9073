import type { Hook } from '@hono/zod-openapi';
import type { Env } from 'hono';
import { Refusal } from './refusal.js';

type Issue = { path: PropertyKey[]; message: string; code: string };

/** Texts that clients look for (contract, 1.6), by field. */
const TEXTS: Readonly<Record<string, string>> = {
  email: 'Please enter a valid e-mail address',
  password: 'Invalid param password',
  refreshToken: 'Missing or invalid parameter refreshToken',
};

const CODES: Readonly<Record<string, string>> = { json: 'REQ0001', query: 'REQ0002', param: 'REQ0003' };

/** What does not fit the contract is refused with the documented code, and a text that names every field that is wrong. */
export const refuseInvalid: Hook<unknown, Env, string, unknown> = (result) => {
  if (result.success) return;
  const issues = result.error.issues as Issue[];
  const texts = issues.map(({ path, code, message }) => {
    const name = String(path[0] ?? '');
    if (code === 'custom') return message;
    return TEXTS[name] ?? `Invalid param ${path.map(String).join('.') || 'body'}`;
  });
  throw new Refusal(400, [...new Set(texts)].join('; '), CODES[result.target] ?? 'REQ0001');
};
