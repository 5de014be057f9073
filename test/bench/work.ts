import type { CDPSession } from 'playwright';

/** One task of the page's main thread. Milliseconds of the processor's time, slowed down: the clock would tell of everybody else on it, too. */
export interface Task {
  /** All of it, but for what the one who looks ran in the page: scripts, styles, layout, painting. */
  readonly whole: number;
  /** Scripts alone. */
  readonly script: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, by the clock. */
  readonly ts: number;
  readonly dur?: number;
  /** Microseconds of the processor's time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly url?: string } };
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
const SCRIPTS = [
  'FunctionCall',
  'EvaluateScript',
  'RunMicrotasks',
  'v8.evaluateModule',
  'v8.compile',
  'v8.compileModule',
  'v8.parseOnBackground',
];

/**
 * Writes down the work of a page's main thread.
 * @param ours where the page's own scripts come from
 * @returns ends it, and tells every task
 */
export async function traceWork(session: CDPSession, ours: string): Promise<() => Promise<Task[]>> {
  const events: TraceEvent[] = [];
  const onData = ({ value }: { value: unknown[] }) => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', onData);
  await session.send('Tracing.start', { traceConfig: { includedCategories: CATEGORIES } });
  return async () => {
    const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
    await session.send('Tracing.end');
    await complete;
    session.off('Tracing.dataCollected', onData);
    return tasksOf(events, ours);
  };
}

function tasksOf(events: readonly TraceEvent[], ours: string): Task[] {
  const mains = new Set(events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf));
  const onMain = events.filter((event) => event.ph === 'X' && mains.has(threadOf(event))).sort((a, b) => a.ts - b.ts);
  return onMain
    .filter(({ name }) => name === 'RunTask')
    .map((task) => {
      const within = onMain.filter((event) => event !== task && threadOf(event) === threadOf(task) && isWithin(event, task));
      const scripts = within.filter(({ name }) => SCRIPTS.includes(name));
      const foreign = outermost(scripts.filter(({ name, args }) => name === 'FunctionCall' && !args?.data?.url?.startsWith(ours)));
      const spent = sum(foreign);
      return { whole: (task.tdur ?? 0) / 1000 - spent, script: sum(outermost(scripts)) - spent };
    });
}

const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
const isWithin = (inner: TraceEvent, outer: TraceEvent) =>
  inner.ts >= outer.ts && inner.ts + (inner.dur ?? 0) <= outer.ts + (outer.dur ?? 0);
const sum = (events: readonly TraceEvent[]) => events.reduce((total, { tdur = 0 }) => total + tdur / 1000, 0);

/** Those that are in none of the others. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  const found: TraceEvent[] = [];
  for (const event of events) if (!found.some((one) => isWithin(event, one))) found.push(event);
  return found;
}
