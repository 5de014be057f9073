/** The platform says no: a status, the text, and its machine code where it has one. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly status: 400 | 401 | 404 | 422 | 429 | 500,
    text: string,
    readonly code?: string,
  ) {
    super(text);
  }
}

/** The platform's refusals with a code of their own (contract, 1.6). */
export const refusals = {
  missingJwt: () => new Refusal(401, 'Missing required JWT', 'AUTH0001'),
  invalidJwt: () => new Refusal(401, 'Invalid JWT token', 'AUTH0002'),
  expiredJwt: () => new Refusal(401, 'JWT token expired', 'AUTH0003'),
  wrongCredentials: () => new Refusal(401, 'Wrong email or password', 'USER0001'),
  customerExists: () => new Refusal(422, 'Customer already exists', 'USER0002'),
  foreignCustomer: () => new Refusal(422, 'Customer is not associated with this publisher', 'USER0003'),
  emailUnverifiable: () => new Refusal(400, 'Email verification failed.', 'REQ0001'),
  captchaFailed: () => new Refusal(429, 'Google reCAPTCHA verification failed!', 'CPT0002'),
  deadRefreshToken: () => new Refusal(401, 'Refresh token is expired or does not exist', 'AUTH0003'),
  deadResetToken: () => new Refusal(422, 'resetPasswordToken is not valid or has expired'),
  unknownPublisher: () => new Refusal(400, 'Invalid param publisherId', 'REQ0003'),
  orderNotFound: (id: number | string) => new Refusal(404, `Order with id ${id} not found`),
  /** The gateway in front of the platform: no code, `message` only. */
  tooManyRequests: () => new Refusal(429, 'Too Many Requests'),
};
