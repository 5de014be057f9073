import { parseArgs } from 'node:util';
import { contentSecurityPolicy, CSP_FEATURES, type CspFeature } from '../src/csp.js';

const USAGE = `npm run csp -- [--api URL] [--scripts URL] [--adyen test|live|live-us|…] [--nonce VALUE] FEATURE…
Features: ${CSP_FEATURES.join(', ')}`;

/** Prints the policy for a page that uses these features. */
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      api: { type: 'string', default: 'https://mediastoreapi.cleeng.com' },
      scripts: { type: 'string' },
      adyen: { type: 'string', default: 'live' },
      psp: { type: 'string' },
      nonce: { type: 'string' },
    },
  });
  const unknown = positionals.find((name) => !CSP_FEATURES.includes(name as CspFeature));
  if (unknown) throw new Error(`There is no feature "${unknown}".`);
  const policy = contentSecurityPolicy({ ...values, features: positionals as CspFeature[] });
  console.log(policy.replace(/; /g, ';\n'));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 1;
}
