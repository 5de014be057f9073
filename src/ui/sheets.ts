import type { CSSResult } from 'lit';
import { controls } from './controls.js';
import { form } from './form.js';

/** The sheets a form in a light region needs. @param more those it needs besides */
export const formSheets = (...more: CSSResult[]): CSSStyleSheet[] =>
  [controls, form, ...more].map(({ styleSheet }) => styleSheet).filter((sheet) => sheet !== undefined);
