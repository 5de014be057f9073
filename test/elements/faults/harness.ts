import { assert } from '@open-wc/testing';
import { answer, calls, mend, offline, refuse, type Reply } from '../network.js';
import { all, describe, expectNoTokens, it, textIn, until, world } from '../page.js';
import { agree, signIn } from './platform.js';

/** One of the platform's documented refusals of a call. */
export interface Refusal {
  readonly status: number;
  readonly code?: string;
  readonly text: string;
  /** Trying again cannot help: the way on is another one. */
  readonly final?: boolean;
  /** The element leads on at once, by this way and without a message. */
  readonly leads?: Way;
}

/** Another way on than to try again. */
interface Way {
  readonly view: string;
  readonly take: (element: Shown) => void | Promise<void>;
  /** Facts told when it was taken, in their order. */
  readonly events: readonly string[];
}

type Shown = HTMLElement & { readonly view: string };

/** A call that changes something, and how a viewer comes to make it. One more call of the kit is one more of these. */
export interface MutatingCall {
  readonly name: string;
  readonly tag: Exclude<keyof HTMLElementTagNameMap & `cleeng-${string}`, `${string}paywall`>;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Somebody is signed in from the start, or has signed in by the time of the call, which then carries their token. */
  readonly as?: 'customer' | 'newcomer';
  /** The call carries no token, whoever is signed in. */
  readonly anonymous?: boolean;
  readonly method: string;
  readonly path: RegExp;
  /** How the platform answers besides, in every attempt. */
  readonly setting?: () => void;
  /** What has to be so before the element is placed. */
  readonly before?: () => void;
  /** What a viewer does to have the call made. */
  readonly attempt: (element: Shown) => void | Promise<void>;
  /** What they do after a failure, where that is something else. */
  readonly again?: (element: Shown) => void | Promise<void>;
  /** Facts told when all went well, in their order, and what is shown then: for good, or until the page is left. */
  readonly succeeds: { readonly events: readonly string[]; readonly view: string; readonly leaves?: boolean };
  /** The one fact told when it did not. */
  readonly fails: string;
  /** What is told when the session is lost over it, if not the failure. */
  readonly loses?: readonly string[];
  readonly refusals: readonly Refusal[];
}

interface Fault {
  readonly name: string;
  readonly reply?: Reply;
  /** How the refresh of the tokens is answered, if not with new ones. */
  readonly refresh?: Reply;
  /** The call fails only once. */
  readonly once?: boolean;
  readonly final?: boolean;
  readonly leads?: Way | undefined;
  /** How often the call is made, if not once. */
  readonly calls?: number;
  readonly ends: 'succeeds' | 'fails' | 'loses the session';
}

/** What no viewer may read, and no page may run. */
const HOSTILE = '<img src=x onerror="document.title=\'owned\'"> SELECT * FROM customers';
const REFRESH = /\/auths\/refresh_token$/;
/** The client's own patience (ms), which a test has not. */
const TIMEOUT_MS = 20_000;

const wait = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

/** Pauses of a checkout that asks what became of a payment. */
const ASK_AGAIN_MS = [2000, 3000, 4000, 6000];

/** The client's patience, made short. */
const SHORT_MS = 50;

/** No answer before the client's patience has ended. */
const silence: Reply = async () => {
  await wait(2 * SHORT_MS);
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
  { name: 'no answer in time', reply: silence, ends: 'fails' },
  { name: 'no connection', reply: offline, ends: 'fails' },
];

const EXPIRED = refuse(401, 'JWT token expired', 'AUTH0003');
const TOKEN_FAULTS: readonly Fault[] = [
  { name: 'a 401, then a renewal', reply: EXPIRED, once: true, calls: 2, ends: 'succeeds' },
  { name: 'a 401, and a renewal that gets nowhere', reply: EXPIRED, once: true, refresh: offline, ends: 'fails' },
  { name: 'a 401 in spite of a renewal', reply: EXPIRED, calls: 2, ends: 'fails' },
  {
    name: 'a 401, and a renewal that is refused',
    reply: EXPIRED,
    refresh: refuse(401, 'Refresh token is expired or does not exist', 'AUTH0003'),
    ends: 'loses the session',
  },
];

const tooMany = (headers: Record<string, string>) => Response.json({ message: 'Too Many Requests' }, { status: 429, headers });

const asFault = ({ status, code, text, final = false, leads }: Refusal): Fault => ({
  name: `${status} ${code ?? ''} ${text}`,
  reply: refuse(status, text, code),
  final,
  leads,
  ends: 'fails',
});

