// What stryker runs mutants by: every test in this process, our code loaded anew for each mutant; and which of them it runs.
import { createHash } from 'node:crypto';
import { existsSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { performance } from 'node:perf_hooks';

const { testFiles, load, failureOf, stopClock } = createRequire(import.meta.url)('./suite.cjs');

const { LIONROCK_MUTATED: engine = '', LIONROCK_SHARE: share = '1' } = process.env;

/** Whose tests judge an engine: its own, and those of the rules, which rest on every template. */
const JUDGES = { template: ['template', 'rules'], rules: ['rules'], proofs: ['proofs'] };

/** They measure time, start processes, read the code, or compare with programs that are not here. */
const APART = ['guard-rules\\.test', 'conformance\\.test', 'fuzz\\.test', 'speed\\.test', 'kernel'];

/** The build, from stryker's copy of the project. */
const BUILT = '../../../dist';

/** Where the changed code looks which change is active, and tells what it reached. */
const SHARED = '__stryker__';
const stryker = (globalThis[SHARED] ??= {});

class InProcessRunner {
  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    if (!existsSync('dist')) symlinkSync(BUILT, 'dist');
    this.files = JUDGES[engine].flatMap((folder) => testFiles(`test/${folder}`, APART));
    stopClock();
    return Promise.resolve();
  }

  async dryRun() {
    stryker.mutantCoverage = { static: {}, perTest: {} };
    const results = [];
    const { tests, end } = load(this.files);
    for (const test of tests) {
      stryker.currentTestId = test.id;
      const started = performance.now();
      const failureMessage = await failureOf(test);
      const timeSpentMs = performance.now() - started;
      stryker.currentTestId = undefined;
      const result = { id: test.id, name: test.id, timeSpentMs };
      results.push(failureMessage === undefined ? { ...result, status: 0 } : { ...result, status: 1, failureMessage });
    }
    await end();
    return { status: 'complete', tests: results, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    const isStatic = mutantActivation === 'static';
    stryker.activeMutant = isStatic ? activeMutant.id : undefined;
    const wanted = testFilter && new Set(testFilter);
    const { tests, end } = load(this.files);
    Object.assign(stryker, {
      activeMutant: activeMutant.id,
      hitLimit,
      hitCount: hitLimit === undefined ? undefined : 0,
    });
    const result = await judged(tests.filter(({ id }) => wanted?.has(id) ?? true));
    stryker.activeMutant = undefined;
    await end();
    return result;
  }
}

/** Runs tests until one fails. */
async function judged(tests) {
  let nrOfTests = 0;
  for (const test of tests) {
    const failureMessage = await failureOf(test);
    nrOfTests++;
    if (stryker.hitCount > stryker.hitLimit) return { status: 'timeout', reason: 'it ran for too long' };
    if (failureMessage !== undefined) return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests };
  }
  return { status: 'survived', nrOfTests };
}

/** A share of all mutants, the same each time: by a hash of what they change. */
class Sample {
  init() {
    return Promise.resolve();
  }

  check(mutants) {
    const answers = mutants.map((mutant) => [mutant.id, isChosen(mutant) ? CHOSEN : LEFT_OUT]);
    return Promise.resolve(Object.fromEntries(answers));
  }
}

const CHOSEN = { status: 'passed' };
const LEFT_OUT = { status: 'compileError', reason: 'not in the sample' };

function isChosen({ fileName, location, replacement, mutatorName }) {
  const file = relative(process.cwd(), fileName);
  const text = JSON.stringify([file, location.start, location.end, mutatorName, replacement]);
  return createHash('sha256').update(text).digest().readUInt32BE() < Number(share) * 2 ** 32;
}

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner },
  { kind: 'Checker', name: 'sample', injectableClass: Sample },
];
