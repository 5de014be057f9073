import type { CleengError } from '../../controllers/error-text.js';

interface CaptureCompleteDetail {
  customerId: string;
  /** Whether the viewer was asked anything here. */
  asked: boolean;
  /** The names of the questions that were answered. */
  answered: readonly string[];
  /** What was answered, by name; only with `include-answers`. */
  answers?: Readonly<Record<string, string>>;
}

/** Nothing is left to answer: the platform has stored the answers, or nothing was due (`asked` is false then). */
export class CaptureCompleteEvent extends CustomEvent<CaptureCompleteDetail> {
  constructor(detail: CaptureCompleteDetail) {
    super('cleeng-capture-complete', { detail, bubbles: true, composed: true });
  }
}

/** The viewer would rather answer later. Nothing was stored. */
export class CaptureSkipEvent extends CustomEvent<{ customerId: string }> {
  constructor(customerId: string) {
    super('cleeng-capture-skip', { detail: { customerId }, bubbles: true, composed: true });
  }
}

/** The answers could not be stored; the element shows why. */
export class CaptureErrorEvent extends CustomEvent<{ error: CleengError }> {
  constructor(error: CleengError) {
    super('cleeng-capture-error', { detail: { error }, bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cleeng-capture-complete': CaptureCompleteEvent;
    'cleeng-capture-skip': CaptureSkipEvent;
    'cleeng-capture-error': CaptureErrorEvent;
  }
}
