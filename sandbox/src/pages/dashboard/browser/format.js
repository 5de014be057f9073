// @ts-check
/* Times and amounts for people. The sandbox's clock is shown in UTC. */

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** @param {number} seconds */
export const timeText = (seconds) => `${time.format(seconds * 1000)} UTC`;

/** @param {number} amount @param {string} currency */
export const moneyText = (amount, currency) => new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(amount);

/** An amount in the smallest unit of its currency. @param {number} minor @param {string} currency */
export function minorText(minor, currency) {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return moneyText(minor / 10 ** maximumFractionDigits, currency);
}

/** What a field for a time holds, in UTC. @param {number} seconds */
export const toField = (seconds) => new Date(seconds * 1000).toISOString().slice(0, seconds % 60 ? 19 : 16);

/** @param {string} value @returns {number | undefined} */
export const fromField = (value) => (value ? Date.parse(`${value}Z`) / 1000 : undefined);
