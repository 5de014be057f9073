import type { ErrorCode } from '../api/errors.js';

/** Whether a call failed in one of these ways. Told by the code, not the class: two copies of the kit on a page share one session. */
export const hasCode = (thrown: unknown, ...codes: ErrorCode[]): boolean =>
  thrown instanceof Error && 'code' in thrown && codes.some((code) => code === thrown.code);
