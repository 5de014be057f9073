import type { CDPSession } from 'playwright';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the processor's time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const CATEGORIES = ['disabled-by-default-devtools.timeline'];

/**
 * Writes down the tasks of a page's main thread: scripts, styles, layout, painting.
 * @returns ends it, and tells how long each took, in ms of the processor's time: the clock would tell of everybody else on the machine, too
 */
export async function traceWork(session: CDPSession): Promise<() => Promise<number[]>> {
  const events: TraceEvent[] = [];
  const onData = ({ value }: { value: unknown[] }) => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', onData);
  await session.send('Tracing.start', { traceConfig: { includedCategories: CATEGORIES } });
  return async () => {
    const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
    await session.send('Tracing.end');
    await complete;
    session.off('Tracing.dataCollected', onData);
    const mains = new Set(events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf));
    return events.filter((event) => event.name === 'RunTask' && mains.has(threadOf(event))).map(({ tdur = 0 }) => tdur / 1000);
  };
}

const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
