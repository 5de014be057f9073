/** One question and what the customer has answered. */
export interface CaptureItem {
  key: string;
  enabled: boolean;
  required: boolean;
  answer: unknown;
}

/** Line 2 and the state are not part of every address. */
const ADDRESS_MAY_BE_EMPTY = new Set(['address2', 'state']);

export function isAnswered({ key, answer }: CaptureItem): boolean {
  if (answer === null || answer === undefined || answer === '') return false;
  if (typeof answer !== 'object') return true;
  return Object.entries(answer).every(([part, value]) => (key === 'address' && ADDRESS_MAY_BE_EMPTY.has(part)) || Boolean(value));
}

/** Whether the questions are to be shown now (contract, 3.12). */
export function shouldDisplay(enabled: boolean, submitted: boolean, items: readonly CaptureItem[]): boolean {
  const asked = items.filter((item) => item.enabled);
  if (!enabled || asked.length === 0) return false;
  return !submitted || asked.some((item) => item.required && !isAnswered(item));
}
