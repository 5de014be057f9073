import nodeResolve from '@rollup/plugin-node-resolve';
import { build as esbuild } from 'esbuild';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { rollup } from 'rollup';
import { build as vite } from 'vite';

/** What a page waits for: the text, and which of the kit's modules have left something in it. */
export interface Bundle {
  code: string;
  modules: string[];
}

/** Bundles one module of an application, in its folder. */
type Bundler = (folder: string, entry: string) => Promise<Bundle>;

/** Left out: they are large, and nobody asks about them. */
const external = [/^@adyen\//, /^@paypal\//, /^react$/];
const isExternal = (name: string) => external.some((pattern) => pattern.test(name));

/** The kit's modules, as the package names them. */
const ours = (paths: readonly string[]) =>
  paths
    .map((path) => relative(process.cwd(), path))
    .filter((path) => path.startsWith('dist/npm/'))
    .map((path) => path.replace('dist/npm/', ''));

interface Chunk {
  type: string;
  isEntry?: boolean;
  code?: string;
  modules?: Record<string, { renderedLength: number }>;
}

function entryOf(output: readonly Chunk[]): Bundle {
  const { code = '', modules = {} } = output.find(({ isEntry }) => isEntry) ?? { type: 'none' };
  return { code, modules: ours(Object.keys(modules).filter((id) => modules[id]!.renderedLength > 0)) };
}

export const BUNDLERS: Readonly<Record<string, Bundler>> = {
  async vite(folder, entry) {
    const built = await vite({
      configFile: false,
      root: folder,
      logLevel: 'silent',
      build: { write: false, minify: false, target: 'es2022', rolldownOptions: { input: entry, external } },
    });
    return entryOf((built as unknown as { output: Chunk[] }).output);
  },

  async esbuild(folder, entry) {
    const { metafile, outputFiles } = await esbuild({
      entryPoints: [entry],
      absWorkingDir: folder,
      outdir: 'out',
      bundle: true,
      splitting: true,
      format: 'esm',
      target: 'es2022',
      write: false,
      metafile: true,
      external: ['@adyen/*', '@paypal/*', 'react'],
      logLevel: 'silent',
    });
    const [path, output] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint?.endsWith('app.js'))!;
    // What several chunks share is a chunk, too: the page waits for it all the same.
    const waited = [path, ...output.imports.filter(({ kind }) => kind === 'import-statement').map((one) => one.path)];
    const kept = waited.flatMap((file) =>
      Object.entries(metafile.outputs[file]?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
    );
    const code = outputFiles.filter((file) => waited.some((one) => file.path.endsWith(one))).map(({ text }) => text);
    return { code: code.join('\n'), modules: ours(kept.map(([file]) => join(folder, file))) };
  },

  async rollup(folder, entry) {
    const bundle = await rollup({
      input: entry,
      external: isExternal,
      plugins: [nodeResolve({ browser: true, rootDir: folder })],
      // Lit and React say things of themselves that are no concern of ours.
      onwarn: () => {},
    });
    const { output } = await bundle.generate({ format: 'es' });
    await bundle.close();
    return entryOf(output);
  },
};

/** An application that has installed the built package, bundled. */
export async function bundleApp(bundler: Bundler, text: string): Promise<Bundle> {
  const folder = mkdtempSync(join(tmpdir(), 'cleeng-bundle-'));
  try {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(process.cwd(), join(folder, 'node_modules/cleeng-elements'), 'junction');
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(join(folder, 'app.js'), text);
    return await bundler(folder, join(folder, 'app.js'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
