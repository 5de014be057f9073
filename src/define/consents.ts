import { CleengConsents } from '../elements/consents/consents.js';
import { define } from './registry.js';

define('cleeng-consents', CleengConsents);

declare global {
  interface HTMLElementTagNameMap {
    'cleeng-consents': CleengConsents;
  }
}
