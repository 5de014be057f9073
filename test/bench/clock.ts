import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { count } from 'drizzle-orm';
import { createApp } from '../../sandbox/src/app.js';
import { Annals } from '../../sandbox/src/db/seed/annals.js';
import { OFFERS } from '../../sandbox/src/db/seed/offers.js';
import { PUBLISHER_ID } from '../../sandbox/src/db/seed/publishers.js';
import { Story } from '../../sandbox/src/db/seed/story.js';
import { events, payments } from '../../sandbox/src/db/schema.js';
import { openPlatform } from '../../sandbox/src/open-platform.js';

/**
 * How long a sandbox takes to start, and how long a year takes for a thousand monthly subscribers, each of whom renews at a second of their own.
 * RESULTS.md keeps figures, command and machine.
 */
const SUBSCRIBERS = 1000;
const START = Date.parse('2026-01-31T12:00:00Z') / 1000;
const DAY = 86_400;

const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const started = performance.now();
  const result = await work();
  return [result, (performance.now() - started) / 1000];
};
const line = (what: string, figure: string) => console.log(`${what.padEnd(52)} ${figure}`);

/** What a start takes, in seconds: by the clock on the wall, and of the processors, which other work beside it hardly changes. */
interface Start {
  took: number;
  worked: number;
}

/** Runs the command until it says that it is ready, and ends it. */
async function starting(data: string): Promise<Start> {
  const began = performance.now();
  const args = ['sandbox/bin/cleeng-sandbox.mjs', '--port', '0', '--data', data];
  const sandbox = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(sandbox.stdout, 'data');
  const took = (performance.now() - began) / 1000;
  const worked = processorTime(sandbox.pid!);
  sandbox.kill('SIGTERM');
  await once(sandbox, 'exit');
  return { took, worked };
}

/** As Linux tells it: in hundredths of a second, for the process itself and for the system on its behalf. */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

const inWords = ({ took, worked }: Start) => `${took.toFixed(2)} s, of processor time ${worked.toFixed(2)} s`;

/** The middle of five, of each figure. */
async function median(measure: () => Promise<Start>): Promise<string> {
  const all: Start[] = [];
  for (let i = 0; i < 5; i++) all.push(await measure());
  const middle = (of: keyof Start) => all.map((one) => one[of]).sort((a, b) => a - b)[2]!;
  return inWords({ took: middle('took'), worked: middle('worked') });
}

console.log(
  `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, load ${loadavg()[0]!.toFixed(1)}, Node ${process.version}`,
);

const folder = mkdtempSync(join(tmpdir(), 'cleeng-bench-'));
// The first start of all makes the snapshot, and here the folder's database.
line('the first start in a folder', inWords(await starting(folder)));
line('a start with an existing database', await median(() => starting(folder)));
rmSync(folder, { recursive: true });
line('a fresh start in memory, with all personas', await median(() => starting('memory')));

const { platform, close } = await openPlatform({ data: 'memory', origin: () => 'http://bench.test', world: 'empty', at: START });
const { db, lifecycle } = platform;
await db.transaction(async (tx) => {
  const annals = await Annals.open(tx);
  for (let i = 0; i < SUBSCRIBERS; i++) {
    const bought = START - Math.floor((i * 30 * DAY) / SUBSCRIBERS) - i;
    const person = { publisherId: PUBLISHER_ID, email: `bench-${i}@example.net`, firstName: 'Ada', lastName: 'Holm', passwordHash: '' };
    const story = new Story(annals, START, { ...person, registeredAt: bought });
    await story.buy(OFFERS.monthly, bought, { by: 'card' }, { type: 'none' });
  }
  await annals.write(START);
});
const rows = async () => (await db.select({ n: count() }).from(events))[0]!.n + (await db.select({ n: count() }).from(payments))[0]!.n;
const before = await rows();
const [, year] = await timed(() => lifecycle.advance((now) => now + 365 * DAY));
const written = await db.select({ n: count() }).from(payments);
line(`a year for ${SUBSCRIBERS} monthly subscribers`, `${year.toFixed(1)} s`);
line('  renewals charged', String(written[0]!.n - SUBSCRIBERS));
line('  events and payments written', String((await rows()) - before));

const app = createApp(platform);
const get = async () => (await app.fetch(new Request(`http://bench.test/offers/${OFFERS.monthly}_DE`))).arrayBuffer();
await get();
const [, reading] = await timed(async () => {
  for (let i = 0; i < 200; i++) await get();
});
line('a request with nothing due, one after the other', `${((reading / 200) * 1000).toFixed(1)} ms`);
await close();
