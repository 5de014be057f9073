import type { Session } from '../session/session.js';

/** Who looks at the catalogue: as much of the session as it takes to ask the platform for them. */
export type Viewer = Pick<Session, 'publisherId' | 'state' | 'guest' | 'customer' | 'subscribe'>;

/** The signed-in customer. */
export const customerIdOf = ({ state }: Viewer): string | undefined => ('customerId' in state ? state.customerId : undefined);
