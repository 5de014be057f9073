/** What `<cleeng-profile>` can show. */
export const PROFILE_VIEWS = [
  'signed-out',
  'loading',
  'load-failed',
  'failed',
  'profile',
  'edit',
  'saving',
  'save-failed',
  'throttled',
  'confirm-sign-out',
] as const;
export type ProfileView = (typeof PROFILE_VIEWS)[number];

/** The parts of a profile, in their order. Each is saved by itself, and says by itself what came of it. */
export type ProfilePart = 'about' | 'email' | 'password' | 'address' | 'questions' | 'consents' | 'sign-out';
/** Those that are changed in a form. */
export type EditablePart = Extract<ProfilePart, 'about' | 'email' | 'address' | 'questions'>;
