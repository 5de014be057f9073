/** A call of the kit in a story's frame. */
export interface Call {
  method: string;
  path: string;
  body: unknown;
  /** Makes the call for real, as it is or with another body. */
  pass(body?: unknown): Promise<Response>;
}

/** How a story bends one call of the platform: everything not named here goes to the real sandbox. */
export interface Rule {
  method: string;
  path: RegExp;
  answer(call: Call): Response | Promise<Response>;
}

/** How the real element gets into a state. */
export interface Story {
  /** What the element says it shows, where the story is one of several of a state. */
  view?: string;
  /** Somebody of the sandbox's seed is logged in. */
  as?: `${string}@example.com`;
  attributes?: Readonly<Record<string, string>>;
  rules?: readonly Rule[];
  /** Query of the frame's address, as after the way back from a bank. */
  query?: Readonly<Record<string, string>>;
  /** What a viewer does. */
  act?(element: HTMLElement): Promise<void> | void;
}

/** Never answers: the state in between stays. */
export const hold = (method: string, path: RegExp): Rule => ({ method, path, answer: () => new Promise(() => undefined) });

/** The platform answers with data. */
export const give = (method: string, path: RegExp, data: unknown): Rule => ({
  method,
  path,
  answer: () => Response.json({ responseData: data, errors: [] }),
});

/** The platform refuses. */
export const refuse = (method: string, path: RegExp, status: number, text: string, code?: string): Rule => ({
  method,
  path,
  answer: () => Response.json({ errors: [text], message: text, ...(code ? { code } : {}) }, { status }),
});

/** The platform has had too many requests: it wants some seconds of peace. */
export const throttle = (method: string, path: RegExp): Rule => ({
  method,
  path,
  answer: () => Response.json({ message: 'Too Many Requests' }, { status: 429, headers: { 'Retry-After': '30' } }),
});

/** There is no connection. */
export const cut = (method: string, path: RegExp): Rule => ({
  method,
  path,
  answer: () => Promise.reject(new TypeError('Failed to fetch')),
});

/** Waits for something to be on the page, inside shadow roots too. */
export async function find<E extends HTMLElement>(root: ParentNode, selector: string): Promise<E> {
  for (;;) {
    const found = deepQuery(root, selector);
    if (found) return found as E;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

function deepQuery(root: ParentNode, selector: string): Element | null {
  const direct = root.querySelector(selector);
  if (direct) return direct;
  for (const element of root.querySelectorAll('*')) {
    const inner = element.shadowRoot && deepQuery(element.shadowRoot, selector);
    if (inner) return inner;
  }
  return root instanceof Element && root.shadowRoot ? deepQuery(root.shadowRoot, selector) : null;
}

/** Presses the first button with this label in an element's forms. */
export async function press(element: HTMLElement, label: string): Promise<void> {
  const form = await find<HTMLFormElement>(element, 'form');
  const button = [...form.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === label);
  button?.click();
}

/** Decides how the code of what an element shows in place comes. */
export function bring(element: HTMLElement, what: string, load: () => Promise<unknown>): void {
  const kind = element.constructor as unknown as { nestable: Record<string, unknown> };
  kind.nestable = { ...kind.nestable, [what]: load };
}

/** Fills a form's fields by their names and submits it. */
export async function submit(element: HTMLElement, values: Readonly<Record<string, string | boolean>>, selector = 'form'): Promise<void> {
  const form = await find<HTMLFormElement>(element, selector);
  for (const [name, value] of Object.entries(values)) {
    const control = await find<HTMLInputElement>(form, `[name="${name}"]`);
    if (typeof value === 'boolean') control.checked = value;
    else control.value = value;
  }
  form.requestSubmit();
}
