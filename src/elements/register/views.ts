/** What `<cleeng-register>` can show. */
export const REGISTER_VIEWS = [
  'loading',
  'consents-failed',
  'form',
  'submitting',
  'failed',
  'customer-exists',
  'country',
  'throttled',
  'saving',
  'consents-not-saved',
  'opening',
  'open-failed',
  'login',
  'capture',
  'consents',
  'next-failed',
  'signed-in',
] as const;
export type RegisterView = (typeof REGISTER_VIEWS)[number];

/** Views that show the registration's own form. */
export const isRegister = (view: RegisterView): boolean =>
  ['loading', 'consents-failed', 'form', 'submitting', 'failed', 'customer-exists', 'country', 'throttled'].includes(view);
