/** The network between the elements and the sandbox, to be bent by a test: every call is counted, and a rule may answer it. */
interface Call {
  readonly method: string;
  readonly path: string;
  readonly search: string;
  readonly body: RequestInit['body'];
  /** Lets the call through to the sandbox. */
  readonly pass: () => Promise<Response>;
}

export type Reply = (call: Call) => Response | Promise<Response>;

interface Rule {
  readonly method: string;
  readonly path: RegExp;
  readonly reply: Reply;
}

/** The browser's own, past every rule. */
export const passThrough = window.fetch.bind(window);

let made: Call[] = [];
let rules: Rule[] = [];

window.fetch = (input, init = {}) => {
  const url = new URL(input instanceof Request ? input.url : input, location.href);
  const call: Call = {
    method: init.method ?? 'GET',
    path: url.pathname,
    search: url.search,
    body: init.body,
    pass: () => passThrough(input, init),
  };
  made.push(call);
  const rule = rules.find(({ method, path }) => method === call.method && path.test(call.path));
  return Promise.resolve(rule ? rule.reply(call) : call.pass());
};

/** From now on calls of a kind are answered so. */
export function answer(method: string, path: RegExp, reply: Reply): void {
  rules.unshift({ method, path, reply });
}

/** The network works again. */
export function mend(): void {
  rules = [];
}

export function forgetNetwork(): void {
  mend();
  made = [];
}

export const calls = (method: string, path: RegExp): number => made.filter((call) => call.method === method && path.test(call.path)).length;

/** The number under which the platform has what it refused. */
export const REFERENCE = 'req-31';

/** The platform says no. */
export const refuse =
  (status: number, text: string, code?: string): Reply =>
  () =>
    Response.json({ errors: [text], message: text, ...(code ? { code } : {}) }, { status, headers: { 'X-Request-Id': REFERENCE } });

/** The platform's success with this in it. */
export const give =
  (responseData: unknown): Reply =>
  () =>
    Response.json({ responseData, errors: [] });

export const offline: Reply = () => Promise.reject(new TypeError('Failed to fetch'));

/** Calls wait until they are let go. */
export function hold(method: string, path: RegExp): () => void {
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  answer(method, path, async ({ pass }) => {
    await gate;
    return pass();
  });
  return release;
}
