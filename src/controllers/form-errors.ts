import type { ReactiveControllerHost } from 'lit';

/** Errors by the name of their field, as functions: what is shown follows the viewer's language. */
export type Errors = Readonly<Record<string, (() => string) | undefined>>;

/** The errors of a form's fields: shown on submit, each gone as soon as its field is changed. */
export class FormErrors {
  readonly #host: ReactiveControllerHost;
  /** By the field's name, which may be a server's: no plain object, whose own names would be among them. */
  #errors = new Map<string, () => string>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  of(name: string): string | undefined {
    return this.#errors.get(name)?.();
  }

  /** Shows the errors given by field name and moves the focus to the first field that has one. @returns whether there was none */
  show(form: HTMLFormElement, errors: Errors): boolean {
    this.#errors = new Map(Object.entries(errors).filter((entry): entry is [string, () => string] => Boolean(entry[1])));
    this.#host.requestUpdate();
    if (this.#errors.size === 0) return true;
    void this.#host.updateComplete.then(() => {
      const first = [...form.elements].find((element) => this.#errors.has((element as HTMLInputElement).name));
      (first as HTMLElement | undefined)?.focus();
    });
    return false;
  }

  /** Another form takes its place. */
  clear(): void {
    this.#errors.clear();
    this.#host.requestUpdate();
  }

  readonly onInput = (event: Event) => {
    if (this.#errors.delete((event.target as HTMLInputElement).name)) this.#host.requestUpdate();
  };
}
