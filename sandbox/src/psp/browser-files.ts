import { readFileSync } from 'node:fs';

/** Reads a browser script that lies beside the code that serves it. */
export const browserFile = (base: string, name: string): string => readFileSync(new URL(`./browser/${name}`, base), 'utf8');
