import { CleengPlan } from '../elements/plan/plan.js';
import { define } from './registry.js';

define('cleeng-plan', CleengPlan);

declare global {
  interface HTMLElementTagNameMap {
    'cleeng-plan': CleengPlan;
  }
}
