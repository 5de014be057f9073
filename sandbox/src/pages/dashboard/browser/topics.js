// @ts-check
/* What can happen, by the names of the log. */

/** A name of the log in words: `giftBought` is a gift bought. @param {string} type */
export const topicText = (type) => {
  const words = type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** @returns {[string, string][]} */
export function topicOptions() {
  const template = /** @type {HTMLTemplateElement} */ (document.querySelector('[data-topics]'));
  return [...template.content.querySelectorAll('option')].map(({ value }) => [value, topicText(value)]);
}
