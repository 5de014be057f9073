// @ts-check
/* Where somebody begins: what to put on a page, and what to do next. */
import { el } from './dom.js';
import { facts, heading, link } from './parts.js';
import { NEXT_STEPS, TEXTS } from './texts.js';

const T = TEXTS.start;

/** @param {import('./app.js').View} view */
export const startPage = async ({ session }) =>
  el(
    'div',
    {},
    heading(session.publisher.name),
    facts([
      [T.publisherId, el('code', {}, session.publisher.id)],
      [T.elements, el('code', {}, `publisher-id="${session.publisher.id}" api-base="${location.origin}" psp-base="${location.origin}"`)],
      [T.server, el('code', {}, `${location.origin}/3.1`)],
    ]),
    el('h2', {}, T.next),
    el(
      'ul',
      {},
      NEXT_STEPS.map(([href, label, why]) => el('li', {}, link(href, label), `: ${why}`)),
    ),
  );
