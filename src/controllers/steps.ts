import type { ReactiveControllerHost } from 'lit';
import { STEPS, type Step } from '../session/steps.js';
import { draftOf, isMine } from './draft.js';
import type { Kit } from './kit.js';
import { unfinishedIn, type Unfinished } from './unfinished.js';

interface StepsOptions<D> {
  kit: () => Kit | undefined;
  /** Sees to it that the element of a step can be shown. */
  load: (step: Step) => Promise<unknown>;
  /** Nothing is left to do. `data` is what `begin` was given, however often the page was loaded since. */
  done: (customerId: string, data: D) => void;
}

/** A login that is not finished. */
interface Login<D> extends Unfinished {
  /** What is to be asked, if it is due. */
  asks: readonly Step[];
  data: D;
}

type Host = ReactiveControllerHost & HTMLElement;

/** What the elements of the steps say when they are through. */
const THROUGH = ['cleeng-capture-complete', 'cleeng-capture-skip', 'cleeng-consents-complete'];

/**
 * What a viewer who has just logged in or registered still has to do before they go on: the publisher's questions, then consents that
 * changed. Which login is not finished is remembered in the tab, so that a reload goes on with it.
 */
export class Steps<D> {
  /** What is shown now; `undefined` when nothing is under way. */
  state: Step | 'checking' | 'failed' | undefined;
  readonly #host: Host;
  readonly #options: StepsOptions<D>;
  #login: Login<D> | undefined;

  constructor(host: Host, options: StepsOptions<D>) {
    this.#host = host;
    this.#options = options;
    for (const name of THROUGH) host.addEventListener(name, () => void this.check());
  }

  /** Somebody logged in, or registered, here. */
  begin(customerId: string, data: D, asks: readonly Step[] = STEPS): Promise<void> {
    const kit = this.#options.kit();
    if (kit) draftOf(kit).by = this.#host;
    this.#login = { customerId, asks, data };
    this.#vault?.write(JSON.stringify(this.#login));
    return this.check();
  }

  /** Goes on with a login that a reload interrupted, if this customer's is one. */
  resume(customerId: string): void {
    const kit = this.#options.kit();
    if (this.state || !kit || !isMine(kit, this.#host)) return;
    try {
      const kept = JSON.parse(this.#vault?.read() ?? 'null') as Login<D> | null;
      if (kept?.customerId !== customerId) return;
      draftOf(kit).by = this.#host;
      this.#login = kept;
      void this.check();
    } catch {
      this.#vault?.write(null);
    }
  }

  /** Looks (again) what comes next. */
  readonly check = async (): Promise<void> => {
    const kit = this.#options.kit();
    const login = this.#login;
    if (!kit || !login) return;
    this.#show('checking');
    let next: Step | 'failed' | undefined;
    try {
      const due = login.asks.length ? await (await import('./next-step.js')).readNextStep(kit, login.asks) : undefined;
      if (due) await this.#options.load(due);
      next = due;
    } catch {
      next = 'failed';
    }
    if (this.#login !== login) return;
    this.#show(next);
    if (next) return;
    this.#login = undefined;
    this.#vault?.write(null);
    draftOf(kit).by = undefined;
    this.#options.done(login.customerId, login.data);
  };

  /** The viewer left, or somebody else came. A login that is not finished stays remembered: they may come back to it. */
  stop(): void {
    this.#login = undefined;
    if (this.state) this.#show(undefined);
  }

  #show(state: Steps<D>['state']): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  get #vault() {
    const kit = this.#options.kit();
    return kit && unfinishedIn(kit, this.#host.localName);
  }
}
