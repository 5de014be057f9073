import type { ReactiveControllerHost } from 'lit';
import { captchaToken } from '../../controllers/captcha.js';
import type { CleengError } from '../../controllers/error-text.js';
import type { Kit } from '../../controllers/kit.js';
import { placeOf } from '../../controllers/place.js';
import { signUp, type Place } from '../../session/sign-in.js';
import type { Typed } from './form.js';

/** Refusals that are about one field. */
const FIELD_OF: Readonly<Record<string, 'email' | 'password'>> = {
  'invalid-email': 'email',
  'email-unverifiable': 'email',
  'invalid-password': 'password',
  'password-weak': 'password',
};

/** Creates an account: finds out where the viewer is, asks for the captcha's token, registers. */
export class SignUp {
  /** The choice of a country, from the moment the platform could not tell where the viewer is. */
  country: typeof import('./country.js') | undefined;
  /** Why it could not. */
  placeError: CleengError | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** @throws {CleengError} */
  async run(kit: Kit, { email, password, firstName, lastName, country }: Typed, lang: string): Promise<void> {
    const place = this.country && country ? this.country.placeIn(country, lang) : await this.#find(kit);
    const captchaValue = await captchaToken(kit.config);
    await signUp(kit.session, {
      email,
      password,
      ...place,
      ...(firstName ? { firstName } : {}),
      ...(lastName ? { lastName } : {}),
      ...(captchaValue ? { captchaValue } : {}),
    });
  }

  /** Which field is to blame for a failure, if one is. */
  fieldOf(error: CleengError): string | undefined {
    return error === this.placeError ? 'country' : FIELD_OF[error.code];
  }

  async #find(kit: Kit): Promise<Place> {
    const resource = placeOf(kit);
    await (resource.state.status === 'failed' ? resource.refresh() : resource.load());
    if (resource.value) return resource.value;
    const { state } = resource;
    const error = state.status === 'failed' ? state.error : undefined;
    // Without a connection there is no choice to be had either: then the first failure speaks.
    this.country ??= await import('./country.js').catch(() => undefined);
    if (this.country) this.placeError = error;
    this.#host.requestUpdate();
    throw error ?? new Error('The place was not read');
  }
}
