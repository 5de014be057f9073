import { invalidBody } from './refusal.js';

/** Most characters of a customer's external data (contract, 6.2). */
const LONGEST = 4000;

/** A publisher's own data about a customer. The platform documents JSON text, clients send objects: both are taken. */
export function parseExternalData(value: string | Record<string, unknown>): Record<string, unknown> {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const parsed = text.length > LONGEST ? undefined : parse(text);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw invalidBody('Invalid param externalData');
  return parsed as Record<string, unknown>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
