/** What a JWT of the platform claims; old ones hold numbers as text (contract, 1.4). */
export interface Claims {
  readonly customerId?: number | string;
  readonly publisherId?: number | string;
}

/** Only decoded: whether a token is genuine is the platform's business. Throws on what is no JWT, and proves nothing of what is one. */
export function readClaims(jwt: string): Claims {
  // What is read of it is digits, so that bytes are as good as characters.
  return JSON.parse(atob(jwt.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/'))) as Claims;
}

/** The customer a JWT names; `undefined` when it is none of the platform's. */
export function customerIdOf(jwt: string): string | undefined {
  try {
    return /^\d+$/.exec(String(readClaims(jwt).customerId))?.[0];
  } catch {
    return undefined;
  }
}
