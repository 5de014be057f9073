import type { Operation } from './document.js';

/** How a case ended; `problem` says what was not as the contract says. */
export interface Result {
  readonly operation: string;
  readonly says: string;
  readonly problem: string | undefined;
}

export type Parity = 'same' | 'different' | 'not asked';

export function parityOf({ id }: Operation, results: readonly Result[]): Parity {
  const own = results.filter(({ operation }) => operation === id);
  if (own.length === 0) return 'not asked';
  return own.some(({ problem }) => problem !== undefined) ? 'different' : 'same';
}

/** The table: an operation a line, with where our knowledge of it comes from. */
export function parityTable(operations: readonly Operation[], results: readonly Result[]): string {
  const rows = operations.map((operation) => [
    `${operation.method} ${operation.path}`,
    operation.evidence.join(', '),
    parityOf(operation, results),
  ]);
  const table = [['endpoint', 'evidence', 'parity'], ...rows];
  const widths = [0, 1].map((column) => Math.max(...table.map((row) => row[column]!.length)));
  return table
    .map(([endpoint = '', evidence = '', parity]) => `${endpoint.padEnd(widths[0]!)}  ${evidence.padEnd(widths[1]!)}  ${parity}`)
    .join('\n');
}
