// @ts-check

/**
 * Those of the values that are others than before: what nobody touched is not sent, and not judged again.
 * @param {Record<string, unknown>} before
 * @param {Record<string, unknown>} after
 */
export const changesOf = (before, after) =>
  Object.fromEntries(Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])));
