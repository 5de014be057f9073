import type { AdyenAnswer, AdyenMethods, AdyenSubmission } from '../api/payments.js';
import type { AdyenConfiguration, PayPalButtons } from '../config.js';
import type { Money } from '../money.js';

/** A third party's payment widget in a container of ours. Reached by `import()` only, at the first need. */
export interface Gateway {
  /** Submits what the viewer has chosen and typed; the widget shows what is missing. */
  submit(): void;
  /** After a failed attempt: ready for the next one, with what was typed where the widget keeps it. */
  ready(): void;
  /** The order's total changed: the widget follows without losing what was typed. */
  reprice(total: Money): void;
  unmount(): void;
}

/** What a viewer sees of a widget that will not come up. */
export type GatewayProblem = 'unreachable' | 'misconfigured';

/** Where a payment goes on outside the page: an address, or a form that is posted to it. */
export interface Departure {
  url: string;
  method?: string | undefined;
  data?: Readonly<Record<string, string>> | undefined;
}

/** The theme as it is now, for what draws itself and inherits nothing from the page: frames, and PayPal's button. Lengths in pixels. */
export interface Look {
  text: string;
  muted: string;
  error: string;
  font: string;
  size: number;
  height: number;
  radius: number;
}

export interface AdyenOptions {
  container: HTMLElement;
  methods: AdyenMethods;
  pspBase: string | undefined;
  lang: string;
  configuration?: AdyenConfiguration | undefined;
  look: Look;
  /** Begins to pay; `undefined` when another attempt is under way. */
  submit: (submission: AdyenSubmission) => Promise<AdyenAnswer | undefined>;
  /** Goes on after the bank has been asked. */
  finish: (details: object) => Promise<AdyenAnswer | undefined>;
  /** Before the page is left for the bank's: the widget goes on, stays, or leaves the leaving to us. */
  beforeRedirect: (departure: Departure) => 'go' | 'stay' | 'left';
  /** The fields can be typed into. */
  onReady: () => void;
  onProblem: (problem: GatewayProblem, error: unknown) => void;
  /** An action that never reached the platform went wrong, such as a bank's page that would not open. */
  onActionFailed: (error: unknown) => void;
}

export interface PayPalOptions {
  container: HTMLElement;
  paypal: PayPalButtons;
  pspBase: string | undefined;
  production: boolean;
  lang: string;
  look: Look;
  total: Money;
  /** Starts a payment and answers with the address where PayPal would have it approved. */
  createRedirectUrl: () => Promise<string>;
  /** The buyer has approved; leave for the platform's page, which takes the money. */
  finish: (url: string) => void;
  onReady: () => void;
  onCancel: () => void;
  /** The attempt failed; the button stays. */
  onFailed: (error: unknown) => void;
}
