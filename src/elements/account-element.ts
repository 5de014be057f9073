import * as beside from '../controllers/beside.js';
import { breathe } from '../controllers/breathe.js';
import { CleengElement } from './element.js';

/** What the elements of an account have in common: they are of no use before somebody is signed in, and there may be very much in them. */
export abstract class AccountElement extends CleengElement {
  protected override readonly bring = () => Promise.resolve(beside);

  /** The first rendering is a task of its own: evaluating the script, or rendering what is around, was one already. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    return this.hasUpdated ? super.scheduleUpdate() : breathe().then(() => super.scheduleUpdate());
  }
}
