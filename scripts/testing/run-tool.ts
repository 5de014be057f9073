import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface ToolRun {
  ok: boolean;
  /** What it wrote, both streams as they came. */
  output: string;
}

export interface Limits {
  /** The longest a tool may take, in ms; then it is asked to stop. */
  timeout: number;
  /** How long after that, and after the tool's own end, its leftovers may live and hold the pipes, in ms. */
  grace: number;
}

const running = new Set<ChildProcess>();

/**
 * Runs a program to its end and never longer than the limits say. It leads a process group of its own, so that a server or a browser that it
 * leaves behind ends with it and cannot keep the pipes, and with them the caller, waiting.
 */
export function runTool(command: string, args: readonly string[], { timeout, grace }: Limits): Promise<ToolRun> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' });
    running.add(child);
    let output = '';
    let killed: NodeJS.Timeout | undefined;
    let done = false;
    const finish = (ok: boolean) => {
      if (done) return;
      done = true;
      clearTimeout(hung);
      clearTimeout(killed);
      running.delete(child);
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ ok, output });
    };
    const hung = setTimeout(() => {
      output += `\n${command} ${args.join(' ')} was stopped after ${timeout / 1000} s.\n`;
      // Runners end their browsers and servers on SIGINT.
      signalFamily(child, 'SIGINT');
      killed = setTimeout(() => {
        signalFamily(child, 'SIGKILL');
        finish(false);
      }, grace);
    }, timeout);
    const hear = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error) => {
      output += `${error.message}\n`;
      finish(false);
    });
    // Not `close` alone: that comes when the last one who holds a pipe has gone, which may be never.
    child.on('exit', (code) => {
      const ok = code === 0 && killed === undefined;
      clearTimeout(hung);
      signalFamily(child, 'SIGKILL');
      clearTimeout(killed);
      killed = setTimeout(() => finish(ok), grace);
      child.on('close', () => finish(ok));
    });
  });
}

/** Ends whatever still runs; for the caller's own end. */
export function stopTools(): void {
  for (const child of running) signalFamily(child, 'SIGKILL');
}

/** A program, its process group, and descendants that opened groups of their own, as browsers do. */
function signalFamily({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    if (signal === 'SIGKILL') spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  const others = signal === 'SIGKILL' ? descendants(pid) : [];
  for (const target of [-pid, ...others]) {
    try {
      process.kill(target, signal);
    } catch {
      // It is gone already.
    }
  }
}

function descendants(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const [child, parent] of processes()) children.set(parent, [...(children.get(parent) ?? []), child]);
  const found: number[] = [];
  collect(pid);
  return found;

  function collect(parent: number): void {
    for (const child of children.get(parent) ?? []) {
      found.push(child);
      collect(child);
    }
  }
}

/** Every process with its parent: from /proc where there is one, for small images come without ps. */
function processes(): [pid: number, parent: number][] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => parentOf(name));
  } catch {
    const { stdout } = spawnSync('ps', ['-axo', 'pid=,ppid='], { encoding: 'utf8' });
    return [...(stdout ?? '').matchAll(/(\d+)\s+(\d+)/g)].map(([, pid, parent]) => [Number(pid), Number(parent)]);
  }
}

function parentOf(pid: string): [pid: number, parent: number][] {
  try {
    // The name in parentheses may hold anything, parentheses included.
    const [, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\)\s/s, '')
      .split(' ');
    return [[Number(pid), Number(parent)]];
  } catch {
    return [];
  }
}
