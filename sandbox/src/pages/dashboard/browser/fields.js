// @ts-check
/* Fields: each is a node to show, and a way to read what somebody has put in. */
import { el, newId } from './dom.js';
import { fromField, toField } from './format.js';
import { TEXTS } from './texts.js';

/** @template T @typedef {{node: HTMLElement, read(): T, input?: HTMLElement}} Field */

/** @param {string} label @param {HTMLElement} input @param {string} [hint] */
function labelled(label, input, hint) {
  const id = newId();
  input.id = id;
  if (hint) input.setAttribute('aria-describedby', `${id}-hint`);
  return el(
    'div',
    { class: 'field' },
    el('label', { for: id }, label),
    input,
    hint && el('small', { id: `${id}-hint`, class: 'quiet' }, hint),
  );
}

/**
 * @param {{label: string, hint?: string, value?: string} & Record<string, unknown>} options
 * @returns {Field<string>}
 */
export function text({ label, hint, value = '', ...attributes }) {
  const input = el('input', { type: 'text', autocomplete: 'off', ...attributes, value });
  const asTyped = attributes['type'] === 'password';
  return { node: labelled(label, input, hint), read: () => (asTyped ? input.value : input.value.trim()), input };
}

/** @param {{label: string, hint?: string, value?: string} & Record<string, unknown>} options @returns {Field<string>} */
export function longText({ label, hint, value = '', ...attributes }) {
  const input = el('textarea', { rows: 3, ...attributes, value });
  return { node: labelled(label, input, hint), read: () => input.value.trim(), input };
}

/** Words apart by spaces, commas or lines. @param {Parameters<typeof longText>[0]} options @returns {Field<string[]>} */
export function words(options) {
  const { node, read, input } = longText(options);
  return {
    node,
    read: () =>
      read()
        .split(/[\s,;]+/)
        .filter(Boolean),
    input,
  };
}

/** @param {{label: string, hint?: string, value?: number | null} & Record<string, unknown>} options @returns {Field<number | undefined>} */
export function number({ label, hint, value, ...attributes }) {
  const input = el('input', { type: 'number', ...attributes, value: value ?? '' });
  return { node: labelled(label, input, hint), read: () => (input.value === '' ? undefined : Number(input.value)), input };
}

/** A time of the sandbox's clock. @param {{label: string, value?: number | null} & Record<string, unknown>} options @returns {Field<number | undefined>} */
export function moment({ label, value, ...attributes }) {
  const input = el('input', {
    type: 'datetime-local',
    step: value && value % 60 ? 1 : undefined,
    ...attributes,
    value: value ? toField(value) : '',
  });
  return { node: labelled(label, input, TEXTS.utc), read: () => fromField(input.value), input };
}

/**
 * @param {{label: string, hint?: string, value?: string, options: readonly (readonly [string, string])[]} & Record<string, unknown>} options
 * @returns {Field<string>}
 */
export function choice({ label, hint, value, options, ...attributes }) {
  const input = el(
    'select',
    attributes,
    options.map(([name, says]) => el('option', { value: name, selected: name === value }, says)),
  );
  return { node: labelled(label, input, hint), read: () => input.value, input };
}

/** @param {{label: string, value?: boolean, hint?: string}} options @returns {Field<boolean>} */
export function check({ label, value = false, hint }) {
  const id = newId();
  const input = el('input', { type: 'checkbox', id, checked: value, 'aria-describedby': hint && `${id}-hint` });
  return {
    node: el(
      'div',
      { class: 'check' },
      input,
      el('label', { for: id }, label),
      hint && el('small', { id: `${id}-hint`, class: 'quiet' }, hint),
    ),
    read: () => input.checked,
    input,
  };
}

/** Several of a few. @param {{legend: string, hint?: string, options: readonly (readonly [string, string])[], value: readonly string[]}} options @returns {Field<string[]>} */
export function several({ legend, hint, options, value }) {
  const boxes = options.map(([name, label]) => ({ name, box: check({ label, value: value.includes(name) }) }));
  const node = el(
    'fieldset',
    {},
    el('legend', {}, legend),
    hint && el('p', { class: 'quiet' }, hint),
    boxes.map(({ box }) => box.node),
  );
  return { node, read: () => boxes.filter(({ box }) => box.read()).map(({ name }) => name) };
}

/**
 * Fields that belong together. @template {Record<string, Field<any>>} F
 * @param {string} legend @param {F} fields
 */
export function group(legend, fields) {
  const node = el(
    'fieldset',
    {},
    el('legend', {}, legend),
    Object.values(fields).map((field) => field.node),
  );
  return { node, read: () => readAll(fields), input: Object.values(fields)[0]?.input };
}

/** @param {Record<string, Field<any>>} fields */
export const readAll = (fields) => Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.read()]));

/**
 * One of a few, with the fields that belong to it. What was put in for another one is kept, in case somebody comes back.
 * @param {{label: string, name: string, value: string, options: readonly (readonly [string, string, () => Record<string, Field<any>>])[]}} options
 */
export function either({ label, name, value, options }) {
  /** @type {Map<string, Record<string, Field<any>>>} */
  const made = new Map();
  const chosen = choice({ label, value, options: options.map(([id, says]) => [id, says]) });
  const rest = el('div', { class: 'rest' });
  const fields = () => {
    const id = chosen.read();
    const known = made.get(id) ?? options.find(([other]) => other === id)?.[2]() ?? {};
    made.set(id, known);
    return known;
  };
  const draw = () => rest.replaceChildren(...Object.values(fields()).map((field) => field.node));
  chosen.input?.addEventListener('change', draw);
  draw();
  return {
    node: el('div', { class: 'rest' }, chosen.node, rest),
    read: () => ({ [name]: chosen.read(), ...readAll(fields()) }),
    input: chosen.input,
  };
}

/**
 * As many of something as somebody wants. @template T
 * @param {{legend: string, none: string, add: string, max?: number, values: readonly T[], item: (value?: T) => Field<any>}} options
 * @returns {Field<any[]>}
 */
export function list({ legend, none, add, max = 50, values, item }) {
  /** @type {Field<any>[]} */
  let fields = [];
  const rows = el('div', { class: 'rows' });
  const nothing = el('p', { class: 'quiet' }, none);
  const more = el('button', { type: 'button', onclick: () => put().input?.focus() }, add);
  const sync = () => {
    nothing.hidden = fields.length > 0;
    more.hidden = fields.length >= max;
  };
  /** @param {T} [value] */
  function put(value) {
    const field = item(value);
    const name = () => `${TEXTS.remove}: ${field.node.querySelector('legend')?.textContent ?? ''}`;
    const remove = el('button', { type: 'button', 'aria-label': name() }, TEXTS.remove);
    remove.addEventListener('click', () => {
      fields = fields.filter((other) => other !== field);
      field.node.remove();
      sync();
      more.focus();
    });
    field.node.append(el('div', { class: 'row' }, remove));
    fields.push(field);
    rows.append(field.node);
    sync();
    return field;
  }
  for (const value of values) put(value);
  sync();
  return {
    node: el('fieldset', { class: 'many' }, el('legend', {}, legend), nothing, rows, el('div', { class: 'row' }, more)),
    read: () => fields.map((field) => field.read()),
  };
}
