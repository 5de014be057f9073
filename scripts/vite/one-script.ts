import type { Plugin } from 'vite';

/** The name of the group of modules that a script consists of. */
const SCRIPT = 'script';

/** Forms for those who are not signed in: together, for whoever needs one of them soon needs another. */
const FORMS = /\/src\/(define|elements)\/(login|register|capture)(\/|\.ts)/;

/**
 * Keeps a script tag's script in one file, with nothing to wait for after it, and has the parts that come later take what they share with it
 * from there. Left alone, the bundler puts what is shared into files of its own, which a page would have to fetch one round later.
 * @param name of the script
 * @param entry its module
 */
export function oneScript(name: string, entry: string) {
  const plugin: Plugin = {
    name: 'one-script',
    generateBundle(_options, bundle) {
      // The entry itself only passes on to the script; its file's name is the script's.
      for (const [file, chunk] of Object.entries(bundle)) if (file.startsWith('facade.')) delete bundle[chunk.fileName];
    },
  };
  return {
    plugin,
    output: {
      entryFileNames: 'facade.js',
      chunkFileNames: (chunk: { name: string }) => (chunk.name === SCRIPT ? `${name}.js` : 'chunks/[name]-[hash].js'),
      codeSplitting: {
        groups: [
          { name: SCRIPT, test: (id: string) => id === entry || id.endsWith('/src/controllers/form-errors.ts'), priority: 1 },
          { name: 'forms', test: FORMS },
        ],
      },
    },
  };
}
