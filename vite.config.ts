import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig, type UserConfig } from 'vite';
import { shortDecorate } from './scripts/vite/decorate.js';
import { exportAlso } from './scripts/vite/exports.js';
import { filesBelow } from './scripts/vite/files.js';
import { inlineRuntime } from './scripts/vite/inline-runtime.js';
import { leanLit } from './scripts/vite/lean-lit.js';
import { locales } from './scripts/vite/locales.js';
import { minifyTemplates } from './scripts/vite/minify-templates.js';
import { shortExports } from './scripts/vite/short-exports.js';
import { sandboxAddress } from './scripts/vite/sandbox-address.js';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
export const elements = filesBelow(at('src/define'), '.ts')
  .map((file) => file.slice(0, -3))
  .filter((name) => name !== 'registry');

/** What a page adds of its own accord; each is a script and a module that need no element. */
const BRIDGES = ['analytics', 'mssdk'];
export const scripts = [...elements, ...BRIDGES];

/** For npm: one ES module per source file; the application's own build brings Lit and the payment libraries together. */
const npm: UserConfig = {
  plugins: [locales(), minifyTemplates()],
  build: {
    outDir: 'dist/npm',
    target: 'es2022',
    minify: false,
    sourcemap: true,
    lib: {
      entry: {
        index: at('src/index.ts'),
        define: at('src/define.ts'),
        'react/components/index': at('src/react/components/index.ts'),
        'react/jsx': at('src/react/jsx.ts'),
        'vue/vue': at('src/vue/vue.ts'),
        ...Object.fromEntries(BRIDGES.map((name) => [`${name}/${name}`, at(`src/${name}/${name}.ts`)])),
        ...Object.fromEntries(
          elements.flatMap((name) => [`define/${name}`, `elements/${name}/${name}`].map((file) => [file, at(`src/${file}.ts`)])),
        ),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      // The components for React begin with `use client`, and every module stays one: it is kept.
      checks: { moduleLevelDirective: false },
      external: [/^lit($|\/)/, /^@lit\//, 'react', 'vue', /^@adyen\/adyen-web$/, /^@paypal\//],
      output: {
        preserveModules: true,
        preserveModulesRoot: at('src'),
        entryFileNames: ({ name }) =>
          name.includes('@oxc-project') ? 'internal/decorate.js' : `${name.replace(/^.*node_modules\//, 'vendor/')}.js`,
      },
    },
  },
};

/**
 * For a script tag: everything in, the payment libraries in chunks that are loaded at the payment step. What a chunk shares with the
 * element stays in the element's own file, so that nothing has to be waited for before it works.
 */
const scriptTag = (name: string, entry: string, exports: Readonly<Record<string, readonly string[]>>): UserConfig => ({
  plugins: [locales(true), minifyTemplates(), shortDecorate(), leanLit(), inlineRuntime(), exportAlso(entry, exports), shortExports()],
  resolve: { alias: { 'lit/decorators.js': at('scripts/vite/decorators.ts') } },
  build: {
    outDir: 'dist/cdn',
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: true,
    lib: { entry: { [name]: entry }, formats: ['es'] },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      // In the script of all elements those that others fetch at need are there already.
      checks: { ineffectiveDynamicImport: false },
      output: {
        minify: true,
        comments: { annotation: false },
        // What is needed at once is one file.
        codeSplitting: { groups: [{ name: 'initial', tags: ['$initial'] }] },
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
    },
  },
});

/** A page without a build configures the kit, too. */
const CONFIGURE = { [at('src/context.ts')]: ['configure'] };
const SESSION = { [at('src/controllers/current-session.ts')]: ['currentSession', 'getToken', 'setTokens', 'signOutEverywhere'] };

/** The demo, but for its documentation, which whoever builds or serves it adds: the other builds need not wait for that. */
const demo: UserConfig = {
  root: at('demo'),
  plugins: [
    locales(),
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('cleeng-') } } }),
    sandboxAddress(process.env['SANDBOX_URL'] ?? 'http://localhost:4242'),
  ],
  resolve: {
    alias: [
      { find: /^cleeng-elements$/, replacement: at('src/index.ts') },
      { find: /^cleeng-elements\/define$/, replacement: at('src/define.ts') },
      { find: /^cleeng-elements\/react$/, replacement: at('src/react/components/index.ts') },
      { find: /^cleeng-elements\/define\//, replacement: `${at('src/define')}/` },
    ],
  },
  build: {
    outDir: at('dist/demo'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // What is fetched at need is there already in pages that show everything, and nothing here is rendered on a server.
      checks: { ineffectiveDynamicImport: false, moduleLevelDirective: false },
      // The page without a build takes none.
      input: filesBelow(at('demo'), 'index.html')
        .filter((file) => !file.startsWith('html/'))
        .map((file) => at(`demo/${file}`)),
      // What elements share is few files instead of a hundred small ones.
      output: {
        codeSplitting: {
          groups: [{ name: 'shared', test: (id) => id.startsWith(at('src/')) || /node_modules[\\/]@?lit/.test(id), minShareCount: 2 }],
        },
      },
    },
  },
  server: { strictPort: true },
  preview: { strictPort: true },
};

export default defineConfig(({ mode }) => {
  if (mode === 'npm') return npm;
  if (mode === 'cdn') return scriptTag('cleeng-elements', at('src/define.ts'), { ...CONFIGURE, ...SESSION });
  const bridge = BRIDGES.find((name) => mode === `cdn/${name}`);
  if (bridge) return scriptTag(bridge, at(`src/${bridge}/${bridge}.ts`), {});
  // One element and nothing else, for pages that need only that: a single script, nothing to wait for after it.
  if (mode.startsWith('cdn/')) return scriptTag(mode.slice(4), at(`src/define/${mode.slice(4)}.ts`), CONFIGURE);
  return demo;
});
