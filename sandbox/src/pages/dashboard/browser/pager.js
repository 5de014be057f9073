// @ts-check
import { el } from './dom.js';
import { link } from './parts.js';
import { TEXTS } from './texts.js';

/** The way through a long list, newest first. @param {string | false} newer @param {string | false} older */
export const pager = (newer, older) =>
  (newer || older) &&
  el('nav', { class: 'pager', 'aria-label': TEXTS.pages }, newer && link(newer, TEXTS.previous), older && link(older, TEXTS.next));
