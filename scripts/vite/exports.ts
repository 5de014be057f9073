import type { Plugin } from 'vite';

/**
 * What a script-tag file lets a page import besides registering its elements.
 * @param entry the file's entry module
 * @param from the names to export, by module
 */
export function exportAlso(entry: string, from: Readonly<Record<string, readonly string[]>>): Plugin {
  const lines = Object.entries(from).map(([module, names]) => `export { ${names.join(', ')} } from ${JSON.stringify(module)};`);
  return {
    name: 'export-also',
    apply: 'build',
    transform: {
      filter: { id: entry },
      handler: (code) => ({ code: [code, ...lines].join('\n'), map: null }),
    },
  };
}
