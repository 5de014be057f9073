import { readFileSync } from 'node:fs';
import { SourceTextModule } from 'node:vm';

// Parses each file given as the Node that runs this would, in one process: `node --experimental-vm-modules scripts/check-syntax.mjs FILE...`
for (const file of process.argv.slice(2)) new SourceTextModule(readFileSync(file, 'utf8'), { identifier: file });
