// @ts-check
/* Which page an address shows. */
import { keysPage } from './keys.js';
import { startPage } from './start.js';
import { TEXTS } from './texts.js';

/** @type {readonly (readonly [RegExp, (view: import('./app.js').View) => Promise<Node>])[]} */
export const PAGES = [
  [/^$/, startPage],
  [/^keys$/, keysPage],
];

/** The ways from the side. */
export const NAVIGATION = /** @type {const} */ ([
  ['', TEXTS.start.title],
  ['keys', TEXTS.keys.title],
]);
