import type { Vault } from '../ports.js';
import { browserVault } from './browser-tokens.js';
import type { Kit } from './kit.js';

/** A login or registration whose viewer has something left to do before they go on. */
export interface Unfinished {
  readonly customerId: string;
}

/** Where the tab remembers the one of an element, by its tag. */
export const unfinishedIn = (kit: Kit, tag: string): Vault =>
  kit.store(`steps/${tag}`, () => browserVault('session', `cleeng.steps.${tag}.${kit.config.publisherId}@${kit.config.apiBase}`));

/** Whether this customer has one there. */
export function isUnfinished(kit: Kit, tag: string, customerId: string): boolean {
  try {
    return (JSON.parse(unfinishedIn(kit, tag).read() ?? 'null') as Unfinished | null)?.customerId === customerId;
  } catch {
    return false;
  }
}
