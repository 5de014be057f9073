import type { Plugin } from 'vite';

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
        if (!chunk.isEntry) continue;
        chunk.code = chunk.code.replace(
          /import\s?\{\s?\w+(?: as (\w+))?\s?\}\s?from\s?["'`]\.\/chunks\/rolldown-runtime-[\w-]+\.js["'`];?/,
          (whole, name?: string) => (name ? `var ${name}=(()=>{${code};return ${local}})();` : whole),
        );
      }
    },
  };
}
