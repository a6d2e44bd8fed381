// What stryker runs mutants by: every test in this process, our code loaded anew for each mutant; and which of them it runs.
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative, sep } from 'node:path';
import { performance } from 'node:perf_hooks';

const { testFiles, forget, load, failureOf, stopClock } = createRequire(import.meta.url)('./suite.cjs');

const { LIONROCK_MUTATED: engine = '', LIONROCK_SHARE: share = '1', LIONROCK_SEED: seed = '' } = process.env;

/** Whose tests judge an engine: its own, and those of the rules, which rest on every template. */
const JUDGES = { template: ['template', 'rules'], rules: ['rules'], proofs: ['proofs'] };

/** They measure time, start processes, read the code, or compare with programs that are not here. */
const APART = ['guard-rules\\.test', 'conformance\\.test', 'fuzz\\.test', 'speed\\.test', 'kernel'];

/** What each test took with no mutant, for the process that takes over when a mutant never ended. */
const TIMES = 'test-times.json';

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
    if (!lstatSync('dist', { throwIfNoEntry: false })) symlinkSync(BUILT, 'dist');
    this.files = JUDGES[engine].flatMap((folder) => testFiles(`test/${folder}`, APART));
    stopClock();
    return Promise.resolve();
  }

  async dryRun() {
    stryker.mutantCoverage = { static: {}, perTest: {} };
    const suite = [];
    forget();
    for (const file of this.files) suite.push({ file, results: await resultsOf(file) });
    writeFileSync(TIMES, JSON.stringify(suite));
    const tests = suite.flatMap(({ results }) => results);
    return { status: 'complete', tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    const isStatic = mutantActivation === 'static';
    const wanted = testFilter && new Set(testFilter);
    forget();
    let nrOfTests = 0;
    for (const file of this.judges(wanted)) {
      stryker.activeMutant = isStatic ? activeMutant.id : undefined;
      const { tests, end } = load(file);
      const hitCount = hitLimit === undefined ? undefined : 0;
      Object.assign(stryker, { activeMutant: activeMutant.id, hitLimit, hitCount });
      const chosen = tests.filter(({ id }) => wanted?.has(id) ?? true);
      const result = await judged(chosen);
      stryker.activeMutant = undefined;
      await end();
      nrOfTests += chosen.length;
      if (result !== undefined) return { ...result, nrOfTests };
    }
    return { status: 'survived', nrOfTests };
  }

  /** Files that hold a wanted test, those of the engine itself first, then the fastest first: most mutants fail early. */
  judges(wanted) {
    this.suite ??= JSON.parse(readFileSync(TIMES, 'utf8'));
    const isOwn = (file) => file.includes(`${sep}${JUDGES[engine][0]}${sep}`);
    return this.suite
      .map(({ file, results }) => ({ file, tests: results.filter(({ id }) => wanted?.has(id) ?? true) }))
      .filter(({ tests }) => tests.length > 0)
      .map(({ file, tests }) => ({ file, cost: tests.reduce((sum, { timeSpentMs }) => sum + timeSpentMs, 0) }))
      .toSorted((a, b) => Number(isOwn(b.file)) - Number(isOwn(a.file)) || a.cost - b.cost)
      .map(({ file }) => file);
  }
}

/** Runs the tests of a file with no mutant, and takes down what each of them reaches. */
async function resultsOf(file) {
  const results = [];
  const { tests, end } = load(file);
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
  return results;
}

/** Runs tests until one fails; undefined when none does. */
async function judged(tests) {
  for (const test of tests) {
    const failureMessage = await failureOf(test);
    if (stryker.hitCount > stryker.hitLimit) return { status: 'timeout', reason: 'it ran for too long' };
    if (failureMessage !== undefined) return { status: 'killed', killedBy: [test.id], failureMessage };
  }
  return undefined;
}

/** A share of all mutants, the same each time: by a hash of what they change and of a seed. */
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
  const text = JSON.stringify([file, location.start, location.end, mutatorName, replacement, seed]);
  return createHash('sha256').update(text).digest().readUInt32BE() < Number(share) * 2 ** 32;
}

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner },
  { kind: 'Checker', name: 'sample', injectableClass: Sample },
];
