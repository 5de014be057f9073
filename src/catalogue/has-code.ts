import { toCleengError, type ErrorCode } from '../api/errors.js';

/** Whether a call failed in one of these ways. */
export const hasCode = (thrown: unknown, ...codes: ErrorCode[]): boolean => codes.includes(toCleengError(thrown).code);
