import { lookup as resolve } from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Outcome } from '../db/webhooks.js';
import { isForbidden, urlRefusal } from '../rules/webhooks.js';

/** How long a receiver may take, in ms. */
const PATIENCE_MS = 10_000;
/** How much of an answer is kept. */
const KEPT = 1000;

/** The address that is connected to is the one that is looked at: a name that leads elsewhere the next time gains nothing. */
const lookup: LookupFunction = (hostname, options, callback) =>
  resolve(hostname, options, (error, address, family) => {
    const found = typeof address === 'string' ? [address] : (address ?? []).map((one) => one.address);
    const refused = error ?? (found.some(isForbidden) ? new Error('Nothing may be sent to that address') : null);
    callback(refused, address, family);
  });

/** Posts to a receiver. Redirects are not followed: an answer that is none of 2xx is a failure. */
export function post(address: string, body: string, headers: Record<string, string>, own: string, signal: AbortSignal): Promise<Outcome> {
  const started = performance.now();
  const outcome = (status: number | null, error: string | null, answer = ''): Outcome => ({
    status,
    error,
    answer,
    ms: Math.round(performance.now() - started),
  });
  const refusal = urlRefusal(address, own);
  if (refusal) return Promise.resolve(outcome(null, `Not sent: ${refusal}`));
  return new Promise((done) => {
    const { request: open } = address.startsWith('https:') ? https : http;
    const all = { 'Content-Type': 'application/json', 'User-Agent': 'cleeng-sandbox-webhooks', ...headers };
    const request = open(address, { method: 'POST', headers: all, lookup, signal, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part.slice(0, KEPT - text.length);
      });
      response.on('end', () => done(outcome(response.statusCode ?? null, null, storable(text))));
      response.on('error', (error) => done(outcome(null, error.message)));
    });
    const patience = setTimeout(() => request.destroy(new Error(`No answer within ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
    request.on('close', () => clearTimeout(patience));
    request.on('error', (error: NodeJS.ErrnoException) => done(outcome(null, error.message || (error.code ?? 'The connection failed'))));
    request.end(body);
  });
}

/** No PostgreSQL stores a null character, or half of a surrogate pair. */
const storable = (text: string) => text.replace(/\0|\p{Surrogate}/gu, '�');
