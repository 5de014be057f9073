import { assert } from '@open-wc/testing';
import { answer, mend, offline, refuse, type Reply } from '../network.js';
import { all, describe, expectNoTokens, it, newcomerIn, personaIn, textIn, until, world, type World } from '../page.js';

/** One of the platform's documented refusals of a call. */
export interface Refusal {
  readonly status: number;
  readonly code?: string;
  readonly text: string;
  /** Trying again cannot help: the way on is another one. */
  readonly final?: boolean;
}

type Shown = HTMLElement & { readonly view: string };

/** A call that changes something, and how a viewer comes to make it. One more call of the kit is one more of these. */
export interface MutatingCall {
  readonly name: string;
  readonly tag: 'cleeng-login' | 'cleeng-register' | 'cleeng-capture' | 'cleeng-consents' | 'cleeng-checkout' | 'cleeng-my-account';
  readonly attributes?: Readonly<Record<string, string>>;
  /** Who is signed in; the call carries their token then. */
  readonly as?: 'newcomer' | 'viewer';
  /** Whether the call is made by somebody signed in, although nobody is at the beginning. */
  readonly authenticated?: boolean;
  readonly method: string;
  readonly path: RegExp;
  /** What has to be so before the element is placed. */
  readonly before?: (world: World) => void | Promise<void>;
  /** What a viewer does to have the call made. */
  readonly attempt: (element: Shown) => void | Promise<void>;
  /** What they do after a failure, where that is something else. */
  readonly again?: (element: Shown) => void | Promise<void>;
  /** Facts told when all went well, in their order, and what is shown then. */
  readonly succeeds: { readonly events: readonly string[]; readonly view: string };
  /** The one fact told when it did not. */
  readonly fails: string;
  readonly refusals: readonly Refusal[];
  /** The platform's success, where the sandbox cannot give it. */
  readonly success?: Reply;
}

interface Fault {
  readonly name: string;
  readonly reply?: Reply;
  /** How the refresh of the tokens is answered, if not by the sandbox. */
  readonly refresh?: Reply;
  /** The call fails only once. */
  readonly once?: boolean;
  /** The client's patience is short. */
  readonly hurry?: boolean;
  readonly final?: boolean;
  readonly ends: 'succeeds' | 'fails' | 'loses the session';
}

/** What no viewer may read, and no page may run. */
const HOSTILE = '<img src=x onerror="document.title=\'owned\'"> SELECT * FROM customers';
const REFRESH = /\/auths\/refresh_token$/;
/** The client's own patience (ms), which a test has not. */
const TIMEOUT_MS = 20_000;

const wait = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

/** The same, made short: longer than a busy machine takes to answer. */
const SHORT_MS = 3000;

/** No answer before the client's patience has ended. */
const silence: Reply = async () => {
  await wait(SHORT_MS + 300);
  throw new DOMException('The user aborted a request.', 'AbortError');
};

const FAULTS: readonly Fault[] = [
  { name: 'success', ends: 'succeeds' },
  { name: 'a 429 that says how long to wait', reply: () => tooMany({ 'Retry-After': '1' }), ends: 'fails' },
  { name: 'a 500 with a stranger’s words', reply: refuse(500, HOSTILE, 'S0001'), ends: 'fails' },
  { name: 'a 503 of a server in between', reply: () => new Response('<html>', { status: 503 }), ends: 'fails' },
  { name: 'a body that is cut off', reply: () => new Response('{"responseData":{'), ends: 'fails' },
  {
    name: 'a body that is none of the platform’s',
    reply: () => new Response('<html><title>Sign in to the network</title>'),
    ends: 'fails',
  },
  { name: 'success and errors at once', reply: () => Response.json({ responseData: {}, errors: [HOSTILE] }), ends: 'fails' },
  { name: 'no answer in time', reply: silence, hurry: true, ends: 'fails' },
  { name: 'no connection', reply: offline, ends: 'fails' },
];

const EXPIRED = refuse(401, 'JWT token expired', 'AUTH0003');
const TOKEN_FAULTS: readonly Fault[] = [
  { name: 'a 401, then a renewal', reply: EXPIRED, once: true, ends: 'succeeds' },
  { name: 'a 401, and a renewal that gets nowhere', reply: EXPIRED, once: true, refresh: offline, ends: 'fails' },
  { name: 'a 401 in spite of a renewal', reply: EXPIRED, ends: 'fails' },
  {
    name: 'a 401, and a renewal that is refused',
    reply: EXPIRED,
    refresh: refuse(401, 'Refresh token is expired or does not exist', 'AUTH0003'),
    ends: 'loses the session',
  },
];

const tooMany = (headers: Record<string, string>) => Response.json({ message: 'Too Many Requests' }, { status: 429, headers });

const asFault = ({ status, code, text, final = false }: Refusal): Fault => ({
  name: `${status} ${code ?? ''} ${text}`,
  reply: refuse(status, text, code),
  final,
  ends: 'fails',
});

