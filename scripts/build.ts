import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build } from 'vite';
import { scripts } from '../vite.config.js';
import { writeExtras } from './cdn/extras.js';
import { filesBelow } from './vite/files.js';

/** Builds what is published: modules for npm, files for a script tag, and types. The manifest is checked in: `npm run manifest`. */
rmSync('dist/npm', { recursive: true, force: true });
rmSync('dist/cdn', { recursive: true, force: true });
rmSync('dist/types', { recursive: true, force: true });
for (const mode of ['npm', 'cdn', ...scripts.map((name) => `cdn/${name}`)]) await build({ mode, logLevel: 'warn' });
writeExtras('dist/cdn');
run('tsc', '-p', 'tsconfig.build.json');

// A decorator that came through uncompiled would run nowhere.
const files = ['dist/npm', 'dist/cdn'].flatMap((folder) => filesBelow(folder, '.js').map((file) => `${folder}/${file}`));
check(process.execPath, ['--experimental-vm-modules', '--no-warnings', 'scripts/check-syntax.mjs', ...files]);

function run(tool: string, ...args: string[]): void {
  check(process.execPath, [`node_modules/.bin/${tool}`, ...args]);
}

function check(command: string, args: string[]): void {
  const { status, stderr, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return;
  console.error(`${args.join(' ')}\n${stdout}${stderr}`);
  process.exit(1);
}
