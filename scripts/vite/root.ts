import { fileURLToPath } from 'node:url';

/** A path of this repository, from wherever a script was started. */
export const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
