import type { Customer } from '../../account/customer.js';
import type { CaptureForm } from '../../capture/questions.js';
import type { Kit } from '../../controllers/kit.js';
import { About } from './about.js';
import { Answers } from './answers.js';
import type { Editor, FormPlace, Texts } from './editor.js';
import { Email } from './email.js';
import type { CleengProfile } from './profile.js';
import type { EditablePart } from './views.js';

/** Asked for elsewhere in the profile. */
const ELSEWHERE = ['firstName', 'lastName', 'email'];
const ADDRESS = ['country', 'address', 'address2', 'city', 'state', 'postCode'];

/** The parts of a profile that have a form, as they are now, and what of a form is not in its fields. */
export class Editors {
  readonly #host: CleengProfile;
  readonly #texts: Texts;
  readonly #place: FormPlace;
  /** The country chosen in the form, on which the states to choose from depend. */
  #country: string | undefined;
  #passwordShown = false;

  constructor(host: CleengProfile, texts: Texts, place: FormPlace) {
    this.#host = host;
    this.#texts = texts;
    this.#place = place;
  }

  /** `undefined` where there is nothing to ask for. */
  of(part: EditablePart, kit: Kit, customer: Customer, capture: CaptureForm | undefined): Editor | undefined {
    const world = { texts: this.#texts, place: this.#place, kit };
    const asked = capture?.fields ?? [];
    switch (part) {
      case 'about': {
        const required = asked.filter((field) => field.required).map(({ name }) => name);
        return new About(world, customer, this.#languages, new Set(required));
      }
      case 'email':
        return new Email(world, customer, { now: this.#passwordShown, toggle: () => this.#show(!this.#passwordShown) });
      case 'address': {
        const fields = asked.filter(({ name }) => ADDRESS.includes(name));
        return fields.length ? new Answers(world, 'address-updated', fields, this.#country) : undefined;
      }
      case 'questions': {
        const fields = asked.filter(({ name }) => !ADDRESS.includes(name) && !ELSEWHERE.includes(name));
        return fields.length ? new Answers(world, 'capture-answered', fields, undefined) : undefined;
      }
    }
  }

  /** Another form is opened, or somebody else is signed in. */
  forget(): void {
    this.#country = undefined;
    this.#passwordShown = false;
  }

  /** A password is not left readable while it is sent. */
  hide(): void {
    this.#show(false);
  }

  readonly onChange = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement) || target.name !== 'country') return;
    this.#country = target.value;
    this.#host.requestUpdate();
  };

  #show(shown: boolean): void {
    this.#passwordShown = shown;
    this.#host.requestUpdate();
  }

  get #languages(): string[] {
    return (this.#host.languages ?? '').split(/[\s,]+/).filter(Boolean);
  }
}
