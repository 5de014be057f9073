import { createHash } from 'node:crypto';

/** How long random secrets are stored: never as they are. They need no salt, for nobody can guess one. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
