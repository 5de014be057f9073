import { CleengError } from '../api/errors.js';
import type { ResolvedConfig } from '../config.js';

/**
 * A token of the publisher's captcha; `undefined` when none is configured.
 * @throws {CleengError} `captcha` when there was no token to be had
 */
export async function captchaToken({ captcha }: ResolvedConfig): Promise<string | undefined> {
  if (!captcha) return undefined;
  try {
    if (typeof captcha === 'function') return await captcha();
    const { recaptcha } = await import('./recaptcha.js');
    return await recaptcha(captcha.recaptchaKey);
  } catch (cause) {
    throw new CleengError('captcha', 'The captcha gave no token', { cause });
  }
}
