// @ts-check
/* What a page is made of. Text is only ever text: nothing that comes from a server is read as HTML. */

/** @typedef {Node | string | number | false | null | undefined | any[]} Content */

/**
 * An element. What begins with `on` listens; what is true is there, what is false or absent is not.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...Content} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (name === 'value' && 'value' in element) element.value = String(value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...nodesOf(children));
  return element;
}

/** @param {Content[]} children @returns {(Node | string)[]} */
export const nodesOf = (children) =>
  children
    .flat(Infinity)
    .filter((child) => child !== undefined && child !== null && child !== false)
    .map((child) => (child instanceof Node ? child : String(child)));

let ids = 0;

/** An id that nothing else on the page has. */
export const newId = () => `part-${ids++}`;
