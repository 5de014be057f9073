export interface ConsentAnswer {
  version: string;
  state: 'accepted' | 'declined';
  date: number;
}

/** How an answer stands against the newest version; one never given counts as declined and current (contract, 12.25). */
export function consentStatus(answer: ConsentAnswer | undefined, newestVersion: string) {
  return {
    state: answer?.state ?? ('declined' as const),
    version: answer?.version ?? newestVersion,
    newestVersion,
    needsUpdate: answer !== undefined && answer.version !== newestVersion,
    date: answer?.date ?? 0,
  };
}
