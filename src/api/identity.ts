import type { Client } from './client.js';

/** What the platform hands out when somebody registers or logs in. */
export interface TokenPair {
  jwt: string;
  refreshToken: string;
}

export interface Credentials {
  email: string;
  password: string;
}

/** Country, currency and language the platform guesses from the viewer's address. */
export interface Place {
  country: string;
  currency: string;
  locale: string;
}

/** What somebody registers with, besides their credentials. */
export interface Registration extends Credentials, Place {
  firstName?: string;
  lastName?: string;
  captchaValue?: string;
}

export const login = (client: Client, publisherId: string, credentials: Credentials): Promise<TokenPair> =>
  client('post', '/auths', { body: { ...credentials, publisherId } });

export const register = (client: Client, publisherId: string, registration: Registration): Promise<TokenPair> =>
  client('post', '/customers', { body: { ...registration, publisherId } });

export const refreshTokens = (client: Client, refreshToken: string): Promise<TokenPair> =>
  client('post', '/auths/refresh_token', { body: { refreshToken } });
