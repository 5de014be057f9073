/** How tests went. */
export interface Tally {
  passed: number;
  failed: number;
}

/**
 * Reads the counts that a runner ends with: Node's, Playwright's, or a line `N passed, N failed`. A runner that failed without a failing test,
 * or ran no test at all, has failed all the same.
 */
export function tallyOf(output: string, ok: boolean): Tally {
  const text = output.replace(/\x1b\[[\d;?]*[A-Za-z]/g, '');
  const last = (pattern: RegExp) => Number([...text.matchAll(pattern)].at(-1)?.[1] ?? 0);
  const summary = [...text.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  const passed = summary ? Number(summary[1]) : last(/^ℹ pass (\d+)$/gm) + last(/^ {2}(\d+) passed \(.+\)$/gm);
  const failed = summary ? Number(summary[2]) : last(/^ℹ fail (\d+)$/gm) + last(/^ℹ cancelled (\d+)$/gm) + last(/^ {2}(\d+) failed$/gm);
  return { passed, failed: failed || (ok && passed > 0 ? 0 : 1) };
}
