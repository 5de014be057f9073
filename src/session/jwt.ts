/** What the kit reads in a customer's JWT. It only decodes: whether the token is genuine is the platform's business. */
export interface Claims {
  customerId: string;
  publisherId: string | undefined;
}

/** The claims of a token, or `undefined` when it is none of the platform's. */
export function readClaims(jwt: string): Claims | undefined {
  try {
    // What is read of it is digits, so that bytes are as good as characters.
    const payload = atob((jwt.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/'));
    const { customerId, publisherId } = JSON.parse(payload) as Record<string, unknown>;
    // Old tokens hold numbers as text (contract, 1.4).
    const id = (claim: unknown) => (/^\d+$/.test(String(claim)) ? String(claim) : undefined);
    const customer = id(customerId);
    return customer ? { customerId: customer, publisherId: id(publisherId) } : undefined;
  } catch {
    return undefined;
  }
}
