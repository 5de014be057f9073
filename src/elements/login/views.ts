/** What `<cleeng-login>` can show. */
export const LOGIN_VIEWS = [
  'form',
  'submitting',
  'failed',
  'throttled',
  'session-expired',
  'email-changed',
  'password-changed',
  'forgot',
  'forgot-sending',
  'forgot-failed',
  'forgot-throttled',
  'forgot-sent',
  'reset',
  'reset-saving',
  'reset-failed',
  'reset-throttled',
  'reset-expired',
  'register',
  'loading',
  'load-failed',
  'capture',
  'consents',
  'next-failed',
  'signed-in',
] as const;
export type LoginView = (typeof LOGIN_VIEWS)[number];

/** The forms a publisher can ask for. */
export type LoginForm = 'login' | 'forgot' | 'reset';

/** The views of forgotten and new passwords. */
export type PasswordView = Extract<LoginView, 'forgot' | 'reset' | `forgot-${string}` | `reset-${string}`>;

/** Something to tell above the login form. */
export type LoginNotice = Extract<LoginView, 'session-expired' | 'email-changed' | 'password-changed'>;

/** Views that show the login's own form. */
export const isLogin = (view: LoginView): boolean =>
  ['form', 'submitting', 'failed', 'throttled', 'session-expired', 'email-changed', 'password-changed'].includes(view);

/** Which form a view about passwords belongs to. */
export function passwordForm(view: LoginView): 'forgot' | 'reset' | undefined {
  if (view.startsWith('forgot')) return 'forgot';
  return view.startsWith('reset') ? 'reset' : undefined;
}
