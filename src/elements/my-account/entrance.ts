import type { LitElement, ReactiveController } from 'lit';
import { draftOf } from '../../controllers/draft.js';
import { focusTop } from '../../controllers/focus-top.js';
import type { Kit } from '../../controllers/kit.js';
import { isUnfinished } from '../../controllers/unfinished.js';

const FORMS = ['login', 'register'] as const;
type EntranceForm = (typeof FORMS)[number];

/** What a login and a registration say when their viewer may go on. */
const THROUGH = ['cleeng-login-success', 'cleeng-register-success'] as const;

/** The way into the account: a login or a registration in place, which sees to what has to be asked before the account shows. */
export class Entrance implements ReactiveController {
  form: EntranceForm = 'login';
  readonly #host: LitElement;
  readonly #viewer: () => string | undefined;
  /** Somebody logs in or registers here, and is not through yet. */
  #entering = false;

  /** @param viewer who is signed in */
  constructor(host: LitElement, viewer: () => string | undefined) {
    this.#host = host;
    this.#viewer = viewer;
    host.addController(this);
    host.addEventListener('cleeng-login-register', (event) => this.#switch(event, 'register'));
    host.addEventListener('cleeng-register-login', (event) => this.#switch(event, 'login'));
  }

  hostConnected(): void {
    for (const name of THROUGH) document.addEventListener(name, this.#onThrough);
  }

  hostDisconnected(): void {
    for (const name of THROUGH) document.removeEventListener(name, this.#onThrough);
  }

  /** The account itself is shown. */
  get isOpen(): boolean {
    return this.#viewer() !== undefined && !this.#entering;
  }

  /** A reload spares nobody what they were about to be asked. */
  resume(kit: Kit): void {
    const viewer = this.#viewer();
    const form = viewer && FORMS.find((one) => isUnfinished(kit, `cleeng-${one}`, viewer));
    this.#entering = Boolean(form);
    if (form) this.form = form;
  }

  /** @param before who was signed in until now */
  sessionChanged(kit: Kit | undefined, before: string | undefined): void {
    const by = kit && draftOf(kit).by;
    this.#entering = !before && this.#viewer() !== undefined && by !== undefined && this.#host.contains(by);
    if (!this.#entering) this.form = 'login';
  }

  /** Whoever logged in, wherever on the page, has nothing left to do. */
  readonly #onThrough = ({ detail }: CustomEvent<{ customerId: string }>): void => {
    if (!this.#entering || detail.customerId !== this.#viewer()) return;
    this.#entering = false;
    this.#host.requestUpdate();
    void focusTop(this.#host);
  };

  #switch(event: Event, form: EntranceForm): void {
    event.preventDefault();
    event.stopPropagation();
    this.form = form;
    this.#host.requestUpdate();
  }
}
