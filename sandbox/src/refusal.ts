import { HTTPException } from 'hono/http-exception';
import { NOT_FOUND, REFUSED } from './inferences.js';

/** The platform says no: a status, the text, and its machine code where it has one. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly status: 400 | 401 | 404 | 413 | 422 | 429 | 500,
    text: string,
    readonly code?: string,
  ) {
    super(text);
  }
}

/** A refusal for a reason of the business: the request was understood. */
export const refuse = (text: string, code?: string) => new Refusal(REFUSED, text, code);
/** There is no such thing, or it is not this customer's: the difference is nobody's business. */
export const notFound = (thing: string, id: number | string) => new Refusal(NOT_FOUND, `${thing} with id ${id} not found`);
/** The request is not of the documented form. */
export const invalidBody = (text: string) => new Refusal(400, text, 'REQ0001');

/** The platform's refusals with a code of their own (contract, 1.6). */
export const refusals = {
  missingJwt: () => new Refusal(401, 'Missing required JWT', 'AUTH0001'),
  invalidJwt: () => new Refusal(401, 'Invalid JWT token', 'AUTH0002'),
  expiredJwt: () => new Refusal(401, 'JWT token expired', 'AUTH0003'),
  missingPublisherToken: () => new Refusal(401, 'Missing publisher token'),
  invalidPublisherToken: () => new Refusal(401, 'Invalid publisher token'),
  notSignedIn: () => new Refusal(401, 'Nobody is signed in'),
  foreignPage: () => new Refusal(401, 'The request comes from another page'),
  wrongCredentials: () => new Refusal(401, 'Wrong email or password', 'USER0001'),
  customerExists: () => new Refusal(422, 'Customer already exists', 'USER0002'),
  foreignCustomer: () => new Refusal(422, 'Customer is not associated with this publisher', 'USER0003'),
  emailUnverifiable: () => new Refusal(400, 'Email verification failed.', 'REQ0001'),
  captchaMissing: () => new Refusal(429, 'Google reCAPTCHA verification required!', 'CPT0001'),
  captchaFailed: () => new Refusal(429, 'Google reCAPTCHA verification failed!', 'CPT0002'),
  deadRefreshToken: () => new Refusal(401, 'Refresh token is expired or does not exist', 'AUTH0003'),
  deadResetToken: () => new Refusal(422, 'resetPasswordToken is not valid or has expired'),
  unknownPublisher: () => new Refusal(400, 'Invalid param publisherId', 'REQ0003'),
  orderNotFound: (id: number | string) => notFound('Order', id),
  unknownOffer: (id: string) => refuse(`Offer ${id} doesn't exist`),
  inactiveOffer: () => refuse('Offer is inactive'),
  blockedOffer: (country: string) => refuse(`Offer is blocked for country ${country}`),
  deliveryMissing: () => refuse('Order needs deliveryDetails: a gift is sent to somebody'),
  accessGranted: () => refuse('Access already granted'),
  unknownSubscription: (id: number | string) => refuse(`Subscription ${id} not found`),
  externallyManaged: () => refuse('Subscription is externally managed'),
  tooLarge: () => new Refusal(413, 'The request body is too large', 'REQ0001'),
  /** The gateway in front of the platform: no code, `message` only. */
  tooManyRequests: () => new Refusal(429, 'Too Many Requests'),
};

/** What an error is to the one who asked. What nobody foresaw is written to the console. */
export function refusalFor(error: Error): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof HTTPException) return new Refusal(400, 'Invalid request body', 'REQ0001');
  if (isDataException(error.cause)) return new Refusal(400, 'Invalid request: a value cannot be stored', 'REQ0001');
  console.error(error);
  return new Refusal(500, 'Internal Server Error', 'S0001');
}

/** PostgreSQL's class 22: a number out of range, a text of a wrong form. */
const isDataException = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string' && cause.code.startsWith('22');
