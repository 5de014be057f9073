import type { Kit } from './kit.js';

/** The e-mail address a viewer typed into one form, so that the next one does not ask for it again. It never outlives the page or a login. */
export const draftOf = (kit: Kit): { email: string } => kit.store('draft', () => ({ email: '' }));
