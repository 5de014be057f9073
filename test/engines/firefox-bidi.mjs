#!/usr/bin/env node
// Stands between Playwright (channel `moz-firefox`) and Debian's Firefox ESR, which lacks a command of WebDriver BiDi that Playwright sends
// without asking: it is answered here. Used as the browser's `executablePath`; FIREFOX_PATH is the browser itself.
import { spawn } from 'node:child_process';
import WebSocket from 'ws';

const UNKNOWN = new Set(['emulation.setMediaFeaturesOverride']);
const browser = spawn(process.env.FIREFOX_PATH, process.argv.slice(2), { stdio: ['inherit', 'inherit', 'pipe'] });
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => browser.kill(signal));
browser.on('exit', (code) => process.exit(code ?? 1));

browser.stderr.on('data', (chunk) => {
  const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(chunk)?.[1];
  if (!address) return void process.stderr.write(chunk);
  const server = new WebSocket.Server({ port: 0, host: '127.0.0.1' }, () => {
    process.stderr.write(`\nWebDriver BiDi listening on ws://127.0.0.1:${server.address().port}\n`);
  });
  server.on('connection', (near, request) => relay(near, new WebSocket(address + request.url, { perMessageDeflate: false })));
});

function relay(near, far) {
  const early = [];
  far.on('open', () => early.splice(0).forEach((message) => far.send(message)));
  near.on('message', (data) => {
    const message = data.toString();
    const { id, method } = JSON.parse(message);
    if (UNKNOWN.has(method)) near.send(JSON.stringify({ type: 'success', id, result: {} }));
    else if (far.readyState === WebSocket.OPEN) far.send(message);
    else early.push(message);
  });
  far.on('message', (data) => near.send(data.toString()));
  for (const [one, other] of [
    [near, far],
    [far, near],
  ]) {
    one.on('close', () => other.close());
    one.on('error', () => other.close());
  }
}
