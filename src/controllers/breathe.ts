import { browserTimers } from './browser-ports.js';

/** Lets the page breathe: what follows is a task of its own, and what a viewer has done meanwhile comes first. */
export const breathe = (): Promise<void> => new Promise((resolve) => void browserTimers.after(0, resolve));
