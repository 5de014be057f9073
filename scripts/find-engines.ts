import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where another engine is, or a sentence that says why there is none. */
export type FoundEngine = { path: string } | { missing: string };

/** Debian's Firefox ESR, or the one FIREFOX_PATH names; as root it is installed. */
export const findFirefox = (): FoundEngine =>
  found('Firefox', process.env['FIREFOX_PATH'], () => onPath('firefox-esr') ?? onPath('firefox'), ['firefox-esr']);

/** Debian's WebKitGTK with its driver, and an X server to show it to nobody; as root they are installed. */
export const findWebKit = (): FoundEngine =>
  found('WebKitGTK', process.env['MINIBROWSER_PATH'], () => (onPath('WebKitWebDriver') && onPath('Xvfb') ? minibrowser() : undefined), [
    'webkit2gtk-driver',
    'xvfb',
  ]);

function found(name: string, named: string | undefined, look: () => string | undefined, packages: readonly string[]): FoundEngine {
  const path = named ?? look() ?? (install(packages) ? look() : undefined);
  if (path) return { path };
  const how = `apt-get install ${packages.join(' ')}`;
  return {
    missing: mayInstall()
      ? `${name} is not here, and Debian’s packages could not be installed (${how})`
      : `${name} is not here: on Debian, run this as root or ${how}`,
  };
}

const FOLDERS = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'];

const minibrowser = (): string | undefined =>
  ['x86_64-linux-gnu', 'aarch64-linux-gnu']
    .flatMap((machine) => FOLDERS.map((folder) => `/usr/lib/${machine}/${folder}/MiniBrowser`))
    .find((file) => existsSync(file));

const onPath = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

const mayInstall = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

function install(packages: readonly string[]): boolean {
  if (!mayInstall()) return false;
  console.log(`Installing Debian’s ${packages.join(' and ')}…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update'], { stdio: 'ignore', env });
  return spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { stdio: 'ignore', env }).status === 0;
}
