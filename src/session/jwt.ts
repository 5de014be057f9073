/** What the kit reads in a customer's JWT. It only decodes: whether the token is genuine is the platform's business. */
export interface Claims {
  customerId: string;
}

/** The claims of a token, or `undefined` when it is none of the platform's. */
export function readClaims(jwt: string): Claims | undefined {
  try {
    const payload: unknown = JSON.parse(decodeBase64Url(jwt.split('.')[1] ?? ''));
    const id = (payload as { customerId?: unknown }).customerId;
    return typeof id === 'number' || typeof id === 'string' ? { customerId: String(id) } : undefined;
  } catch {
    return undefined;
  }
}

function decodeBase64Url(text: string): string {
  const bytes = Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}
