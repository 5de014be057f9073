/** Names of what is nobody's business: passwords, tokens, card blobs, what proves an authentication. */
const SECRET =
  /password|token|jwt|secret|encrypted|authorization|captcha|creq|pareq|^md$|sdkdata|clientdata|threeds|redirectresult|payload|paymentdata|^session$|receipt/i;
/** The same as a parameter of an address. */
const IN_ADDRESS = /([?&](?:token|ba_token|session|redirectResult|payload|resetPasswordToken|code)=)[^&#"\s]+/gi;
const MASK = '***';

/** A body with its secrets masked; `null` and booleans are none. */
export function mask(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(IN_ADDRESS, `$1${MASK}`);
  if (Array.isArray(value)) return value.map(mask);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, isSecret(key, inner) ? MASK : mask(inner)]));
}

const isSecret = (key: string, value: unknown) =>
  SECRET.test(key) && (typeof value === 'string' || typeof value === 'number') && value !== '';
