/** What the Drop-in has to do next. */
export interface AdyenAction {
  type: 'threeDS2' | 'redirect' | 'qrCode';
  [key: string]: string | Record<string, string>;
}

/** Padded base64 of JSON, the form in which 3-D Secure data travels. */
export const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');

/** Reads base64 or base64url of JSON; anything else is an empty object. */
export function decode(text: unknown): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(String(text), 'base64').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Adyen's results are full of characters that must be escaped in an address. So are these: the padding yields a plus and a slash. */
const RESULT = 'X6XtfGC3!';
const PADDING = '>?>?>?';

/** What comes back to the shop when an attempt ends elsewhere: `redirectResult`, or the `payload` of a QR code. */
export const resultOf = (sessionId: string): string => RESULT + encode({ session: sessionId, padding: PADDING });

/** The attempt a result names; empty for one that is not ours. */
export function sessionOf(result: string): string {
  const { session } = decode(result.startsWith(RESULT) ? result.slice(RESULT.length) : '');
  return typeof session === 'string' ? session : '';
}

/** A challenge of a session: everything the Drop-in needs to show the issuer's page. */
export function challengeAction(origin: string, sessionId: string): AdyenAction {
  return {
    type: 'threeDS2',
    subtype: 'challenge',
    paymentMethodType: 'scheme',
    authorisationToken: sessionId,
    token: encode({
      acsReferenceNumber: 'SANDBOX',
      acsTransID: sessionId,
      acsURL: `${origin}/sandbox/3ds/acs`,
      messageVersion: '2.2.0',
      threeDSNotificationURL: `${origin}/sandbox/3ds/challenge-notification`,
      threeDSServerTransID: sessionId,
    }),
  };
}

/** A silent look at the browser before the issuer decides. */
export function fingerprintAction(origin: string, sessionId: string): AdyenAction {
  return {
    type: 'threeDS2',
    subtype: 'fingerprint',
    paymentMethodType: 'scheme',
    paymentData: encode({ sessionId }),
    authorisationToken: sessionId,
    token: encode({
      threeDSMethodNotificationURL: `${origin}/sandbox/3ds/method-notification`,
      threeDSMethodUrl: `${origin}/sandbox/3ds/method`,
      threeDSServerTransID: sessionId,
    }),
  };
}

/** The way to the issuer's page: an address, or a form that is sent there. */
export function redirectAction(origin: string, sessionId: string, paymentMethodType: string, method: 'GET' | 'POST'): AdyenAction {
  const url = `${origin}/sandbox/redirect`;
  if (method === 'GET') return { type: 'redirect', method, paymentMethodType, url: `${url}?session=${sessionId}` };
  return { type: 'redirect', method, paymentMethodType, url, data: { MD: sessionId, PaReq: encode({ for: 'sandbox' }) } };
}

/** A code for the bank's app. The page asks for the outcome until there is one. */
export function qrCodeAction(origin: string, sessionId: string, paymentMethodType: string): AdyenAction {
  const url = `${origin}/sandbox/redirect?session=${sessionId}`;
  return { type: 'qrCode', paymentMethodType, paymentData: encode({ sessionId }), qrCodeData: encodeURIComponent(url), url };
}
