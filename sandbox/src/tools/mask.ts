/** Names of what is nobody's business: passwords, tokens, card blobs, what proves an authentication. */
const SECRET =
  /password|token|jwt|secret|encrypted|authorization|captcha|creq|pareq|^md$|sdkdata|clientdata|threeds|redirectresult|payload|paymentdata|^session$|receipt|^(?:cvc|cvv)2?$|^(?:number|card_?number|pan|expiry(?:month|year|date)?)$/i;
/** The same as a parameter of an address. */
const IN_ADDRESS = /([?&](?:token|ba_token|session|redirectResult|payload|resetPasswordToken|code)=)[^&#"\s]+/gi;
/** A card's number, wherever it stands. */
const CARD_NUMBER = /\b\d(?:[ -]?\d){12,18}\b/g;
const MASK = '***';

/** A body with its secrets masked; `null`, booleans and what is empty are none. */
export function mask(value: unknown): unknown {
  return masked(value, false);
}

/** @param secret whether it stands under a secret name: then all in it is secret */
function masked(value: unknown, secret: boolean): unknown {
  if (typeof value === 'string') return secret && value ? MASK : value.replace(IN_ADDRESS, `$1${MASK}`).replace(CARD_NUMBER, MASK);
  if (typeof value === 'number') return secret ? MASK : value;
  if (Array.isArray(value)) return value.map((inner) => masked(inner, secret));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, masked(inner, secret || SECRET.test(key))]));
}