/**
 * Plays every call against every fault. Whatever happens, it ends in one visible outcome with a way on and in the facts that belong to it, no
 * more; after a failure the same viewer gets through as soon as the platform does its work.
 */
export function faultTable(calls: readonly MutatingCall[]): void {
  for (const call of calls) {
    describe(`${call.name}: ${call.method} ${call.path.source}`, () => {
      const signed = call.as !== undefined || call.authenticated;
      for (const fault of [...FAULTS, ...(signed ? TOKEN_FAULTS : []), ...call.refusals.map(asFault)]) {
        it(`${fault.ends} with ${fault.name}`, () => play(call, fault));
      }
    });
  }
}

async function play(call: MutatingCall, fault: Fault): Promise<void> {
  const facts = listenToAll();
  const here = world();
  const restore = fault.hurry ? hurry() : () => undefined;
  try {
    if (call.as === 'newcomer') await newcomerIn(here);
    else if (call.as) await personaIn(here, call.as);
    await call.before?.(here);
    // A page that asks somebody something has a login, too.
    const login = call.tag === 'cleeng-login' ? undefined : here.place('cleeng-login', { 'no-steps': '' });
    const element = here.place(call.tag, { ...call.attributes }) as Shown;
    arrange(call, fault);
    await call.attempt(element);
    await until(() => facts.heard.length > 0, `${call.name} to end`);
    await rest(element);

    const ended = facts.take();
    if (fault.ends === 'succeeds') return expectSuccess(call, element, ended);
    assert.deepEqual(names(ended), [call.fails]);
    assert.notInclude(textIn(element), 'onerror');
    if (fault.ends === 'loses the session') {
      assert.strictEqual(login?.view, 'session-expired', 'the login says what happened');
      return;
    }
    expectOneProblem(element);
    await until(() => usable(element).length > 0, 'a way on');
    if (fault.final) return;
    mend();
    restore();
    if (call.success) answer(call.method, call.path, call.success);
    await (call.again ?? call.attempt)(element);
    await until(() => facts.heard.length >= call.succeeds.events.length, 'success the second time');
    await rest(element);
    expectSuccess(call, element, facts.take());
  } finally {
    restore();
    facts.stop();
  }
}

function arrange({ method, path, success }: MutatingCall, { reply, refresh, once }: Fault): void {
  if (success) answer(method, path, success);
  if (refresh) answer('POST', REFRESH, refresh);
  if (!reply) return;
  let times = 0;
  answer(method, path, (made) => (once && times++ > 0 ? (success ?? (() => made.pass()))(made) : reply(made)));
}

function expectSuccess({ succeeds }: MutatingCall, element: Shown, facts: readonly Event[]): void {
  assert.deepEqual(names(facts), succeeds.events);
  assert.strictEqual(element.view, succeeds.view);
  assert.deepEqual(problems(element), []);
  expectNoTokens(facts);
}

/** One place says what is wrong: a message, or the fields that are to blame. */
function expectOneProblem(element: HTMLElement): void {
  const said = problems(element);
  assert.lengthOf(said, 1, said.join(' | '));
}

function problems(element: HTMLElement): string[] {
  const notices = visible(element, '[role=alert]').map((notice) => textIn(notice).trim());
  const fields = visible(element, '[aria-invalid=true]').map((field) => (field as HTMLInputElement).name);
  return [...notices, ...(fields.length ? [fields.join()] : [])];
}

const visible = (element: HTMLElement, selector: string) => all(element, selector).filter((one) => one.checkVisibility());
const usable = (element: HTMLElement) =>
  visible(element, 'button, a[href]').filter((one) => !one.matches('[aria-disabled=true], :disabled') && !one.matches('[aria-pressed]'));

/** Until nothing turns and nothing works: for a moment at least, for a fact may come late. */
async function rest(element: HTMLElement): Promise<void> {
  await wait(30);
  await until(() => visible(element, '.cleeng-spinner, [aria-busy=true]').length === 0, 'the end of waiting');
}

const names = (events: readonly Event[]) => events.map(({ type }) => type);

/** Every fact any element tells, whoever listens. That somebody signed in or out is told besides. */
function listenToAll() {
  const { prototype } = EventTarget;
  const { dispatchEvent } = prototype;
  const heard: Event[] = [];
  prototype.dispatchEvent = function (event) {
    if (event.type.startsWith('cleeng-') && event.type !== 'cleeng-session-change') heard.push(event);
    return dispatchEvent.call(this, event);
  };
  return { heard, take: () => heard.splice(0), stop: () => (prototype.dispatchEvent = dispatchEvent) };
}

/** Makes the client’s patience short. */
function hurry(): () => void {
  const { setTimeout } = window;
  window.setTimeout = ((task: TimerHandler, ms?: number, ...args: unknown[]) =>
    setTimeout(task, ms === TIMEOUT_MS ? SHORT_MS : ms, ...args)) as typeof window.setTimeout;
  return () => (window.setTimeout = setTimeout);
}
