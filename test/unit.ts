import { describe } from 'node:test';
import { filesBelow } from '../scripts/vite/files.js';

/**
 * Runs the tests of Node, or one share of them: `node --import tsx test/unit.ts 1/2`. Files share a process: loading the sandbox anew for each
 * of them took longer than most of them do. Each is a suite of its own, so that its hooks stay its own.
 */
const [share, shares] = (process.argv[2] ?? '1/1').split('/').map(Number) as [number, number];

const files = filesBelow('test', '.test.ts').filter((file) => !/^(elements|e2e)\b/.test(file));
for (const [index, file] of files.entries()) {
  if (index % shares === share - 1) describe(file, async () => void (await import(`./${file}`)));
}
