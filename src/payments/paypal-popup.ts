/** What a return page says to the page that opened it. It only tells where the viewer ended up: whether they paid is asked of the platform. */
interface Report {
  readonly orderId: number;
  readonly outcome: PopupOutcome;
}

export type PopupOutcome = 'success' | 'cancel' | 'error';

/** PayPal's pages in a window of its own. */
export interface Popup {
  goTo(url: string): void;
  /** Brings it back before everything else. */
  show(): void;
  close(): void;
  /** Hears no report any more. */
  forget(): void;
  /**
   * How it ended; a window that was closed counts as a cancellation.
   * @param late takes what is reported after that, or answers `false`: a page that is cut off from its windows by the site's opener policy
   * sees one as closed that is not
   */
  ended(orderId: number, late: (outcome: PopupOutcome) => boolean): Promise<PopupOutcome>;
}

/** Heard by every page of the site, however the pages in between cut the ties of the windows. */
const CHANNEL = 'cleeng-paypal';
/** So often is looked whether the window is still there, and so much longer is waited for its report. */
const LOOK_MS = 500;
/** So long a return page waits for somebody to take its report. */
const ANSWER_MS = 700;

/**
 * Opens the window, at once in the viewer's click: later no browser allows it.
 * @param before the one of the last attempt, of which nothing is heard any more
 * @returns `undefined` when it is blocked
 */
export function openPopup(before?: Popup): Popup | undefined {
  before?.forget();
  let channel: BroadcastChannel | undefined;
  const opened = open('', '_blank', 'popup,width=480,height=720');
  if (!opened) return undefined;
  return {
    goTo: (url) => void (opened.location.href = url),
    show: () => opened.focus(),
    close: () => opened.close(),
    forget: () => channel?.close(),
    ended: (orderId, late) =>
      new Promise((resolve) => {
        const heard = (channel = new BroadcastChannel(CHANNEL));
        let over = false;
        const end = (outcome: PopupOutcome) => {
          over = true;
          clearInterval(look);
          resolve(outcome);
        };
        let seen = true;
        const look = setInterval(() => {
          if (!seen) end('cancel');
          seen = !opened.closed;
        }, LOOK_MS);
        heard.addEventListener('message', ({ data }: MessageEvent<Partial<Report>>) => {
          if (data.orderId !== orderId || !data.outcome || (over && !late(data.outcome))) return;
          heard.postMessage({ taken: orderId });
          heard.close();
          opened.close();
          end(data.outcome);
        });
      }),
  };
}

/**
 * In the window, back from PayPal: hands the outcome to the page that opened it and closes.
 * @returns whether somebody took it; otherwise this page is on its own
 */
export function reportToOpener(report: Report): Promise<boolean> {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(CHANNEL);
    const end = (taken: boolean) => {
      clearTimeout(timer);
      channel.close();
      resolve(taken);
    };
    const timer = setTimeout(() => end(false), ANSWER_MS);
    channel.addEventListener('message', ({ data }: MessageEvent<{ taken?: number }>) => {
      if (data.taken !== report.orderId) return;
      end(true);
      close();
    });
    channel.postMessage(report);
  });
}
