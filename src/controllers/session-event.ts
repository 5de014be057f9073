import type { SessionState } from '../session/state.js';

/**
 * Somebody signed in or out, here, in another element or in another tab, or the session ended. One event per fact, dispatched by `<html>`.
 * `detail` is the session's new state, for which `signedInAs()` says who it is; it never holds tokens.
 */
export class SessionChangeEvent extends CustomEvent<SessionState> {
  constructor(state: SessionState) {
    super('cleeng-session-change', { detail: state, bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cleeng-session-change': SessionChangeEvent;
  }
}
