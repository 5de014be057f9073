import { controls } from './controls.js';
import { form } from './form.js';

/** The sheets a credential or data form in a light region needs. */
export const formSheets = (): CSSStyleSheet[] => [controls.styleSheet, form.styleSheet].filter((sheet) => sheet !== undefined);