/**
 * Plays every call against every fault. Whatever happens, it ends in one visible outcome with a way on and in the facts that belong to it, no
 * more; after a failure the same viewer gets through as soon as the platform does its work.
 */
export function faultTable(table: readonly MutatingCall[]): void {
  for (const call of table) {
    describe(`${call.name}: ${call.method} ${call.path.source}`, () => {
      for (const fault of [...FAULTS, ...(call.as && !call.anonymous ? TOKEN_FAULTS : []), ...call.refusals.map(asFault)]) {
        it(`${fault.ends} with ${fault.name}`, () => play(call, fault));
      }
    });
  }
}

async function play(call: MutatingCall, fault: Fault): Promise<void> {
  const facts = listenToAll();
  const here = world();
  const restore = hurry();
  try {
    agree();
    call.setting?.();
    if (call.as === 'customer') signIn(here);
    call.before?.();
    // A page that asks somebody something has a login, too.
    const login = call.tag === 'cleeng-login' ? undefined : here.place('cleeng-login', { 'no-steps': '' });
    const element = here.place(call.tag, { ...call.attributes }) as Shown;
    arrange(call, fault);
    await call.attempt(element);
    const leaves = () => call.succeeds.leaves && element.view === call.succeeds.view;
    await until(() => facts.heard.length > 0 || leaves(), `${call.name} to end`);
    await rest(element, leaves);

    const ended = facts.take();
    assert.strictEqual(calls(call.method, call.path), fault.calls ?? 1, 'calls made');
    if (fault.ends === 'succeeds') return expectSuccess(call.succeeds, element, ended);
    const lost = fault.ends === 'loses the session';
    assert.deepEqual(names(ended), (lost ? call.loses : undefined) ?? [call.fails]);
    assert.notInclude(textIn(element), 'onerror');
    if (lost) {
      assert.strictEqual(login?.view, 'session-expired', 'the login says what happened');
      return;
    }
    if (fault.leads) assert.deepEqual([element.view, problems(element)], [fault.leads.view, []]);
    else expectOneProblem(element);
    await until(() => usable(element).length > 0 && off(element).length === 0, 'a way on');
    if (fault.final) return;
    mend();
    agree();
    call.setting?.();
    const { events } = fault.leads ?? call.succeeds;
    await (fault.leads?.take ?? call.again ?? call.attempt)(element);
    await until(() => (call.succeeds.leaves ? leaves() : facts.heard.length >= events.length), 'success the second time');
    await rest(element, leaves);
    expectSuccess({ ...call.succeeds, events }, element, facts.take());
  } finally {
    restore();
    facts.stop();
  }
}

function arrange({ method, path, setting }: MutatingCall, { reply, refresh, once }: Fault): void {
  const bendRefresh = () => refresh && answer('POST', REFRESH, refresh);
  bendRefresh();
  if (!reply) return;
  answer(method, path, (made) => {
    // From now on the platform agrees, in its own words.
    if (once) {
      agree();
      setting?.();
    }
    bendRefresh();
    return reply(made);
  });
}

function expectSuccess({ events, view }: MutatingCall['succeeds'], element: Shown, facts: readonly Event[]): void {
  assert.deepEqual(names(facts), events);
  assert.strictEqual(element.view, view);
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
/** What leads on: showing or hiding the password does not. */
const usable = (element: HTMLElement) => visible(element, ':is(button, a[href]):not([aria-disabled=true], :disabled, [aria-pressed])');
/** What must wait, as the platform asks. */
const off = (element: HTMLElement) => visible(element, ':is([aria-disabled=true], :disabled)');

/** Until nothing turns and nothing works: for a moment at least, for a fact may come late. */
async function rest(element: HTMLElement, leaves: () => boolean | undefined): Promise<void> {
  await wait(30);
  await until(() => leaves() || visible(element, '.cleeng-spinner, [aria-busy=true]').length === 0, 'the end of waiting');
}

/** What the facts are called. That another step is shown is none. */
const names = (events: readonly Event[]) => events.map(({ type }) => type).filter((name) => name !== 'cleeng-checkout-step');

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
    setTimeout(task, ms === TIMEOUT_MS ? SHORT_MS : ms && ASK_AGAIN_MS.includes(ms) ? ms / 100 : ms, ...args)) as typeof window.setTimeout;
  return () => (window.setTimeout = setTimeout);
}
