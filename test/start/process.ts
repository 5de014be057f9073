import { spawn, type ChildProcess } from 'node:child_process';

/** A program of the project, started as its npm script starts it, in a process group of its own, as a terminal would. */
export class Program {
  readonly #child: ChildProcess;
  readonly #exit: Promise<number | null>;
  #out = '';
  #err = '';
  #heard = () => {};

  constructor(script: string, env: Record<string, string>) {
    this.#child = spawn(process.execPath, ['--import', 'tsx', script], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.#child.stdout!.on('data', (chunk: Buffer) => {
      this.#out += chunk.toString();
      this.#heard();
    });
    this.#child.stderr!.on('data', (chunk: Buffer) => (this.#err += chunk.toString()));
    this.#exit = new Promise((resolve) => this.#child.on('close', resolve));
  }

  /** Waits until it has said something, and answers with what matched. */
  async says(pattern: RegExp): Promise<string> {
    const said = new Promise<string>((resolve) => {
      this.#heard = () => {
        const match = pattern.exec(this.#out);
        if (match) resolve(match[1] ?? match[0]);
      };
      this.#heard();
    });
    const ended = this.#exit.then((code) => {
      throw new Error(`It ended with ${code} before it said ${pattern}:\n${this.#out}${this.#err}`);
    });
    return Promise.race([said, ended]);
  }

  /** Its end: exit code and both streams. */
  async end(): Promise<{ code: number | null; out: string; err: string }> {
    return { code: await this.#exit, out: this.#out, err: this.#err };
  }

  /** Ctrl-C, which a terminal sends to all of the group. */
  async interrupt(): Promise<{ code: number | null; out: string; err: string }> {
    this.signal('SIGINT');
    return this.end();
  }

  signal(signal: NodeJS.Signals): void {
    try {
      process.kill(-this.#child.pid!, signal);
    } catch {
      // It has ended already.
    }
  }
}
