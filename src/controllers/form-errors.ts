import type { ReactiveControllerHost } from 'lit';

type Errors = Readonly<Record<string, string | undefined>>;

/** The errors of a form's fields: shown on submit, each gone as soon as its field is changed. */
export class FormErrors {
  readonly #host: ReactiveControllerHost;
  #errors: Errors = {};

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  of(name: string): string | undefined {
    return this.#errors[name];
  }

  /** Shows the errors given by field name and moves the focus to the first field that has one. @returns whether there was none */
  show(form: HTMLFormElement, errors: Errors): boolean {
    this.#errors = errors;
    this.#host.requestUpdate();
    const first = Object.keys(errors).filter((name) => errors[name]);
    if (first.length === 0) return true;
    void this.#host.updateComplete.then(() => {
      const invalid = [...form.elements].find((element) => first.includes((element as HTMLInputElement).name));
      (invalid as HTMLElement | undefined)?.focus();
    });
    return false;
  }

  readonly onInput = (event: Event) => {
    const { name } = event.target as HTMLInputElement;
    if (!this.#errors[name]) return;
    this.#errors = { ...this.#errors, [name]: undefined };
    this.#host.requestUpdate();
  };
}
