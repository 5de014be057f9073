// @ts-check
/* Countries and currencies to choose from. */

/** @returns {[string, string][]} */
export function countryOptions() {
  const template = /** @type {HTMLTemplateElement} */ (document.querySelector('[data-countries]'));
  return [...template.content.querySelectorAll('option')].map((option) => [option.value, option.textContent ?? '']);
}

const names = new Intl.DisplayNames('en-GB', { type: 'currency' });

/** @returns {[string, string][]} */
export const currencyOptions = () => Intl.supportedValuesOf('currency').map((code) => [code, `${code}, ${names.of(code) ?? ''}`]);

const countries = new Intl.DisplayNames('en-GB', { type: 'region' });

/** @param {string} code */
export const countryName = (code) => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code);
