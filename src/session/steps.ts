/** What may stand between logging in and the viewer's goal. */
export const STEPS = ['capture', 'consents'] as const;
export type Step = (typeof STEPS)[number];

/** What the platform still wants of the signed-in viewer. */
export interface Due {
  readonly capture: boolean;
  readonly consents: boolean;
}

/** The platform's order (contract, 3.2): questions, then consents, then whatever the viewer came for (`undefined`). */
export function nextStep(due: Due): Step | undefined {
  if (due.capture) return 'capture';
  return due.consents ? 'consents' : undefined;
}
