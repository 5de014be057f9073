import { EVENTS, EVENTS_VERSION, type CleengEventName, type EventEntry, type Facts } from './catalogue.js';

/** What is reported of one event. */
export interface Report extends Facts {
  readonly event: CleengEventName;
  readonly eventVersion: number;
}

/** Where reports go; to nobody unless one is named. */
export interface Reporting {
  /** A tag manager's queue, such as `window.dataLayer ??= []`. */
  dataLayer?: { push(report: Report): unknown };
  /** Any analytics of yours. What it throws is not the page's trouble: it is said on the console. */
  track?: (report: Report) => void;
  /** Only what happens in here; the whole page unless said otherwise. */
  within?: EventTarget;
}

/**
 * Reports the kit's events, stripped of everything that says who the viewer is: `EVENTS` lists what is told. Nothing is reported before this
 * is called, so that a page calls it once its visitor has agreed.
 * @returns ends it
 */
export function reportEvents({ dataLayer, track, within = document }: Reporting): () => void {
  const ended = new AbortController();
  for (const name of Object.keys(EVENTS) as CleengEventName[]) {
    within.addEventListener(
      name,
      (event) => {
        const { facts } = EVENTS[name] as EventEntry;
        const report: Report = { event: name, eventVersion: EVENTS_VERSION, ...facts((event as CustomEvent<never>).detail) };
        try {
          dataLayer?.push(report);
          track?.(report);
        } catch (error) {
          console.error(error);
        }
      },
      { signal: ended.signal },
    );
  }
  return () => ended.abort();
}
