import { CleengError } from '../api/errors.js';
import type { SessionTokens, Vault } from '../ports.js';
import { customerIdOf } from './jwt.js';

/** Tokens as they are held: whose they are, and when this device received them, in milliseconds of its own clock. */
export interface HeldTokens {
  readonly jwt: string;
  readonly refreshToken: string | undefined;
  readonly receivedAt: number;
  readonly customerId: string;
}

/** Where tokens are kept. It answers at once, or later where the publisher keeps them. */
export interface TokenStore {
  /** @param stale the JWT that has expired or is about to: whoever can should answer with a newer one */
  read(stale?: string): HeldTokens | undefined | Promise<HeldTokens | undefined>;
  /**
   * Keeps tokens, or none.
   * @param instead keeps them only if these are what is kept now
   * @returns whether it did; what is kept is never older than what it answers
   */
  write(tokens: HeldTokens | undefined, instead?: HeldTokens): boolean | Promise<boolean>;
  /** Tells what is kept after another tab has changed it. */
  watch(changed: (tokens: HeldTokens | undefined) => void): void;
}

/**
 * Tokens with what is known of them.
 * @throws {CleengError} when the JWT names no customer
 */
export function hold({ jwt, refreshToken }: SessionTokens, receivedAt: number): HeldTokens {
  const customerId = customerIdOf(jwt);
  if (!customerId) throw new CleengError('bad-answer', 'The token names no customer');
  return { jwt, refreshToken, receivedAt, customerId };
}

/** Tokens kept as text in the browser. What is not readable counts as nothing. */
export function vaultTokens(vault: Vault): TokenStore {
  const read = () => parse(vault.read());
  return {
    read,
    write(tokens, instead) {
      if (instead && read()?.jwt !== instead.jwt) return false;
      vault.write(tokens ? JSON.stringify({ ...tokens, customerId: undefined }) : null);
      return true;
    },
    watch: (changed) => vault.watch(() => changed(read())),
  };
}

function parse(text: string | null): HeldTokens | undefined {
  try {
    const { jwt, refreshToken, receivedAt } = JSON.parse(text ?? '') as Record<string, unknown>;
    return hold({ jwt: String(jwt), refreshToken: typeof refreshToken === 'string' ? refreshToken : undefined }, Number(receivedAt) || 0);
  } catch {
    return undefined;
  }
}
