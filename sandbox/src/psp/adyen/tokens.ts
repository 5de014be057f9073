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

/** A challenge of a session: everything the Drop-in needs to show the issuer's page. */
export function challengeAction(origin: string, sessionId: string) {
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
export function fingerprintAction(origin: string, sessionId: string) {
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
