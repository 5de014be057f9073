import { refusals } from './refusal.js';

/**
 * Asks for a captcha where the publisher wants one. Every value passes but `bad`.
 * @throws {Refusal} CPT0001 when it is missing, CPT0002 when it is wrong (contract, 1.6)
 */
export function requireCaptcha(publisher: { captchaRequired: boolean }, value: string | undefined): void {
  if (!publisher.captchaRequired) return;
  if (!value) throw refusals.captchaMissing();
  if (value === 'bad') throw refusals.captchaFailed();
}
