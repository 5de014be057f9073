import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StorageError } from './storage-error.js';

/**
 * Keeps a second sandbox out of a data folder: the embedded database does not refuse two openers, it loses what one of them wrote.
 * A lock left by a process that is gone is taken over.
 * @returns a function that gives the folder free
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'sandbox.lock');
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(file, 'wx');
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = Number(readFileSync(file, 'utf8'));
      if (isRunning(owner)) {
        throw new StorageError(
          `The folder ${folder} is in use by another sandbox (process ${owner}): stop it, or set SANDBOX_DATA to another folder.`,
        );
      }
      rmSync(file, { force: true });
    }
  }
  throw new StorageError(`The folder ${folder} is being taken by another sandbox: set SANDBOX_DATA to another folder.`);
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return !isDead(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** On Linux a process that was killed keeps its number until its parent asks for it, which in a container may be never. */
function isDead(pid: number): boolean {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) && /\) [ZX] /.test(readFileSync(file, 'utf8'));
}
