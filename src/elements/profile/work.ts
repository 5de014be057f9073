import { Action } from '../../controllers/action.js';
import type { CleengError } from '../../controllers/error-text.js';
import { Pause } from '../../controllers/pause.js';
import { AccountErrorEvent, type AccountAction } from '../account-events.js';
import { PasswordErrorEvent } from '../password-events.js';
import type { CleengProfile } from './profile.js';
import type { ProfilePart } from './views.js';

/** Where something is done: in which part, and for which consent. */
interface Place {
  readonly part: ProfilePart;
  readonly consent?: string;
}

/** What a viewer has done in their profile: one thing at a time, each with one outcome in its own part. */
export class Work {
  /** The part in which something was done last, and what came of it. */
  last: (Place & { readonly text?: () => string }) | undefined;
  readonly #host: CleengProfile;
  readonly #action: Action<[work: () => Promise<unknown>], unknown>;
  readonly #pause: Pause;

  constructor(host: CleengProfile) {
    this.#host = host;
    this.#action = new Action(host, (work) => work());
    this.#pause = new Pause(host, () => this.#action.reset());
  }

  get busy(): boolean {
    return this.#action.busy;
  }

  get error(): CleengError | undefined {
    return this.#action.error;
  }

  /** Seconds until something may be done again. */
  get seconds(): number {
    return this.#pause.left;
  }

  get off(): boolean {
    return this.busy || this.seconds > 0;
  }

  busyWith(part: ProfilePart): boolean {
    return this.busy && this.last?.part === part;
  }

  /** @returns whether it is done, or why not; `undefined` when something else is being done */
  async do(place: Place, change: AccountAction | 'password', work: () => Promise<unknown>): Promise<true | CleengError | undefined> {
    if (this.off) return undefined;
    this.last = place;
    const outcome = await this.#action.run(work);
    if (outcome.ok) return true;
    const { error } = outcome;
    this.#pause.after(error);
    this.#host.dispatchEvent(change === 'password' ? new PasswordErrorEvent(error) : new AccountErrorEvent(change, error));
    return error;
  }

  /** Says what came of it; nothing, when nothing is to be said. */
  tell(last?: { part: ProfilePart; text: () => string }): void {
    this.last = last;
    this.#action.reset();
    this.#host.requestUpdate();
  }
}
