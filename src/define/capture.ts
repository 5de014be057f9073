import { CleengCapture } from '../elements/capture/capture.js';
import { define } from './registry.js';

define('cleeng-capture', CleengCapture);

declare global {
  interface HTMLElementTagNameMap {
    'cleeng-capture': CleengCapture;
  }
}
