import type { Plugin } from 'vite';
import { shifted } from './shifted.js';

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
        if (map?.type === 'asset') map.source = shifted(String(map.source), chunk.code, found.index, found[0].length, inlined.length);
        chunk.code = chunk.code.replace(found[0], () => inlined);
      }
    },
  };
}
