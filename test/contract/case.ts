import type { TestedPlatform } from './platform.js';

/**
 * What a case asks of the platform: an unauthenticated read, which any host may be asked; something that is written there; or what only the
 * sandbox knows, such as its offers, its test cards and its addresses that stand for a refusal.
 */
export type Need = 'read' | 'write' | 'sandbox';

export interface Case {
  /** The operation it is about, by its id in the contract. */
  readonly operation: string;
  readonly says: string;
  readonly need: Need;
  readonly run: (platform: TestedPlatform) => Promise<void>;
}

type Cases = Readonly<Record<string, (platform: TestedPlatform) => Promise<void>>>;

/** The cases of an operation, by what they say. */
export const cases = (operation: string, need: Need, list: Cases): Case[] =>
  Object.entries(list).map(([says, run]) => ({ operation, says, need, run }));
