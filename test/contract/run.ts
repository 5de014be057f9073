import { startSandbox } from '../../sandbox/src/server.js';
import { getLocales } from '../../src/api/locales.js';
import { toCleengError } from '../../src/api/errors.js';
import type { Case } from './case.js';
import { accountCases } from './cases/account.js';
import { catalogueCases } from './cases/catalogue.js';
import { identityCases } from './cases/identity.js';
import { holdingCases } from './cases/holdings.js';
import { purchaseCases } from './cases/purchase.js';
import { isCalledByKit, operationsOf, readDocument } from './document.js';
import { recordExchanges, type Exchange } from './exchanges.js';
import { guardsOf } from './guards.js';
import { readOptions, UsageError, type Options } from './options.js';
import { TestedPlatform } from './platform.js';
import { parityTable, type Result } from './report.js';
import { createCheck } from './schemas.js';

const cases: readonly Case[] = [...identityCases, ...catalogueCases, ...purchaseCases, ...accountCases, ...holdingCases];

/**
 * The contract test: the kit's own client against a platform, operation by operation, every answer checked against the contract's schemas.
 * With no arguments the platform is a sandbox in memory, and an operation that nobody asks is a failure. With `--base <url> --publisher <id>`
 * it is any host, Cleeng's included, which gets unauthenticated reads only, unless `--write` is given.
 */
async function run({ base, publisherId, write }: Options): Promise<number> {
  const sandbox = base === undefined ? await startSandbox({ port: 0, data: 'memory' }) : undefined;
  try {
    const platform = new TestedPlatform(base ?? sandbox!.url, publisherId);
    if (!sandbox) await reach(platform);
    const document = readDocument();
    const operations = operationsOf(document);
    const check = createCheck(document, sandbox !== undefined);
    const exchanges = recordExchanges(platform.base, operations);
    const allowed = sandbox ? ['read', 'write', 'sandbox'] : write ? ['read', 'write'] : ['read'];
    const results: Result[] = [];
    const ask = async (list: readonly Case[]) => {
      for (const one of list.filter(({ need }) => allowed.includes(need))) results.push(await judge(one));
    };

    const judge = async ({ operation, says, run: ask }: Case): Promise<Result> => {
      const before = exchanges.length;
      const failure = await ask(platform).then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      const wrong = exchanges.slice(before).flatMap((exchange) => fault(exchange) ?? []);
      const problem = [...(failure === undefined ? [] : [failure]), ...wrong].join('\n');
      return { operation, says, problem: problem || undefined };
    };

    /** What an answer has that the contract does not, or the other way round. */
    const fault = ({ operation, request, status, body }: Exchange): string | undefined => {
      const wrong = operation ? check(operation, status, body) : 'the operation is not in the contract';
      return wrong && `${request.method} ${new URL(request.url).pathname}: ${wrong}`;
    };

    await ask(cases);
    if (sandbox) {
      await ask(guardsOf(exchanges));
      // Whoever has the kit call an operation shows that it does what it says; that it is guarded, or used on the way to another, is not enough.
      for (const { id } of operations.filter(isCalledByKit)) {
        const asked = cases.some(({ operation }) => operation === id);
        if (!asked) results.push({ operation: id, says: 'has a case', problem: 'It has none.' });
      }
    }

    const failed = results.filter(({ problem }) => problem !== undefined);
    for (const { operation, says, problem } of failed) console.log(`✗ ${operation}: ${says}\n${problem!.replace(/^/gm, '    ')}\n`);
    console.log(`${parityTable(operations, results)}\n`);
    console.log(`${results.length - failed.length} passed, ${failed.length} failed`);
    return failed.length;
  } finally {
    await sandbox?.close();
  }
}

/** @throws {UsageError} when nothing answers there */
async function reach(platform: TestedPlatform): Promise<void> {
  try {
    await getLocales(platform.guest);
  } catch (thrown) {
    const { code, message } = toCleengError(thrown);
    if (code !== 'network' && code !== 'timeout') return;
    throw new UsageError(`${platform.base} does not answer (${message}): is --base right, and is the host reachable from here?`);
  }
}

try {
  process.exitCode = (await run(readOptions(process.argv.slice(2)))) > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
