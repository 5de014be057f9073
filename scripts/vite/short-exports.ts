import type { Plugin } from 'vite';
import { shifted } from './shifted.js';

const EXPORTS = /\bexport\{([^}]*)\};(?=\s*(?:\/\/# sourceMappingURL=\S+)?\s*$)/;
/** Names an entry gives away itself are longer than those the bundler makes up. */
const MADE_UP = /^[\w$]{1,2}$/;

/**
 * What chunks take from an entry is given away under the name it has there: the bundler makes up another one for each, which costs every page a
 * tenth of a kilobyte.
 */
export function shortExports(): Plugin {
  return {
    name: 'short-exports',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      for (const entry of chunks.filter(({ isEntry }) => isEntry)) {
        const found = EXPORTS.exec(entry.code);
        if (!found) continue;
        const pairs = found[1]!.split(',').map((one) => one.split(' as ') as [string, string?]);
        const own = new Map(pairs.flatMap(([local, name]) => (name && MADE_UP.test(name) ? [[name, local]] : [])));
        const list = pairs.map(([local, name]) => (!name || own.has(name) ? local : `${local} as ${name}`));
        entry.code = entry.code.replace(EXPORTS, () => `export{${list.join(',')}};`);
        const imports = new RegExp(`import\\{([^}]*)\\}from\\s?["'\`](?:\\.\\./|\\./)${entry.fileName.replace('.', '\\.')}["'\`]`);
        for (const chunk of chunks) {
          const taken = imports.exec(chunk.code);
          if (!taken) continue;
          const renamed = taken[1]!.split(',').map((one) => {
            const [name = '', local = name] = one.split(' as ');
            const there = own.get(name) ?? name;
            return there === local ? local : `${there} as ${local}`;
          });
          const text = taken[0].replace(taken[1]!, () => renamed.join(','));
          const map = bundle[`${chunk.fileName}.map`];
          if (map?.type === 'asset') map.source = shifted(String(map.source), chunk.code, taken.index, taken[0].length, text.length);
          chunk.code = chunk.code.replace(taken[0], () => text);
        }
      }
    },
  };
}
