/** Nothing is left to answer: the platform has stored the answers, or nothing was due (`asked` is false then). */
export class CaptureCompleteEvent extends CustomEvent<{ customerId: string; asked: boolean }> {
  constructor(customerId: string, asked: boolean) {
    super('cleeng-capture-complete', { detail: { customerId, asked }, bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cleeng-capture-complete': CaptureCompleteEvent;
  }
}
