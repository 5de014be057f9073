import { CleengTransactions } from '../elements/transactions/transactions.js';
import { define } from './registry.js';

define('cleeng-transactions', CleengTransactions);

declare global {
  interface HTMLElementTagNameMap {
    'cleeng-transactions': CleengTransactions;
  }
}
