// @ts-check
/* A form: fields, one button, and one visible outcome. */
import { el } from './dom.js';
import { readAll } from './fields.js';
import { action, outcome } from './parts.js';

/**
 * @param {object} options
 * @param {string} options.label for those who do not see where it is
 * @param {Record<string, import('./fields.js').Field<any>>} options.fields
 * @param {string} options.submit
 * @param {(values: any, form: HTMLFormElement) => Promise<string | void>} options.save what to say when it is done
 * @param {boolean} [options.inline] for a field or two, beside the button
 */
export function form({ label, fields, submit, save, inline = false }) {
  const told = outcome();
  const done = action(submit, () => save(readAll(fields), node), { told, primary: true, type: 'submit' });
  const parts = Object.values(fields).map((field) => field.node);
  const node = /** @type {HTMLFormElement} */ (
    el(
      'form',
      {
        'aria-label': label,
        onsubmit(/** @type {Event} */ event) {
          event.preventDefault();
          void done.run();
        },
      },
      inline ? el('div', { class: 'row' }, parts, done.node) : [parts, el('div', { class: 'row' }, done.node)],
      told.node,
    )
  );
  return node;
}
