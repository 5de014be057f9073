/** What to ask, and how much of it. */
export interface Options {
  /** Another host than a sandbox of our own. */
  readonly base: string | undefined;
  readonly publisherId: string;
  /** Whether customers and orders may be made there. */
  readonly write: boolean;
}

/** A command line that cannot be followed, or a host that cannot be asked, said in one sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The sandbox's publisher. */
const OWN_PUBLISHER = '204118605';

/** @throws {UsageError} */
export function readOptions(args: readonly string[]): Options {
  const known = ['--base', '--publisher', '--write'];
  const stray = args.find((arg, i) => !known.includes(arg) && !['--base', '--publisher'].includes(args[i - 1] ?? ''));
  if (stray) throw new UsageError(`There is no ${stray}: take --base <url> --publisher <id>, and --write to let it make customers there.`);
  const value = (name: string) => (args.includes(name) ? (args[args.indexOf(name) + 1] ?? '') : undefined);
  const base = value('--base');
  const publisherId = value('--publisher') ?? (base === undefined ? OWN_PUBLISHER : '');
  if (base !== undefined && !isUrl(base)) throw new UsageError(`--base takes an absolute URL, such as https://example.com, not "${base}".`);
  if (!/^\d+$/.test(publisherId)) throw new UsageError(`--publisher takes a publisher’s number, not "${publisherId}".`);
  return { base: base?.replace(/\/+$/, ''), publisherId, write: args.includes('--write') };
}

function isUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
