import { decode, encode } from '@jridgewell/sourcemap-codec';

/** A source map after a piece of a line became longer or shorter: what follows it in the line has moved. */
export function shifted(json: string, code: string, index: number, before: number, after: number): string {
  const map = JSON.parse(json) as { mappings: string };
  const lines = code.slice(0, index).split('\n');
  const column = lines.at(-1)!.length + before;
  const mappings = decode(map.mappings);
  for (const segment of mappings[lines.length - 1] ?? []) if (segment[0] >= column) segment[0] += after - before;
  return JSON.stringify({ ...map, mappings: encode(mappings) });
}
