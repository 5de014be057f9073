import { decode, encode } from '@jridgewell/sourcemap-codec';
import type { Plugin } from 'vite';

const IMPORT = /import\s?\{\s?\w+(?: as (\w+))?\s?\}\s?from\s?["'`]\.\/chunks\/rolldown-runtime-[\w-]+\.js["'`];?/;

/** The bundler's own few lines as a file of their own cost every page one more trip: entries get them inside. */
export function inlineRuntime(): Plugin {
  return {
    name: 'inline-runtime',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const runtime = chunks.find(({ fileName }) => /rolldown-runtime-[\w-]+\.js$/.test(fileName));
      const [, code, local] =
        /^([^]*?);?export\{(\w+) as \w+\};?/.exec(runtime?.code ?? '') ?? /^([^]*?);?export\{(\w+)\};?/.exec(runtime?.code ?? '') ?? [];
      if (!code || !local) return;
      for (const chunk of chunks) {
        const found = chunk.isEntry ? IMPORT.exec(chunk.code) : null;
        if (!found?.[1]) continue;
        const inlined = `var ${found[1]}=(()=>{${code.trim()};return ${local}})();`;
        const map = bundle[`${chunk.fileName}.map`];
        if (map?.type === 'asset') map.source = moved(String(map.source), chunk.code, found.index, found[0].length, inlined.length);
        chunk.code = chunk.code.replace(found[0], () => inlined);
      }
    },
  };
}

/** A source map after a piece of a line became longer or shorter: what follows it in the line has moved. */
function moved(json: string, code: string, index: number, before: number, after: number): string {
  const map = JSON.parse(json) as { mappings: string };
  const lines = code.slice(0, index).split('\n');
  const column = lines.at(-1)!.length + before;
  const mappings = decode(map.mappings);
  for (const segment of mappings[lines.length - 1] ?? []) if (segment[0] >= column) segment[0] += after - before;
  return JSON.stringify({ ...map, mappings: encode(mappings) });
}
