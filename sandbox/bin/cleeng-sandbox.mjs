#!/usr/bin/env node
/* Runs the sandbox from its TypeScript sources. */
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`The sandbox needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
const { register } = await import('tsx/esm/api');
register();
await import('../src/main.ts');
