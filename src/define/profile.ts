import { CleengProfile } from '../elements/profile/profile.js';
import { define } from './registry.js';

define('cleeng-profile', CleengProfile);

declare global {
  interface HTMLElementTagNameMap {
    'cleeng-profile': CleengProfile;
  }
}
