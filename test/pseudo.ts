import { english } from '../src/i18n/messages.js';
import type { Messages, Text } from '../src/i18n/texts.js';

/** English that shows where it comes from: every text in brackets and with accents, its values left as they are. */
const ACCENTS: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', n: 'ñ', c: 'ç' };
const marked = (text: string) => `⟦${text.replace(/\{\w+\}|[aeiounc]/g, (found) => ACCENTS[found] ?? found)}⟧`;
const accented = (text: Text): Text => {
  if (typeof text === 'string') return marked(text);
  return { other: text.other, ...Object.fromEntries(Object.entries(text).map(([form, words]) => [form, marked(words)])) };
};
const texts = Object.assign({}, ...Object.values(english)) as Messages;

/** Every text of the kit in a language that nobody speaks, as `messages` takes it. */
export const PSEUDO: Readonly<Record<string, Messages>> = {
  en: Object.fromEntries(Object.entries(texts).map(([key, text]): [string, Text] => [key, accented(text)])),
};
