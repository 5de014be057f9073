import type { TokenPair } from '../api/identity.js';
import type { Vault } from '../ports.js';
import { readClaims } from './jwt.js';

/** A token pair and when this device received it, in milliseconds of its own clock. */
export interface HeldTokens extends TokenPair {
  receivedAt: number;
}

/** What is stored, or `undefined` when nothing is, or nothing usable. */
export function readTokens(vault: Vault): HeldTokens | undefined {
  const text = vault.read();
  if (text === null) return undefined;
  try {
    const held = JSON.parse(text) as Partial<HeldTokens>;
    if (typeof held.jwt !== 'string' || typeof held.refreshToken !== 'string' || !readClaims(held.jwt)) return undefined;
    return { jwt: held.jwt, refreshToken: held.refreshToken, receivedAt: Number(held.receivedAt) || 0 };
  } catch {
    return undefined;
  }
}

export function writeTokens(vault: Vault, tokens: HeldTokens): void {
  vault.write(JSON.stringify(tokens));
}
