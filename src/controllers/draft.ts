import type { Kit } from './kit.js';

/** What the forms of a page know of each other. It never outlives the page. */
export interface Draft {
  /** The address a viewer typed into one form, so that the next one does not ask for it again; gone with a login. */
  email: string;
  /** The element that logs somebody in or registers them: it alone sees to what comes after. */
  by: Element | undefined;
}

export const draftOf = (kit: Kit): Draft => kit.store('draft', (): Draft => ({ email: '', by: undefined }));

/** Whether an element may see to what comes after a login: if it was its own, or nobody's on this page. */
export function isMine(kit: Kit, element: Element): boolean {
  const { by } = draftOf(kit);
  return !by?.isConnected || by === element;
}
