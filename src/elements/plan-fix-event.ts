/** Cancelable: the viewer wants to put their payment details right. Its link is followed unless the page does so in its own way. */
export class PlanFixEvent extends CustomEvent<{ offerId: string }> {
  constructor(offerId: string) {
    super('cleeng-plan-fix', { detail: { offerId }, bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cleeng-plan-fix': PlanFixEvent;
  }
}
