import { createHmac } from 'node:crypto';
import { BlockList, isIP } from 'node:net';

/** How long after an attempt that failed the next one is made, in seconds; after the last of them always as long. */
const BACK_OFF = [60, 300, 1800, 7200, 43_200, 86_400] as const;

/** @param attempts how many have failed */
export const backOff = (attempts: number): number => BACK_OFF[Math.min(attempts, BACK_OFF.length) - 1] ?? BACK_OFF[0];

export const SECRET_PREFIX = 'whsec_';

/** The headers of the Standard Webhooks specification, for which receivers have libraries. @param at of the wall clock: receivers check its age */
export function signedHeaders(id: string, body: string, secret: string, at: number): Record<string, string> {
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': `v1,${signature}` };
}

/** Nothing there is a receiver: cloud metadata, and addresses of no single machine. */
const FORBIDDEN = new BlockList();
FORBIDDEN.addSubnet('169.254.0.0', 16);
FORBIDDEN.addSubnet('224.0.0.0', 4);
FORBIDDEN.addSubnet('240.0.0.0', 4);
FORBIDDEN.addSubnet('fe80::', 10, 'ipv6');
FORBIDDEN.addSubnet('ff00::', 8, 'ipv6');
FORBIDDEN.addAddress('fd00:ec2::254', 'ipv6');

/** Whether nothing may be sent to an address. A sandbox runs where its publisher's server does: this machine and its network are allowed. */
export function isForbidden(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && FORBIDDEN.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Why a URL is no receiver's; `undefined` when it may be one. @param own the sandbox's own address */
export function urlRefusal(text: string, own: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return 'it is no address of the web';
  if (url.username || url.password) return 'it holds a password: a receiver checks the signature';
  if (isForbidden(url.hostname.replace(/^\[|\]$/g, ''))) return 'nothing may be sent to that address';
  if (isOwn(url, new URL(own))) return 'it is the sandbox’s own';
  return undefined;
}

const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0|\[::\])$/;

const isOwn = (url: URL, own: URL) =>
  (url.port || '80') === (own.port || '80') && (url.hostname === own.hostname || (LOCAL.test(url.hostname) && LOCAL.test(own.hostname)));
